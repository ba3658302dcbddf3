import type { LogSheet } from "@liftledger/contracts/series";
import { listBenefits } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Series } from "@liftledger/database/series";
import { isValue, latestRevisions, type Snapshot } from "@liftledger/database/snapshots";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { isTotal, type Kpi } from "@liftledger/kpis/kpi";
import { isMature, maturesOn } from "@liftledger/kpis/maturation";
import { addPeriods, firstDay, isPeriod, lastDay, periodOf, periodType } from "@liftledger/kpis/period";
import { entryOf } from "../entry-of.ts";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { closesTouching } from "../periods/closed-months.ts";
import { allSeries } from "../series/all-series.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/**
 * What there is to log for one period: every series of that period type with what stands there and what
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
    closedMonths: await closedMonths(ctx, db, period),
    rows: await sheetRows(ctx, db, period, previousPeriod),
  }));
}

async function closedMonths(ctx: Context, db: Reader, period: string): Promise<LogSheet["closedMonths"]> {
  const closes = await closesTouching(ctx, db, [period]);
  const nameOf = await personNames(ctx, db);
  return [...closes.values()].map(({ month, recordedAt, recordedBy }) => ({
    month,
    closedAt: recordedAt,
    closedBy: nameOf(recordedBy),
  }));
}

async function sheetRows(
  ctx: Context,
  db: Reader,
  period: string,
  previousPeriod: string,
): Promise<LogSheet["rows"]> {
  const series = await allSeries(ctx, db, periodType(period));
  const ids = series.map((one) => one.seriesId);
  const kpis = await kpisOfSeries(ctx, db, series);
  const range = { from: previousPeriod, to: period };
  const revisions = await latestRevisions(db, ctx.organisationId, ids, range);
  const snapshots = Map.groupBy(revisions, ({ seriesId }) => seriesId);
  const nameOf = await personNames(ctx, db);
  const claimants = await initiativeNames(ctx, db, ids);
  return series.map((one) => {
    const logged = snapshots.get(one.seriesId) ?? [];
    const kpi = entryOf(kpis, one.seriesId);
    return {
      ...rowHead(one, kpi),
      maturesOn: maturesOn(period, kpi),
      mature: isMature(period, kpi, ctx.today),
      current: quantitiesAt(logged, period),
      takenBack: takenBackAt(logged, period, nameOf),
      previous: quantitiesAt(logged, previousPeriod),
      initiatives: claimants.get(one.seriesId) ?? [],
    };
  });
}

function rowHead(series: Series, kpi: Kpi) {
  return {
    seriesId: series.seriesId,
    kpiKey: kpi.key,
    kpiName: kpi.name,
    scope: series.scope,
    display: kpi.display,
    numeratorUnit: kpi.numerator.unit,
    denominatorUnit: kpi.denominator.unit,
    isTotal: isTotal(kpi),
    proportion: kpi.proportion,
    currency: series.currency,
    sourceOfRecord: series.sourceOfRecord,
  };
}

function quantitiesAt(snapshots: readonly Snapshot[], period: string) {
  const found = snapshots.find((snapshot) => snapshot.period === period);
  if (found === undefined || !isValue(found)) return null;
  const { numerator, denominator, revision, source } = found;
  return { numerator, denominator, revision, source };
}

function takenBackAt(snapshots: readonly Snapshot[], period: string, nameOf: PersonNames) {
  const found = snapshots.find((snapshot) => snapshot.period === period);
  if (found?.retraction === undefined) return null;
  const { retraction: reason, recordedAt, recordedBy } = found;
  return { reason, recordedAt, recordedBy: nameOf(recordedBy) };
}

async function initiativeNames(
  ctx: Context,
  db: Reader,
  seriesIds: readonly string[],
): Promise<Map<string, string[]>> {
  const benefits = await listBenefits(db, ctx.organisationId, { seriesIds });
  const ids = [...new Set(benefits.map((benefit) => benefit.initiativeId))];
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  const nameOf = new Map(initiatives.map((initiative) => [initiative.initiativeId, initiative.name]));
  const bySeries = new Map<string, string[]>();
  for (const { seriesId, initiativeId } of benefits) {
    const names = bySeries.get(seriesId) ?? [];
    const name = entryOf(nameOf, initiativeId);
    if (!names.includes(name)) bySeries.set(seriesId, [...names, name]);
  }
  return bySeries;
}
