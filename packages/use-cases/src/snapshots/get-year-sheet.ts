import type { YearSheet } from "@liftledger/contracts/series";
import { latestSnapshotsOfSeries } from "@liftledger/database/snapshots";
import { inSnapshot } from "@liftledger/database/transaction";
import {
  daysByMonth,
  firstDay,
  isoWeeksInYear,
  lastDay,
  listPeriods,
  type PeriodType,
} from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { allSeries } from "../series/all-series.ts";
import { closedMonths, pairOf, sheetHeads } from "./sheet-heads.ts";

/**
 * What there is to log of a whole year: its weeks (by ISO 8601, 52 or 53 of them) or months, and of each series what is
 * logged. Of many series only the first `limit` that hold `q`; `total` says how many do.
 */
export async function getYearSheet(
  ctx: Context,
  {
    year,
    periodType,
    q = "",
    limit,
  }: { year: string; periodType: PeriodType; q?: string | undefined; limit: number },
): Promise<YearSheet> {
  mustBe(ctx, "viewer");
  const periods = periodsOfYear(Number(year), periodType);
  const [from, to] = [periods[0] ?? "", periods.at(-1) ?? ""];
  return inSnapshot(ctx.db, async (db) => {
    const heads = (await sheetHeads(ctx, db, await allSeries(ctx, db, { periodType, isRetired: false }))).map(
      ({ head }) => head,
    );
    const found = heads.filter((head) => holds(head, q));
    const shown = found.slice(0, limit);
    const ids = shown.map(({ seriesId }) => seriesId);
    const logged = await latestSnapshotsOfSeries(db, ctx.organisationId, ids, { from, to });
    const closed = await closedMonths(ctx, db, periods);
    const closedSet = new Set(closed.map(({ month }) => month));
    return {
      year,
      periods: periods.map((period) => ({
        period,
        firstDay: firstDay(period),
        lastDay: lastDay(period),
        state: stateOf(period, closedSet, ctx.today),
      })),
      closedMonths: closed,
      series: shown.map((head) => ({
        ...head,
        logged: Object.fromEntries(
          (logged.get(head.seriesId) ?? []).map((snapshot) => [snapshot.period, pairOf(snapshot)]),
        ),
      })),
      total: found.length,
    };
  });
}

function periodsOfYear(year: number, type: PeriodType): string[] {
  return type === "month"
    ? listPeriods(`${year}-01`, `${year}-12`)
    : listPeriods(`${year}-W01`, `${year}-W${isoWeeksInYear(year)}`);
}

function stateOf(
  period: string,
  closed: ReadonlySet<string>,
  today: string,
): YearSheet["periods"][number]["state"] {
  if (daysByMonth(period).some(({ month }) => closed.has(month))) return "closed";
  return firstDay(period) > today ? "not-begun" : "open";
}

function holds(
  { kpiName, scope, initiatives }: { kpiName: string; scope: string; initiatives: readonly string[] },
  text: string,
): boolean {
  return [kpiName, scope, ...initiatives].join(" ").toLowerCase().includes(text.trim().toLowerCase());
}
