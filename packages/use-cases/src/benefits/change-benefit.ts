import type { Benefit, ChangeBenefit } from "@liftledger/contracts/initiative";
import { updateBenefit } from "@liftledger/database/benefits";
import { getSeries } from "@liftledger/database/series";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { benefitViews } from "./benefit-view.ts";
import { keptBenefit } from "./kept-benefit.ts";
import { refuseForeignBaseline } from "./refuse-foreign-baseline.ts";
import { writeAssumptions } from "./write-assumptions.ts";

/**
 * Sets the baseline of a benefit, or its assumptions. New assumptions take the place of the old as a whole,
 * so that one can be taken back; the old version stays readable. "conflict" when somebody was faster.
 */
export async function changeBenefit(
  ctx: Context,
  { benefitId, version, baselineId, assumptions }: ChangeBenefit & { benefitId: string },
): Promise<Benefit> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit) => {
    const before = await keptBenefit(ctx, tx, benefitId);
    const { seriesId } = before;
    if (baselineId !== undefined) await refuseForeignBaseline(ctx, tx, { baselineId, seriesId });
    await updateBenefit(tx, ctx.organisationId, benefitId, version, { baselineId });
    if (assumptions !== undefined) {
      const next = (before.assumptions?.version ?? 0) + 1;
      const series = await getSeries(tx, ctx.organisationId, seriesId);
      await writeAssumptions(ctx, tx, audit, { benefitId, version: next, series, assumptions });
    }
    const after = await keptBenefit(ctx, tx, benefitId);
    audit({ action: "changeBenefit", noun: "benefit", id: benefitId, before, after });
    return onlyRow(await benefitViews(ctx, tx, [after]));
  });
}
