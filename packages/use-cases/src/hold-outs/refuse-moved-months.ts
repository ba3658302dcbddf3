import { listBaselinesByIds } from "@liftledger/database/baselines";
import type { Benefit } from "@liftledger/database/benefits";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Series } from "@liftledger/database/series";
import { latestSnapshotsOfSeries } from "@liftledger/database/snapshots";
import type { Reader, Writer } from "@liftledger/database/transaction";
import { daysByMonth } from "@liftledger/kpis/period";
import { claimFromOf } from "../baselines/claim-starts.ts";
import { knownStretches, stretchesWithin } from "../benefits/assumption-stretches.ts";
import type { Context } from "../context.ts";
import { refuseClosed } from "../periods/closed-months.ts";

interface MovedBenefit {
  benefit: Benefit;
  series: Series;
}

/**
 * Throws "period-closed" where a benefit has volume in a closed month: its lift, and with it that month's value, would
 * be another by a hold-out that is added, changed or taken back.
 */
export async function refuseMovedMonths(ctx: Context, tx: Writer, moved: MovedBenefit): Promise<void> {
  // What is claimed no more moves nothing.
  if (moved.benefit.withdrawnAt !== null) return;
  const months = await movedMonths(ctx, tx, moved);
  await refuseClosed(
    ctx,
    tx,
    months.map((month) => ({ period: month, field: "startedOn", addsUp: true })),
  );
}

/** The months in which a benefit has volume, in order: each has another value with another hold-out. */
export async function movedMonths(
  ctx: Context,
  db: Reader,
  { benefit, series }: MovedBenefit,
): Promise<string[]> {
  const { organisationId } = ctx;
  const { benefitId, baselineId, seriesId } = benefit;
  const initiative = await getInitiative(db, organisationId, benefit.initiativeId);
  const [baseline] = await listBaselinesByIds(db, organisationId, baselineId === null ? [] : [baselineId]);
  const stretches = (await knownStretches(ctx, db, [benefitId])).get(benefitId) ?? [];
  const until = stretches.at(-1)?.version.claimUntil ?? null;
  const started = claimFromOf(initiative.startedOn, series.periodType, baseline?.interventionStart);
  const [first] = stretchesWithin(stretches, { from: started, until });
  const range = { from: first?.from ?? started, ...(until === null ? {} : { to: until }) };
  const logged = (await latestSnapshotsOfSeries(db, organisationId, [seriesId], range)).get(seriesId) ?? [];
  return [...new Set(logged.flatMap(({ period }) => daysByMonth(period).map(({ month }) => month)))];
}
