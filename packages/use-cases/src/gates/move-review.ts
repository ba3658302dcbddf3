import {
  getGateReview,
  updateGateReview,
  type GateReview,
  type GateReviewChange,
} from "@liftledger/database/gate-reviews";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";

/** Changes a review from the version the caller read, tells the chain of it, and answers it as it is now. */
export async function moveReview(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  review: GateReview,
  told: { change: GateReviewChange; from: number; action: string; reason?: string },
): Promise<GateReview> {
  const { reviewId } = review;
  await updateGateReview(tx, ctx.organisationId, { reviewId, version: told.from }, told.change);
  const after = await getGateReview(tx, ctx.organisationId, reviewId);
  // The chain keeps the digest of what was signed; the evidence itself stands beside the review.
  const factsOf = ({ pack: _pack, ...facts }: GateReview) => facts;
  audit({
    action: told.action,
    noun: "gate-review",
    id: reviewId,
    before: factsOf(review),
    after: factsOf(after),
    reason: told.reason,
  });
  return after;
}
