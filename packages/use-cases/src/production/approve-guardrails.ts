import type { ApproveGuardrails, ProductionFacts } from "@liftledger/contracts/production-facts";
import { LostUpdateError } from "@liftledger/database/errors";
import { getInitiative } from "@liftledger/database/initiatives";
import { jsonText } from "@liftledger/database/json";
import { findProductionFacts, insertProductionFacts } from "@liftledger/database/production-facts";
import { refuseOwnApproval } from "../approvals/refuse-own-approval.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { keptFacts, productionView } from "./production-view.ts";

/**
 * Approves the guardrails of an initiative for the scope as it now is, as they stood at the version that was read. Refused
 * to whoever changed the scope, and where nothing waits.
 */
export async function approveGuardrails(
  ctx: Context,
  { initiativeId, version }: { initiativeId: string } & ApproveGuardrails,
): Promise<ProductionFacts> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getInitiative(tx, ctx.organisationId, initiativeId);
    const before = await findProductionFacts(tx, ctx.organisationId, initiativeId);
    const found = before?.version ?? 0;
    if (found !== version) throw new LostUpdateError("production facts", initiativeId, version, found);
    const kept = before === undefined ? undefined : keptFacts(before);
    if (before === undefined || kept === undefined || kept.reopened === null)
      throw new ProblemError(
        "conflict",
        "No guardrails wait for approval: the scope is the one they stand for.",
      );
    await refuseOwnApproval(ctx, tx, {
      authorId: kept.reopened.by,
      approverId: ctx.actor.personId,
      deed: "changed this one",
      rule: "Who changes a scope does not approve the guardrails for it",
    });
    const facts = jsonText({ ...kept, reopened: null });
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    const after = { initiativeId, version: found + 1, facts, ...by };
    await insertProductionFacts(tx, ctx.organisationId, after);
    audit({ action: "approveGuardrails", noun: "production-facts", id: initiativeId, before, after });
    return productionView(initiativeId, after, await personNames(ctx, tx));
  });
}
