import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { InvalidCursorError } from "@liftledger/database/errors";
import { cursorOf, readCursor } from "@liftledger/database/page";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay, listPeriods } from "@liftledger/kpis/period";
import { MonthText } from "@liftledger/contracts/values";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { monthHoldings, type MonthHoldings } from "./month-holdings.ts";
import { periodViews } from "./period-view.ts";

/** The months from the first with anything in it to the present one, latest first. */
export async function listLedgerPeriods(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
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
  const { key, first: sort } = lists.listPeriods.list;
  const [after] = cursor === undefined ? [] : readCursor(cursor, sort, key.length);
  if (cursor !== undefined && !MonthText.safeParse(after).success) throw new InvalidCursorError(cursor, sort);
  const to = after === undefined ? monthOf(ctx.today) : addPeriods(String(after), -1);
  const from = addPeriods(to, 1 - limit);
  const held = await monthHoldings(ctx, db, { from, to });
  const first = firstMonth(ctx, held);
  const months = listPeriods(from > first ? from : first, to).toReversed();
  const last = months.at(-1);
  return {
    rows: await periodViews(ctx, db, months, held),
    nextCursor: last !== undefined && last > first ? cursorOf({ month: last }, sort, key) : null,
  };
}

/** The month of the first snapshot, cost line or shared cost; the present one where there is none. */
function firstMonth(ctx: Context, held: MonthHoldings): string {
  const logged = [...held.coverage.values()].map(({ firstPeriod }) => monthOf(firstDay(firstPeriod)));
  const paid = [...held.costLines, ...held.shares.map(({ booked }) => booked)].map(({ month }) => month);
  return [...logged, ...paid].reduce((first, month) => (month < first ? month : first), monthOf(ctx.today));
}
