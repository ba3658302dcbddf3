import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listGateReviews as listStored } from "@liftledger/database/gate-reviews";
import { listGateSignatures } from "@liftledger/database/gate-signatures";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { reviewHeadView } from "./review-view.ts";

/** The reviews of gates, the latest first unless another order is asked for. */
export async function listGateReviews(
  ctx: Context,
  query: Partial<EndpointRequest<"listGateReviews">["query"]> = {},
): Promise<EndpointOutput<"listGateReviews">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const reviews = await listStored(db, ctx.organisationId, { initiativeId: query.initiativeId });
    const signatures = Map.groupBy(
      await listGateSignatures(db, ctx.organisationId),
      ({ reviewId }) => reviewId,
    );
    const ids = [...new Set(reviews.map(({ initiativeId }) => initiativeId))];
    const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
    const names = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
    const nameOf = await personNames(ctx, db);
    const rows = reviews.map((review) => {
      const initiative = names.get(review.initiativeId) ?? "";
      return reviewHeadView(
        review,
        { initiative, signatures: signatures.get(review.reviewId) ?? [] },
        nameOf,
      );
    });
    return pageRows(lists.listGateReviews.list, rows, query);
  });
}
