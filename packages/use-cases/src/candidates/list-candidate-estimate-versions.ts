import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listCandidateEstimates } from "@liftledger/database/candidate-estimates";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { estimateView } from "./estimate-view.ts";

/** Every version of what a candidate is ranked by, the latest first unless another order is asked for. */
export async function listCandidateEstimateVersions(
  ctx: Context,
  query: { initiativeId: string } & EndpointRequest<"listCandidateEstimateVersions">["query"],
): Promise<EndpointOutput<"listCandidateEstimateVersions">> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, query.initiativeId);
  const { rows, nextCursor } = await listCandidateEstimates(read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, read);
  return { rows: rows.map((row) => estimateView(query.initiativeId, row, nameOf)), nextCursor };
}
