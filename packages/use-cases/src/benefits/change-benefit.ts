import type { Benefit, ChangeBenefit } from "@liftledger/contracts/initiative";
import type { BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { updateBenefit } from "@liftledger/database/benefits";
import { getSeries } from "@liftledger/database/series";
import { onlyRow } from "../only-row.ts";
import { writeGrantedShares } from "../claims/write-granted-shares.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { benefitViews } from "./benefit-view.ts";
import { claimedBenefit, keptBenefit } from "./kept-benefit.ts";
import { refuseForeignBaseline } from "./refuse-foreign-baseline.ts";
import { settledClaim } from "./settled-claim.ts";
import { writeAssumptions } from "./write-assumptions.ts";

/**
 * Sets the baseline of a benefit, or its assumptions. New assumptions take the place of the old as a whole,
 * so that one can be taken back; the old version stays readable. "conflict" when somebody was faster.
 *
 * A greater share, a later end and another start of the baseline all claim more: what exceeds the whole in any period is
 * refused, or scaled pro rata where that is asked for.
 */
export async function changeBenefit(
  ctx: Context,
  { benefitId, version, baselineId, assumptions, proRata }: ChangeBenefit & { benefitId: string },
): Promise<Benefit> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await claimedBenefit(ctx, tx, benefitId);
    const { seriesId, initiativeId } = before;
    if (baselineId !== undefined) await refuseForeignBaseline(ctx, tx, { baselineId, seriesId });
    const series = await getSeries(tx, ctx.organisationId, seriesId);
    const wanted = {
      benefitId,
      initiativeId,
      baselineId: baselineId ?? before.baselineId,
      series,
      assumptions: assumptions ?? (before.assumptions === null ? {} : claimTerms(before.assumptions)),
    };
    const { own: granted, others } = await settledClaim(ctx, tx, wanted, { proRata });
    await writeGrantedShares(ctx, tx, audit, { action: "changeBenefit", granted: others });
    await updateBenefit(tx, ctx.organisationId, benefitId, version, { baselineId, recordedAt: ctx.now });
    if (assumptions !== undefined) {
      const next = (before.assumptions?.version ?? 0) + 1;
      const facts = { benefitId, version: next, series, assumptions, granted, before: before.assumptions };
      await writeAssumptions(ctx, tx, audit, facts);
    } else if (granted !== undefined) {
      // Its new baseline claims earlier periods; its share shrinks with those of the others.
      const own = new Map([[benefitId, granted]]);
      await writeGrantedShares(ctx, tx, audit, { action: "changeBenefit", granted: own });
    }
    const after = await keptBenefit(ctx, tx, benefitId);
    const reason = granted?.reason;
    audit({ action: "changeBenefit", noun: "benefit", id: benefitId, before, after, reason });
    return onlyRow(await benefitViews(ctx, tx, [after]));
  });
}

function claimTerms({ attribution, claimUntil }: BenefitAssumptions) {
  return { attribution: attribution ?? undefined, claimUntil: claimUntil ?? undefined };
}
