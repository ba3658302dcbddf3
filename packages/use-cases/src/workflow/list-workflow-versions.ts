import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { getInitiative } from "@liftledger/database/initiatives";
import { listWorkflowVersions as listStored } from "@liftledger/database/workflow-versions";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { workflowView } from "./workflow-view.ts";

/** Every version of how the work of an initiative is done, the latest first unless another order is asked for. */
export async function listWorkflowVersions(
  ctx: Context,
  query: { initiativeId: string } & EndpointRequest<"listWorkflowVersions">["query"],
): Promise<EndpointOutput<"listWorkflowVersions">> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, query.initiativeId);
  const { rows, nextCursor } = await listStored(read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, read);
  return { rows: rows.map((row) => workflowView(query.initiativeId, row, nameOf)), nextCursor };
}
