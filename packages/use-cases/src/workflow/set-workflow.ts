import type { SetWorkflow, Workflow } from "@liftledger/contracts/workflow";
import { LostUpdateError } from "@liftledger/database/errors";
import { jsonText } from "@liftledger/database/json";
import { findWorkflowVersion, insertWorkflowVersion } from "@liftledger/database/workflow-versions";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { reopenGuardrails } from "../production/reopen-guardrails.ts";
import { keptWorkflow, ownersIn, withOwners, workflowView } from "./workflow-view.ts";

/**
 * Records how the work of one's own initiative is done, as the next version after the one that was read. A scope that
 * was stated and is another now reopens the guardrails for approval: they were written for the one before.
 */
export async function setWorkflow(
  ctx: Context,
  { initiativeId, version, ...wanted }: { initiativeId: string } & SetWorkflow,
): Promise<Workflow> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getOwnInitiative(ctx, tx, initiativeId);
    const before = (await findWorkflowVersion(tx, ctx.organisationId, initiativeId)) ?? null;
    const found = before?.version ?? 0;
    if (found !== version) throw new LostUpdateError("workflow", initiativeId, version, found);
    const ids = new Map<string, string>();
    for (const name of ownersIn(wanted)) ids.set(name, await personIdByName(ctx, tx, audit, name));
    const workflow = jsonText(withOwners(wanted, (name) => entryOf(ids, name)));
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    const after = { initiativeId, version: found + 1, workflow, ...by };
    await insertWorkflowVersion(tx, ctx.organisationId, after);
    audit({ action: "setWorkflow", noun: "workflow", id: initiativeId, before, after });
    const scope = before === null ? null : keptWorkflow(before).scope;
    if (scope !== null && scope !== wanted.scope) await reopenGuardrails(ctx, tx, audit, after);
    return workflowView(initiativeId, after, await personNames(ctx, tx));
  });
}
