import type { GateReview } from "@liftledger/contracts/gate";
import { getGateReview as getStored } from "@liftledger/database/gate-reviews";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { reviewView } from "./review-view.ts";

/** A review with its evidence: as things are while nobody signed it, then as it was signed. */
export async function getGateReview(ctx: Context, { reviewId }: { reviewId: string }): Promise<GateReview> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    return reviewView(ctx, db, await getStored(db, ctx.organisationId, reviewId));
  });
}
