import type { Series as WireSeries } from "@liftledger/contracts/series";
import { getKpiVersion } from "@liftledger/database/kpis";
import { seriesCoverage, type Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { entryOf } from "../entry-of.ts";
import type { Context } from "../context.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { retiredViews } from "../retirement/retired-views.ts";

/** Series as they cross the wire, with the name of their KPI and the periods they have. */
export async function seriesViews(
  ctx: Context,
  db: Reader,
  series: readonly Series[],
): Promise<WireSeries[]> {
  const kpis = await kpisOfSeries(ctx, db, series);
  const ids = series.map((one) => one.seriesId);
  const retiredOf = await retiredViews(ctx, db, "series", ids);
  const coverage = await seriesCoverage(db, ctx.organisationId, ids);
  return series.map((one) => ({
    seriesId: one.seriesId,
    kpiKey: one.kpiKey,
    kpiVersion: one.kpiVersion,
    scope: one.scope,
    periodType: one.periodType,
    currency: one.currency,
    sourceOfRecord: one.sourceOfRecord,
    version: one.version,
    kpiName: entryOf(kpis, one.seriesId).name,
    retired: retiredOf(one.seriesId),
    ...(coverage.get(one.seriesId) ?? { firstPeriod: null, lastPeriod: null, periods: 0 }),
  }));
}

/** The KPI of each series by series id, in the version the series was made with. */
export async function kpisOfSeries(
  ctx: Context,
  db: Reader,
  series: readonly Pick<Series, "seriesId" | "kpiKey" | "kpiVersion">[],
): Promise<Map<string, Kpi>> {
  const versions = new Map<string, Kpi>();
  const bySeries = new Map<string, Kpi>();
  for (const { seriesId, kpiKey, kpiVersion } of series) {
    const place = `${kpiKey} ${kpiVersion}`;
    const kpi = versions.get(place) ?? kpiOf(await getKpiVersion(db, ctx.organisationId, kpiKey, kpiVersion));
    versions.set(place, kpi);
    bySeries.set(seriesId, kpi);
  }
  return bySeries;
}
