import type { Benefit } from "@liftledger/contracts/initiative";
import { updateBenefit } from "@liftledger/database/benefits";
import { getSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { daysByMonth } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { closedMonths } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { stretchesWithin } from "./assumption-stretches.ts";
import { benefitFacts, benefitViews } from "./benefit-view.ts";
import { claimedBenefit, keptBenefit, type KeptBenefit } from "./kept-benefit.ts";
import { claimRange } from "./wanted-claim.ts";

/**
 * Takes a benefit back: from now on it claims nothing, and its share is free for others. What was known before this
 * instant still counts it. Refused where the figures of a closed month count it: such a claim ends (`claimUntil`),
 * and keeps what it had. "conflict" when somebody was faster, or it is withdrawn already.
 */
export async function withdrawBenefit(
  ctx: Context,
  { benefitId, version, reason }: { benefitId: string; version: number; reason: string },
): Promise<Benefit> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await claimedBenefit(ctx, tx, benefitId);
    await refuseCountedInClose(ctx, tx, before);
    const change = { isWithdrawn: true, recordedAt: ctx.now };
    await updateBenefit(tx, ctx.organisationId, benefitId, version, change);
    const after = await keptBenefit(ctx, tx, benefitId);
    const facts = { before: benefitFacts(before), after: benefitFacts(after), reason };
    audit({ action: "withdrawBenefit", noun: "benefit", id: benefitId, ...facts });
    return onlyRow(await benefitViews(ctx, tx, [after]));
  });
}

/** Throws "period-closed" for the first closed month that counts the benefit: claimed in it, or in its sums since before. */
async function refuseCountedInClose(ctx: Context, tx: Reader, benefit: KeptBenefit): Promise<void> {
  const { benefitId, seriesId, stretches } = benefit;
  const series = await getSeries(tx, ctx.organisationId, seriesId);
  const range = await claimRange(ctx, tx, { ...benefit, series });
  const claimed = stretchesWithin(stretches, range);
  const from = claimed[0]?.from ?? range.from;
  const first = daysByMonth(from)[0]?.month ?? from;
  const { months, say } = await closedMonths(ctx, tx);
  const counted = months.find((month) => month >= first);
  if (counted === undefined) return;
  const message = `The figures of ${counted} count this benefit. ${say(counted) ?? ""} Or let its claim end: set claimUntil, and it keeps what it had.`;
  throw new ProblemError("period-closed", message, [{ field: "benefitId", message, seen: benefitId }]);
}
