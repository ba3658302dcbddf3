import { jsonText } from "@liftledger/database/json";
import { findProductionFacts, insertProductionFacts } from "@liftledger/database/production-facts";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { keptFacts } from "./production-view.ts";

/**
 * Marks the guardrails of an initiative (who may use which data, who reviews the output, what happens when it is wrong) as
 * to be approved again, in the transaction that changes its scope. Where none is written there is nothing to approve.
 */
export async function reopenGuardrails(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { initiativeId, version: workflowVersion }: { initiativeId: string; version: number },
): Promise<void> {
  const before = await findProductionFacts(tx, ctx.organisationId, initiativeId);
  if (before === undefined) return;
  const kept = keptFacts(before);
  const rules = [kept.dataAccessRule, kept.outputReviewRule, kept.errorHandlingRule];
  if (rules.every((rule) => rule === null)) return;
  const by = ctx.actor.personId;
  const facts = jsonText({ ...kept, reopened: { on: ctx.today, at: ctx.now, by, workflowVersion } });
  const version = before.version + 1;
  const after = { initiativeId, version, facts, recordedAt: ctx.now, recordedBy: by };
  await insertProductionFacts(tx, ctx.organisationId, after);
  audit({ action: "setWorkflow", noun: "production-facts", id: initiativeId, before, after });
}
