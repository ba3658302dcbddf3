import type { CandidateEstimate } from "@liftledger/contracts/candidate";
import { latestCandidateEstimates } from "@liftledger/database/candidate-estimates";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { estimateView } from "./estimate-view.ts";

/** What a candidate is ranked by, as it was estimated last. */
export async function getCandidateEstimate(
  ctx: Context,
  { initiativeId }: { initiativeId: string },
): Promise<CandidateEstimate> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, initiativeId);
  const kept = await latestCandidateEstimates(read, ctx.organisationId, [initiativeId]);
  return estimateView(initiativeId, kept.get(initiativeId), await personNames(ctx, read));
}
