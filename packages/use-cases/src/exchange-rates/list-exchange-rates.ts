import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listExchangeRates as listStored } from "@liftledger/database/exchange-rates";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { exchangeRateView } from "./exchange-rate-view.ts";

/** The exchange rates in their latest revisions, newest day first. */
export async function listExchangeRates(
  ctx: Context,
  query: EndpointRequest<"listExchangeRates">["query"],
): Promise<EndpointOutput<"listExchangeRates">> {
  mustBe(ctx, "viewer");
  const { rows, nextCursor } = await listStored(ctx.db.read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, ctx.db.read);
  return { rows: rows.map((rate) => exchangeRateView(rate, nameOf)), nextCursor };
}
