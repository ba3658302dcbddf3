import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { latestExchangeRates, listRetractedRates } from "@liftledger/database/exchange-rates";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { exchangeRateView, retractedRateView } from "./exchange-rate-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows } from "../lists/page-rows.ts";

/** The exchange rates that count, newest day first; or those that were taken back. */
export async function listExchangeRates(
  ctx: Context,
  query: Partial<EndpointRequest<"listExchangeRates">["query"]>,
): Promise<EndpointOutput<"listExchangeRates">> {
  mustBe(ctx, "viewer");
  const nameOf = await personNames(ctx, ctx.db.read);
  const rows =
    query.retracted === "true"
      ? (await listRetractedRates(ctx.db.read, ctx.organisationId, query)).map((rate) =>
          retractedRateView(rate, nameOf),
        )
      : (await latestExchangeRates(ctx.db.read, ctx.organisationId, query)).map((rate) => ({
          ...exchangeRateView(rate, nameOf),
          retracted: null,
        }));
  return pageRows(lists.listExchangeRates.list, rows, query);
}
