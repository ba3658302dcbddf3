import type { CaseVersion, NewBusinessCase } from "@liftledger/contracts/business-case";
import { getBusinessCase, insertBusinessCase, listBusinessCases } from "@liftledger/database/business-cases";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { caseVersionView } from "./case-version-view.ts";
import { checkedPlan } from "./checked-plan.ts";
import { insertDraft } from "./insert-draft.ts";

/** Begins a business case of an initiative of one's own, as a draft of version 1. Its gaps are answered, not refused. */
export async function createCase(
  ctx: Context,
  { initiativeId, name, plan }: NewBusinessCase,
): Promise<CaseVersion> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getOwnInitiative(ctx, tx, initiativeId);
    await refuseTakenName(ctx, tx, { initiativeId, name });
    const checked = await checkedPlan(ctx, tx, audit, { wanted: plan, initiativeId, before: null });
    const caseId = ctx.newId();
    const made = { caseId, initiativeId, name, createdAt: ctx.now, createdBy: ctx.actor.personId };
    await insertBusinessCase(tx, ctx.organisationId, made);
    const kept = await getBusinessCase(tx, ctx.organisationId, caseId);
    audit({ action: "createCase", noun: "business-case", id: caseId, before: null, after: kept });
    const draft = { number: 1, plan: checked, basedOn: null, action: "createCase" };
    return caseVersionView(ctx, tx, kept, await insertDraft(ctx, tx, audit, kept, draft));
  });
}

/** Throws where the initiative has another case of that name: "retired" of one that was retired, else "conflict". */
export async function refuseTakenName(
  ctx: Context,
  tx: Writer,
  { initiativeId, name, caseId }: { initiativeId: string; name: string; caseId?: string },
): Promise<void> {
  const cases = await listBusinessCases(tx, ctx.organisationId, { initiativeId });
  const taken = cases.find((one) => one.name === name && one.caseId !== caseId);
  if (taken === undefined) return;
  const thing = { objectId: taken.caseId, name, field: "name" };
  await refuseRetired(ctx, tx, "business-case", [thing], "restore it, or choose another name");
  const details = [{ field: "name", message: "taken", seen: name }];
  throw new ProblemError("conflict", `The initiative has a business case named "${name}" already.`, details);
}
