import { chooseBaseline, type BaselineChoice } from "@liftledger/baselines/choose-baseline";
import { listBenefits } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Series } from "@liftledger/database/series";
import { latestSnapshots, type Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { addPeriods, comparePeriods, periodOf } from "@liftledger/kpis/period";
import { isMature } from "@liftledger/roi/evaluate-benefit";
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

/** What the ladder says of a pre-period. It is contaminated where an initiative that claims the series began in it. */
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
    contaminated: last !== undefined && (await anybodyBeganBy(ctx, db, series, last)),
  });
}

async function anybodyBeganBy(ctx: Context, db: Reader, series: Series, last: string): Promise<boolean> {
  const benefits = await listBenefits(db, ctx.organisationId, { seriesIds: [series.seriesId] });
  const ids = benefits.map((benefit) => benefit.initiativeId);
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  return initiatives.some(
    ({ startedOn }) => comparePeriods(periodOf(startedOn, series.periodType), last) <= 0,
  );
}
