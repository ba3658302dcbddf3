import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { exchangeRateView } from "./exchange-rate-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows } from "../lists/page-rows.ts";

/** The exchange rates in their latest revisions, newest day first. */
export async function listExchangeRates(
  ctx: Context,
  query: Partial<EndpointRequest<"listExchangeRates">["query"]>,
): Promise<EndpointOutput<"listExchangeRates">> {
  mustBe(ctx, "viewer");
  const rates = await latestExchangeRates(ctx.db.read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, ctx.db.read);
  const rows = rates.map((rate) => exchangeRateView(rate, nameOf));
  return pageRows(lists.listExchangeRates.list, rows, query);
}
