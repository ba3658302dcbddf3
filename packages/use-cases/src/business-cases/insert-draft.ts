import type { CasePlan } from "@liftledger/contracts/case-plan";
import type { BusinessCase } from "@liftledger/database/business-cases";
import { getCaseVersion, insertCaseVersion, type CaseVersion } from "@liftledger/database/case-versions";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { tellVersion } from "./open-case.ts";
import { storedText } from "./stored-plan.ts";

/** Adds a version of a case as the actor's draft, and tells the chain of it. */
export async function insertDraft(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  kept: BusinessCase,
  {
    number,
    plan,
    basedOn,
    action,
  }: { number: number; plan: CasePlan; basedOn: number | null; action: string },
): Promise<CaseVersion> {
  const { caseId } = kept;
  await insertCaseVersion(tx, ctx.organisationId, {
    caseId,
    number,
    plan: storedText(plan),
    basedOn,
    authors: [ctx.actor.personId],
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
  });
  const after = await getCaseVersion(tx, ctx.organisationId, { caseId, number });
  tellVersion(audit, kept, { before: null, after }, { action });
  return after;
}
