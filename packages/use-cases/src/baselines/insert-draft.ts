import { FLAT_DESIGN } from "@liftledger/baselines/baseline-design";
import { getBaseline, insertDraftBaseline, type Baseline } from "@liftledger/database/baselines";
import type { Series } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { chosenControls } from "./chosen-controls.ts";
import { chooseForPrePeriod, prePeriodOf, type PrePeriodRange } from "./pre-period.ts";

/**
 * Writes a draft of what is known of a series now; of what it takes the place, where one was unfrozen for it. Control
 * series that do not fit are refused, or left out where `isLenient`.
 */
export async function insertDraft(
  ctx: Context,
  tx: Writer,
  series: Series,
  { redraftOf = null, ...range }: PrePeriodRange & { redraftOf?: string | null; isLenient?: boolean },
): Promise<Baseline> {
  const found = await prePeriodOf(ctx, tx, series, range);
  const controls = await chosenControls(ctx, tx, series, found, range);
  const choice = await chooseForPrePeriod(ctx, tx, series, found, range, controls);
  const { snapshots } = found;
  const baselineId = ctx.newId();
  await insertDraftBaseline(tx, ctx.organisationId, {
    baselineId,
    seriesId: series.seriesId,
    preFrom: snapshots[0]?.period ?? null,
    preTo: snapshots.at(-1)?.period ?? null,
    interventionStart: range.interventionStart,
    windowTo: range.windowTo ?? null,
    leftOut: [...(range.leftOut ?? [])].toSorted(),
    trendDeclaredOn: range.trendDeclaredOn ?? null,
    controls: controls.map(({ name, series: { seriesId } }) => ({ seriesId, name })),
    controlMethod: controls.length === 0 ? null : (range.controlMethod ?? null),
    design: choice.design ?? FLAT_DESIGN,
    rung: choice.rung,
    reasons: [...choice.reasons],
    redraftOf,
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
  });
  return getBaseline(tx, ctx.organisationId, baselineId);
}
