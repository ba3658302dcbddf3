import type { LogSheet } from "@liftledger/contracts/series";
import { isValue, latestRevisions, type Snapshot } from "@liftledger/database/snapshots";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { isMature, maturesOn } from "@liftledger/kpis/maturation";
import { addPeriods, firstDay, isPeriod, lastDay, periodOf, periodType } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { allSeries } from "../series/all-series.ts";
import { closedMonths, pairOf, sheetHeads } from "./sheet-heads.ts";

/**
 * What there is to log for one period: every series of that period type that is not retired, with what stands there and what
 * stood the period before. Without a period, the last week that has ended.
 */
export async function getLogSheet(ctx: Context, query: { period?: string | undefined }): Promise<LogSheet> {
  mustBe(ctx, "viewer");
  const period = query.period ?? addPeriods(periodOf(ctx.today, "week"), -1);
  if (!isPeriod(period)) {
    throw new ProblemError("invalid-request", `There is no period ${period}.`, [
      { field: "period", message: "an ISO week or a month that exists", seen: period },
    ]);
  }
  const previousPeriod = addPeriods(period, -1);
  const next = addPeriods(period, 1);
  return inSnapshot(ctx.db, async (db) => ({
    period,
    firstDay: firstDay(period),
    lastDay: lastDay(period),
    previousPeriod,
    nextPeriod: firstDay(next) > ctx.today ? null : next,
    closedMonths: await closedMonths(ctx, db, [period]),
    rows: await sheetRows(ctx, db, period, previousPeriod),
  }));
}

async function sheetRows(
  ctx: Context,
  db: Reader,
  period: string,
  previousPeriod: string,
): Promise<LogSheet["rows"]> {
  const series = await allSeries(ctx, db, { periodType: periodType(period), isRetired: false });
  const ids = series.map((one) => one.seriesId);
  const range = { from: previousPeriod, to: period };
  const revisions = await latestRevisions(db, ctx.organisationId, ids, range);
  const snapshots = Map.groupBy(revisions, ({ seriesId }) => seriesId);
  const nameOf = await personNames(ctx, db);
  const heads = await sheetHeads(ctx, db, series);
  return heads.map(({ head, kpi }) => {
    const logged = snapshots.get(head.seriesId) ?? [];
    return {
      ...head,
      maturesOn: maturesOn(period, kpi),
      mature: isMature(period, kpi, ctx.today),
      current: quantitiesAt(logged, period),
      takenBack: takenBackAt(logged, period, nameOf),
      previous: quantitiesAt(logged, previousPeriod),
    };
  });
}

function quantitiesAt(snapshots: readonly Snapshot[], period: string) {
  const found = snapshots.find((snapshot) => snapshot.period === period);
  return found === undefined || !isValue(found) ? null : pairOf(found);
}

function takenBackAt(snapshots: readonly Snapshot[], period: string, nameOf: PersonNames) {
  const found = snapshots.find((snapshot) => snapshot.period === period);
  if (found?.retraction === undefined) return null;
  const { retraction: reason, recordedAt, recordedBy } = found;
  return { reason, recordedAt, recordedBy: nameOf(recordedBy) };
}
