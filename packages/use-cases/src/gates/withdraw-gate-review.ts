import type { GateReview as WireReview, WithdrawGateReview } from "@liftledger/contracts/gate";
import { getGateReview } from "@liftledger/database/gate-reviews";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { moveReview } from "./move-review.ts";
import { refuseUnlessReview } from "./refuse-review.ts";
import { reviewView } from "./review-view.ts";

/** Takes a review back that is not decided, for a reason. A signature it has stays on record and decides nothing. */
export async function withdrawGateReview(
  ctx: Context,
  { reviewId, version, reason }: { reviewId: string } & WithdrawGateReview,
): Promise<WireReview> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const review = await getGateReview(tx, ctx.organisationId, reviewId);
    await getOwnInitiative(ctx, tx, review.initiativeId);
    await refuseUnlessReview(ctx, tx, review, ["open", "signed"], "withdrawn");
    const ended = { endedAt: ctx.now, endedBy: ctx.actor.personId, endReason: reason };
    const change = { status: "withdrawn" as const, ...ended };
    const told = { change, from: version, action: "withdrawGateReview", reason };
    return reviewView(ctx, tx, await moveReview(ctx, tx, audit, review, told));
  });
}
