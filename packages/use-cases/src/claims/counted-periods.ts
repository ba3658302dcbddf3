import { baselinesComparedWith } from "@liftledger/database/baseline-controls";
import { listBaselinesByIds } from "@liftledger/database/baselines";
import { closesInForce } from "@liftledger/database/periods";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { comparePeriods, firstDay, lastDay, type Period } from "@liftledger/kpis/period";
import { designOf } from "../baselines/baseline-view.ts";
import { controlsInDesign } from "../baselines/chosen-controls.ts";
import { claimingBenefits } from "../baselines/claim-starts.ts";
import { knownStretches, stretchesWithin } from "../benefits/assumption-stretches.ts";
import type { Context } from "../context.ts";
import { countsInCloses } from "../periods/counts-in-closes.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** A period of a series. */
interface Place {
  readonly seriesId: string;
  readonly period: Period;
}

/** Whether what a series shows in a period is part of the sums of a closed month. */
export type CountsPeriod = (place: Place) => boolean;

interface CountedRange {
  readonly from: Period;
  readonly until: Period | null;
}

/**
 * Which of some places lie before a closed month and are part of its sums: the periods that a benefit claims, and those
 * since the start of a frozen baseline that is compared with the series. What lies before that start is kept by the
 * baseline, revision by revision. Asks no more than which months are closed where nothing lies before the last of them.
 */
export async function countedPeriods(
  ctx: Context,
  db: Reader,
  places: Iterable<Place>,
): Promise<CountsPeriod> {
  const last = [...(await closesInForce(db, ctx.organisationId)).keys()].toSorted().at(-1);
  const seriesIds = new Set<string>();
  if (last !== undefined) {
    for (const { seriesId, period } of places) if (lastDay(period) < firstDay(last)) seriesIds.add(seriesId);
  }
  return seriesIds.size === 0 ? () => false : countedInSums(ctx, db, [...seriesIds]);
}

async function countedInSums(ctx: Context, db: Reader, seriesIds: readonly string[]): Promise<CountsPeriod> {
  const ranges = new Map<string, CountedRange[]>();
  for (const [seriesId, range] of [
    ...(await claimedRanges(ctx, db, seriesIds)),
    ...(await comparedRanges(ctx, db, seriesIds)),
  ])
    ranges.set(seriesId, [...(ranges.get(seriesId) ?? []), range]);
  return ({ seriesId, period }) =>
    (ranges.get(seriesId) ?? []).some(
      ({ from, until }) =>
        comparePeriods(from, period) <= 0 && (until === null || comparePeriods(period, until) <= 0),
    );
}

async function claimedRanges(
  ctx: Context,
  db: Reader,
  seriesIds: readonly string[],
): Promise<[string, CountedRange][]> {
  const series = await listSeriesByIds(db, ctx.organisationId, seriesIds);
  const kpis = await kpisOfSeries(ctx, db, series);
  const counting = series.filter(({ seriesId }) => {
    const kpi = kpis.get(seriesId);
    return kpi !== undefined && countsInCloses(kpi);
  });
  const claims = await claimingBenefits(ctx, db, new Map(counting.map((one) => [one.seriesId, one])));
  const ids = claims.map(({ benefit }) => benefit.benefitId);
  const assumed = await knownStretches(ctx, db, ids);
  return claims.flatMap(({ benefit: { benefitId, seriesId }, from }) => {
    const stretches = assumed.get(benefitId) ?? [];
    const until = stretches.at(-1)?.version.claimUntil ?? null;
    const claimed = stretchesWithin(stretches, { from, until });
    return claimed.map((range): [string, CountedRange] => [seriesId, range]);
  });
}

/** From the start on, a series that a frozen baseline is compared with says what was to be expected of another. */
async function comparedRanges(
  ctx: Context,
  db: Reader,
  seriesIds: readonly string[],
): Promise<[string, CountedRange][]> {
  const ids = await baselinesComparedWith(db, ctx.organisationId, seriesIds);
  const baselines = await listBaselinesByIds(db, ctx.organisationId, ids);
  return baselines
    .filter(({ status }) => status === "frozen")
    .flatMap((row) =>
      controlsInDesign(designOf(row), row.controls).map(({ seriesId }): [string, CountedRange] => [
        seriesId,
        { from: row.interventionStart, until: null },
      ]),
    );
}
