import type { ChangeGateReview, GateReview as WireReview } from "@liftledger/contracts/gate";
import { getGateReview } from "@liftledger/database/gate-reviews";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { onlyRow } from "../only-row.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { moveReview } from "./move-review.ts";
import { refuseTooSoon, refuseUnlessReview, refuseUnsoundRequest } from "./refuse-review.ts";
import { reviewView } from "./review-view.ts";

/**
 * Writes what is asked for anew, before anybody signed it. Whoever writes is one of its authors from then on; what
 * somebody let pass before with the same words stays theirs.
 */
export async function changeGateReview(
  ctx: Context,
  { reviewId, version, decision, reason, overrides }: { reviewId: string } & ChangeGateReview,
): Promise<WireReview> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const review = await getGateReview(tx, ctx.organisationId, reviewId);
    const initiative = await getOwnInitiative(ctx, tx, review.initiativeId);
    await refuseUnlessReview(ctx, tx, review, ["open"], "changed");
    refuseUnsoundRequest(review, { decision, overrides });
    refuseTooSoon(ctx, onlyRow(await initiativeViews(ctx, tx, [initiative])), decision);
    const by = ctx.actor.personId;
    const change = {
      decision,
      reason,
      overrides: overrides.map((wanted) => {
        const same = review.overrides.find(
          (one) => one.criterion === wanted.criterion && one.reason === wanted.reason,
        );
        return same ?? { ...wanted, by, at: ctx.now };
      }),
      authors: [...new Set([...review.authors, by])],
    };
    const after = await moveReview(ctx, tx, audit, review, {
      change,
      from: version,
      action: "changeGateReview",
    });
    return reviewView(ctx, tx, after);
  });
}
