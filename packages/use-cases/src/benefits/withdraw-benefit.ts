import type { Benefit } from "@liftledger/contracts/initiative";
import { updateBenefit, type Benefit as KeptBenefit } from "@liftledger/database/benefits";
import { closesInForce } from "@liftledger/database/periods";
import { getSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { daysByMonth, type Period } from "@liftledger/kpis/period";
import { claimingBenefits } from "../baselines/claim-starts.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { closedSentences } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { benefitViews } from "./benefit-view.ts";
import { claimedBenefit, keptBenefit } from "./kept-benefit.ts";

/**
 * Takes a benefit back: from now on it claims nothing, and its share is free for others. What was known before this
 * instant still counts it. Refused where the figures of a closed month counted it: such a claim ends (`claimUntil`),
 * and keeps what it had. "conflict" when somebody was faster, or it is withdrawn already.
 */
export async function withdrawBenefit(
  ctx: Context,
  { benefitId, version, reason }: { benefitId: string; version: number; reason: string },
): Promise<Benefit> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await claimedBenefit(ctx, tx, benefitId);
    await refuseCountedInClose(ctx, tx, before, before.assumptions?.claimUntil ?? null);
    const change = { isWithdrawn: true, recordedAt: ctx.now };
    await updateBenefit(tx, ctx.organisationId, benefitId, version, change);
    const after = await keptBenefit(ctx, tx, benefitId);
    audit({ action: "withdrawBenefit", noun: "benefit", id: benefitId, before, after, reason });
    return onlyRow(await benefitViews(ctx, tx, [after]));
  });
}

/** Throws "period-closed" for the first month that was closed while the benefit was claimed in it. */
async function refuseCountedInClose(
  ctx: Context,
  tx: Reader,
  { benefitId, seriesId, createdAt }: KeptBenefit,
  until: Period | null,
): Promise<void> {
  const series = await getSeries(tx, ctx.organisationId, seriesId);
  const claims = await claimingBenefits(ctx, tx, new Map([[seriesId, series]]));
  const from = claims.find(({ benefit }) => benefit.benefitId === benefitId)?.from;
  if (from === undefined) return;
  const first = daysByMonth(from)[0]?.month ?? from;
  const last = until === null ? null : (daysByMonth(until).at(-1)?.month ?? until);
  const closes = await closesInForce(tx, ctx.organisationId);
  const counted = [...closes.values()]
    .filter(
      ({ month, recordedAt }) =>
        month >= first && (last === null || month <= last) && recordedAt >= createdAt,
    )
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))[0];
  if (counted === undefined) return;
  const say = await closedSentences(ctx, tx, closes);
  const message = `The figures of ${counted.month} count this benefit. ${say(counted.month)} Or let its claim end: set claimUntil, and it keeps what it had.`;
  throw new ProblemError("period-closed", message, [{ field: "benefitId", message, seen: benefitId }]);
}
