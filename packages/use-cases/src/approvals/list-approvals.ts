import type { Approval } from "@liftledger/contracts/approval";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { decidersOf } from "./deciders.ts";
import { waitingAssumptions } from "./waiting-assumptions.ts";
import { waitingCases } from "./waiting-cases.ts";
import { waitingBaselines } from "./waiting-baselines.ts";
import { waitingGateReviews } from "./waiting-gate-reviews.ts";
import { waitingGuardrails } from "./waiting-guardrails.ts";
import type { Waiting } from "./waiting.ts";

/**
 * What one person made and another is to approve, longest waiting first: drafts of baselines, what benefits are
 * worth, business cases, reviews of gates, and guardrails whose scope changed. They are paged in memory: whether the
 * caller may decide, and whose series it is, is known of a whole row only, and rows are bounded by what there is (a draft
 * a series and start, one a benefit, one a case, two an initiative), none with more than its names and terms. Benchmarks never wait: they are entered with their approver. Another kind is one more list here.
 */
export async function listApprovals(
  ctx: Context,
  query: EndpointRequest<"listApprovals">["query"],
): Promise<EndpointOutput<"listApprovals">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const waiting = [
      ...(await waitingBaselines(ctx, db)),
      ...(await waitingAssumptions(ctx, db)),
      ...(await waitingCases(ctx, db)),
      ...(await waitingGateReviews(ctx, db)),
      ...(await waitingGuardrails(ctx, db)),
    ];
    return pageRows(lists.listApprovals.list, await approvalViews(ctx, db, waiting), query);
  });
}

async function approvalViews(ctx: Context, db: Reader, waiting: readonly Waiting[]): Promise<Approval[]> {
  const nameOf = await personNames(ctx, db);
  const ids = new Set(waiting.flatMap(({ initiativeId }) => initiativeId ?? []));
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, [...ids]);
  const initiativeNames = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const deciderOf = await decidersOf(ctx, db);
  const views: Approval[] = [];
  for (const { authorId, barredIds = [authorId], ...shown } of waiting) {
    views.push({
      ...shown,
      initiative: initiativeNames.get(shown.initiativeId ?? "") ?? null,
      askedBy: nameOf(authorId),
      ...(await deciderOf(barredIds)),
    });
  }
  return views;
}
