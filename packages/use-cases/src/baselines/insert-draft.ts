import { FLAT_DESIGN } from "@liftledger/baselines/baseline-design";
import { getBaseline, insertDraftBaseline, type Baseline } from "@liftledger/database/baselines";
import type { Series } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { chooseForPrePeriod, preSnapshots, type PrePeriodRange } from "./pre-period.ts";

/** Writes a draft of what is known of a series now; of what it takes the place, where one was unfrozen for it. */
export async function insertDraft(
  ctx: Context,
  tx: Writer,
  series: Series,
  { interventionStart, from, redraftOf = null }: PrePeriodRange & { redraftOf?: string | null },
): Promise<Baseline> {
  const snapshots = await preSnapshots(ctx, tx, series, { interventionStart, from });
  const choice = await chooseForPrePeriod(ctx, tx, series, snapshots);
  const baselineId = ctx.newId();
  await insertDraftBaseline(tx, ctx.organisationId, {
    baselineId,
    seriesId: series.seriesId,
    preFrom: snapshots[0]?.period ?? null,
    preTo: snapshots.at(-1)?.period ?? null,
    interventionStart,
    design: choice.design ?? FLAT_DESIGN,
    rung: choice.rung,
    reasons: [...choice.reasons],
    redraftOf,
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
  });
  return getBaseline(tx, ctx.organisationId, baselineId);
}
