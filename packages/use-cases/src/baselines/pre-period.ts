import {
  chooseBaseline,
  type BaselineChoice,
  type ControlMethod,
} from "@liftledger/baselines/choose-baseline";
import type { Baseline } from "@liftledger/database/baselines";
import type { Series } from "@liftledger/database/series";
import { latestSnapshots, type Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { isMature } from "@liftledger/kpis/maturation";
import { addPeriods, firstDay } from "@liftledger/kpis/period";
import { claimStarts } from "./claim-starts.ts";
import { entryOf } from "../entry-of.ts";
import type { Context } from "../context.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** What a baseline asks for: the periods before a start, of a window, without some, with a trend declared on a day. */
export interface PrePeriodRange {
  readonly interventionStart: string;
  readonly from?: string | undefined;
  readonly windowTo?: string | null | undefined;
  readonly leftOut?: readonly string[] | undefined;
  readonly trendDeclaredOn?: string | null | undefined;
  /** The series to be compared with, the one to be subtracted first, and what is to be done with them. */
  readonly controlSeriesIds?: readonly string[] | undefined;
  readonly controlMethod?: ControlMethod | null | undefined;
}

/** What a baseline that was drafted asked for. */
export function rangeOf(baseline: Baseline): PrePeriodRange {
  const { interventionStart, preFrom, windowTo, leftOut, trendDeclaredOn, controls, controlMethod } =
    baseline;
  const controlSeriesIds = controls.map(({ seriesId }) => seriesId);
  const compared = { controlSeriesIds, controlMethod };
  return { interventionStart, from: preFrom ?? undefined, windowTo, leftOut, trendDeclaredOn, ...compared };
}

/** What is known of a window: what the baseline stands on, and what was left out of it. */
export interface PrePeriod {
  readonly snapshots: readonly Snapshot[];
  readonly leftOut: readonly Snapshot[];
}

/** The mature snapshots before a start, in order, at their latest revision. */
export async function prePeriodOf(
  ctx: Context,
  db: Reader,
  series: Series,
  { interventionStart, from, windowTo, leftOut = [] }: PrePeriodRange,
): Promise<PrePeriod> {
  const kpi = entryOf(await kpisOfSeries(ctx, db, [series]), series.seriesId);
  const to = windowTo ?? addPeriods(interventionStart, -1);
  const known = await latestSnapshots(db, ctx.organisationId, series.seriesId, { from, to });
  const mature = known.filter((snapshot) => isMature(snapshot.period, kpi, ctx.today));
  const isOut = ({ period }: Snapshot) => leftOut.includes(period);
  return { snapshots: mature.filter((one) => !isOut(one)), leftOut: mature.filter(isOut) };
}

/**
 * What the ladder says of a pre-period, compared with control series where there are some. It is contaminated where a
 * claim on the series began in it.
 */
export async function chooseForPrePeriod(
  ctx: Context,
  db: Reader,
  series: Series,
  { snapshots, leftOut }: PrePeriod,
  { interventionStart, trendDeclaredOn, controlMethod }: PrePeriodRange,
  controls: readonly { name: string }[],
): Promise<BaselineChoice> {
  const last = snapshots.at(-1)?.period;
  const declaredTrend =
    trendDeclaredOn === undefined || trendDeclaredOn === null
      ? {}
      : { declaredTrend: { declaredOn: trendDeclaredOn, startsOn: firstDay(interventionStart) } };
  return chooseBaseline({
    periodType: series.periodType,
    prePeriods: snapshots.length,
    triggerPeriods: leftOut.length,
    contaminated: last !== undefined && (await anyClaimBeganBy(ctx, db, series, last)),
    controls: controls.map(({ name }) => name),
    ...(controlMethod === undefined || controlMethod === null ? {} : { method: controlMethod }),
    ...declaredTrend,
  });
}

/** Whether a claim on a series, of whichever initiative, began by the end of its pre-period. */
export async function anyClaimBeganBy(
  ctx: Context,
  db: Reader,
  series: Series,
  last: string,
): Promise<boolean> {
  const starts = await claimStarts(ctx, db, new Map([[series.seriesId, series]]), ctx.now);
  return (starts.get(series.seriesId) ?? []).some((from) => from <= last);
}
