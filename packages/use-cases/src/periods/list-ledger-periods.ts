import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay, listPeriods } from "@liftledger/kpis/period";
import { MonthText } from "@liftledger/contracts/values";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { monthHoldings, type MonthHoldings } from "./month-holdings.ts";
import { periodViews } from "./period-view.ts";

/** The months from the first with anything in it to the present one, latest first; the cursor is a month. */
export async function listLedgerPeriods(
  ctx: Context,
  { cursor, limit }: EndpointRequest<"listPeriods">["query"],
): Promise<EndpointOutput<"listPeriods">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, (db) => pageOfMonths(ctx, db, cursor, limit));
}

async function pageOfMonths(
  ctx: Context,
  db: Reader,
  cursor: string | undefined,
  limit: number,
): Promise<EndpointOutput<"listPeriods">> {
  if (cursor !== undefined && !MonthText.safeParse(cursor).success) {
    const message = "a cursor that the page before gave";
    throw new ProblemError("invalid-request", message, [{ field: "cursor", message, seen: cursor }]);
  }
  const to = cursor === undefined ? monthOf(ctx.today) : addPeriods(cursor, -1);
  const from = addPeriods(to, 1 - limit);
  const held = await monthHoldings(ctx, db, { from, to });
  const first = firstMonth(ctx, held);
  const months = listPeriods(from > first ? from : first, to).toReversed();
  const last = months.at(-1);
  return {
    rows: await periodViews(ctx, db, months, held),
    nextCursor: last !== undefined && last > first ? last : null,
  };
}

/** The month of the first snapshot, cost line or shared cost; the present one where there is none. */
function firstMonth(ctx: Context, held: MonthHoldings): string {
  const logged = [...held.coverage.values()].map(({ firstPeriod }) => monthOf(firstDay(firstPeriod)));
  const paid = [...held.costLines, ...held.shares.map(({ booked }) => booked)].map(({ month }) => month);
  return [...logged, ...paid].reduce((first, month) => (month < first ? month : first), monthOf(ctx.today));
}
