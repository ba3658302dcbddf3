import type { Baseline as WireBaseline, UnfreezeBaseline } from "@liftledger/contracts/initiative";
import { getBaseline, supersedeBaseline } from "@liftledger/database/baselines";
import { getSeries } from "@liftledger/database/series";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { baselineViews } from "./baseline-view.ts";
import { insertDraft } from "./insert-draft.ts";
import { keepingClosesOf } from "./keep-closes.ts";
import { moveBenefits } from "./move-benefits.ts";
import { rangeOf } from "./pre-period.ts";

/**
 * Takes a frozen baseline back to a draft, for a reason, and answers the draft: of the same start and first period, on
 * the numbers as they are now, by whoever unfroze it, so that somebody else freezes it again. What stood on the frozen
 * one stands on the draft from now on and is provisional.
 *
 * The frozen one is superseded and stays as it was, with its revisions and digest: a report as of an earlier instant
 * reads it. "period-closed" where a closed month counts it: such months are reopened first (decision 38).
 */
export async function unfreezeBaseline(
  ctx: Context,
  { baselineId, version, reason }: { baselineId: string } & UnfreezeBaseline,
): Promise<WireBaseline> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const action = "unfreezeBaseline";
    const frozen = await getBaseline(tx, ctx.organisationId, baselineId);
    if (frozen.status !== "frozen") {
      throw new ProblemError("conflict", `The baseline is ${frozen.status}: there is nothing to unfreeze.`);
    }
    const draft = await keepingClosesOf(ctx, tx, [frozen], async () => {
      const by = { supersededAt: ctx.now, supersededBy: ctx.actor.personId };
      await supersedeBaseline(tx, ctx.organisationId, baselineId, { ...by, unfreezeReason: reason, version });
      const series = await getSeries(tx, ctx.organisationId, frozen.seriesId);
      const drafted = await insertDraft(ctx, tx, series, {
        ...rangeOf(frozen),
        redraftOf: baselineId,
        // A control series that an initiative claims by now is no reason to keep a mistake frozen.
        isLenient: true,
      });
      audit({ action, noun: "baseline", id: drafted.baselineId, before: null, after: drafted });
      await moveBenefits(ctx, tx, audit, { action, from: baselineId, to: drafted.baselineId });
      const after = await getBaseline(tx, ctx.organisationId, baselineId);
      audit({ action, noun: "baseline", id: baselineId, before: frozen, after, reason });
      return drafted;
    });
    return onlyRow(await baselineViews(ctx, tx, [draft]));
  });
}
