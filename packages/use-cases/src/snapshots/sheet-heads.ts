import type { LogSheet } from "@liftledger/contracts/series";
import { listBenefits } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Series } from "@liftledger/database/series";
import type { Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { isTotal, type Kpi } from "@liftledger/kpis/kpi";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames } from "../people/person-names.ts";
import { closesTouching } from "../periods/closed-months.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** What a sheet says of each series beside its numbers, and the KPI it was logged under. */
export async function sheetHeads(ctx: Context, db: Reader, series: readonly Series[]) {
  const kpis = await kpisOfSeries(ctx, db, series);
  const ids = series.map(({ seriesId }) => seriesId);
  const claimants = await initiativeNames(ctx, db, ids);
  return series.map((one) => {
    const kpi = entryOf(kpis, one.seriesId);
    return { kpi, head: { ...rowHead(one, kpi), initiatives: claimants.get(one.seriesId) ?? [] } };
  });
}

/** The closed months that any of the periods has days in: nothing of those periods can be changed. */
export async function closedMonths(
  ctx: Context,
  db: Reader,
  periods: readonly string[],
): Promise<LogSheet["closedMonths"]> {
  const closes = await closesTouching(ctx, db, periods);
  const nameOf = await personNames(ctx, db);
  return [...closes.values()].map(({ month, recordedAt, recordedBy }) => ({
    month,
    closedAt: recordedAt,
    closedBy: nameOf(recordedBy),
  }));
}

/** A snapshot as a sheet shows it. */
export function pairOf({ numerator, denominator, revision, source }: Snapshot) {
  return { numerator, denominator, revision, source };
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
