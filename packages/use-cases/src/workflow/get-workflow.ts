import type { Workflow } from "@liftledger/contracts/workflow";
import { getInitiative } from "@liftledger/database/initiatives";
import { findWorkflowVersion } from "@liftledger/database/workflow-versions";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { workflowView } from "./workflow-view.ts";

/** How the work of an initiative is done, as known at an instant; version 0 where nothing is recorded. */
export async function getWorkflow(
  ctx: Context,
  { initiativeId, asOf }: { initiativeId: string; asOf?: string | undefined },
): Promise<Workflow> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, initiativeId);
  const kept = await findWorkflowVersion(read, ctx.organisationId, initiativeId, { asOf });
  return workflowView(initiativeId, kept, await personNames(ctx, read));
}
