import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import type { Retired } from "@liftledger/contracts/retirement";
import { listSeriesOfKpi, type Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { ImportSeries } from "@liftledger/files/import-cells";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { entryOf } from "../entry-of.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { measuresMoney, seriesCurrency } from "../series/series-currency.ts";

/** Where the cells of a file go: the id of each series, and the series that are to be made. */
export interface TargetSeries {
  idOf(kpiKey: string, scope: string): string;
  isNew(kpiKey: string, scope: string): boolean;
  readonly missing: readonly Series[];
  /** The ids of those that are there. */
  readonly existingIds: readonly string[];
  /** What forbids the import as a whole. */
  readonly problems: readonly { place: string; rule: string; message: string }[];
}

const longestScope = 200;

/**
 * Finds the series of every KPI and scope of a file and plans those that are missing, in the order of the
 * file, so that their ids ascend. A series that is logged by another period, or in another currency than
 * was asked for, is a problem.
 */
export async function targetSeries(
  ctx: Context,
  db: Reader,
  source: {
    recipe: ImportRecipe;
    kpis: ReadonlyMap<string, Kpi>;
    totals: readonly ImportSeries[];
    currency: string | undefined;
  },
): Promise<TargetSeries> {
  const { recipe, kpis, totals, currency } = source;
  const organisation = await getOrganisation(ctx, db);
  const byPlace = new Map<string, Series>();
  for (const key of kpis.keys()) {
    for (const series of await listSeriesOfKpi(db, ctx.organisationId, key)) {
      byPlace.set(placeOf(key, series.scope), series);
    }
  }
  const retiredKpis = await retiredViews(ctx, db, "kpi", [...kpis.keys()]);
  const retiredSeries = await retiredViews(
    ctx,
    db,
    "series",
    [...byPlace.values()].map(({ seriesId }) => seriesId),
  );
  const missing = new Map<string, Series>();
  const existingIds: string[] = [];
  const problems: TargetSeries["problems"][number][] = [];
  for (const { kpi: key, scope } of totals) {
    const kpi = entryOf(kpis, key);
    const asked = measuresMoney(kpi) ? currency : undefined;
    const there = byPlace.get(placeOf(key, scope));
    const retired = there === undefined ? retiredKpis(key) : retiredSeries(there.seriesId);
    problems.push(...problemsOf(ctx, there, { kpi, scope, period: recipe.period, asked, retired }));
    if (there !== undefined) existingIds.push(there.seriesId);
    if (there !== undefined) continue;
    const series: Series = {
      seriesId: ctx.newId(),
      kpiKey: key,
      kpiVersion: kpi.version,
      scope,
      periodType: recipe.period,
      currency: seriesCurrency(kpi, asked, organisation.currency),
      createdAt: ctx.now,
      sourceOfRecord: null,
      version: 1,
    };
    missing.set(placeOf(key, scope), series);
  }
  return {
    idOf: (key, scope) =>
      (byPlace.get(placeOf(key, scope)) ?? entryOf(missing, placeOf(key, scope))).seriesId,
    isNew: (key, scope) => missing.has(placeOf(key, scope)),
    missing: [...missing.values()],
    existingIds,
    problems,
  };
}

function problemsOf(
  ctx: Context,
  there: Series | undefined,
  wanted: { kpi: Kpi; scope: string; period: string; asked: string | undefined; retired: Retired },
): TargetSeries["problems"] {
  const { kpi, scope, period, asked, retired } = wanted;
  const place = `${kpi.name}, ${scope.slice(0, longestScope)}`;
  if (scope.length > longestScope) {
    const message = `A scope has at most ${longestScope} characters; this one has ${scope.length}.`;
    return [{ place, rule: "scope-too-long", message }];
  }
  if (retired !== null) {
    const what = there === undefined ? `The KPI ${kpi.name}` : "This series";
    const why = retired.reason === "" ? "" : ` (${retired.reason})`;
    const message = `${what} was retired by ${retired.retiredBy} on ${dayOf(ctx, retired.retiredAt)}${why}: restore it to import into it.`;
    return [{ place, rule: "retired", message }];
  }
  if (there === undefined) return [];
  if (there.periodType !== period) {
    const message = `This series is logged by the ${there.periodType}; the recipe reads the file by the ${period}.`;
    return [{ place, rule: "other-period", message }];
  }
  if (asked !== undefined && there.currency !== asked) {
    const message = `This series is in ${there.currency}; the file was said to be in ${asked}.`;
    return [{ place, rule: "other-currency", message }];
  }
  return [];
}

function placeOf(kpiKey: string, scope: string): string {
  return `${kpiKey}\n${scope}`;
}
