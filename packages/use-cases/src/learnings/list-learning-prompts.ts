import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { LearningPrompt } from "@liftledger/contracts/learning";
import { lists } from "@liftledger/contracts/lists";
import { listGateReviews, type GateReview } from "@liftledger/database/gate-reviews";
import { lastLearnedAt } from "@liftledger/database/learnings";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";

/**
 * The initiatives of which something was to be learned and nobody has written it: those that ended, until there is a
 * learning of them, and those whose gate was decided, until somebody adds one after the decision.
 */
export async function listLearningPrompts(
  ctx: Context,
  query: EndpointRequest<"listLearningPrompts">["query"],
): Promise<EndpointOutput<"listLearningPrompts">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const learnedAt = await lastLearnedAt(db, ctx.organisationId);
    const gates = await unlearnedGates(ctx, db, learnedAt);
    const asked = (await allInitiatives(ctx, db)).filter(
      ({ initiativeId, status }) =>
        gates.has(initiativeId) || (!isUnderWay({ status }) && !learnedAt.has(initiativeId)),
    );
    const views = await initiativeViews(ctx, db, asked);
    const rows = views.map(({ initiativeId, name, team, sentence, status, outcome }) =>
      LearningPrompt.parse({
        initiativeId,
        name,
        team,
        sentence,
        occasion: isUnderWay({ status }) ? "gate" : status,
        kpiKey: outcome?.kpiKey ?? null,
        gate: gates.get(initiativeId) ?? null,
      }),
    );
    return pageRows(lists.listLearningPrompts.list, rows, query);
  });
}

/** The gate of each initiative that was decided last, where no learning was added since. */
async function unlearnedGates(ctx: Context, db: Reader, learnedAt: ReadonlyMap<string, string>) {
  const last = new Map<string, Pick<GateReview, "reviewId" | "into" | "leaving" | "decision"> & DecidedAt>();
  for (const review of await listGateReviews(db, ctx.organisationId)) {
    const { initiativeId, status, reviewId, into, leaving, decision, endedAt: decidedAt } = review;
    if (status !== "decided" || decidedAt === null) continue;
    if ((last.get(initiativeId)?.decidedAt ?? "") > decidedAt) continue;
    last.set(initiativeId, { reviewId, into, leaving, decision, decidedAt });
  }
  return new Map([...last].filter(([id, { decidedAt }]) => (learnedAt.get(id) ?? "") < decidedAt));
}

interface DecidedAt {
  decidedAt: string;
}
