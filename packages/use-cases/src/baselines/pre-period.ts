import { chooseBaseline, type BaselineChoice } from "@liftledger/baselines/choose-baseline";
import type { Series } from "@liftledger/database/series";
import { latestSnapshots, type Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { isMature } from "@liftledger/kpis/maturation";
import { addPeriods } from "@liftledger/kpis/period";
import { claimStarts } from "./claim-starts.ts";
import { entryOf } from "../entry-of.ts";
import type { Context } from "../context.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** What a baseline asks for: the periods before a start, as far back as given. */
export interface PrePeriodRange {
  readonly interventionStart: string;
  readonly from?: string | undefined;
}

/** The mature snapshots before a start, in order, at their latest revision. */
export async function preSnapshots(
  ctx: Context,
  db: Reader,
  series: Series,
  { interventionStart, from }: PrePeriodRange,
): Promise<Snapshot[]> {
  const kpi = entryOf(await kpisOfSeries(ctx, db, [series]), series.seriesId);
  const to = addPeriods(interventionStart, -1);
  const snapshots = await latestSnapshots(db, ctx.organisationId, series.seriesId, { from, to });
  return snapshots.filter((snapshot) => isMature(snapshot.period, kpi, ctx.today));
}

/** What the ladder says of a pre-period. It is contaminated where a claim on the series began in it. */
export async function chooseForPrePeriod(
  ctx: Context,
  db: Reader,
  series: Series,
  snapshots: readonly Snapshot[],
): Promise<BaselineChoice> {
  const last = snapshots.at(-1)?.period;
  return chooseBaseline({
    periodType: series.periodType,
    prePeriods: snapshots.length,
    contaminated: last !== undefined && (await anyClaimBeganBy(ctx, db, series, last)),
  });
}

async function anyClaimBeganBy(ctx: Context, db: Reader, series: Series, last: string): Promise<boolean> {
  const starts = await claimStarts(ctx, db, new Map([[series.seriesId, series]]), ctx.now);
  return (starts.get(series.seriesId) ?? []).some((from) => from <= last);
}
