import type { CaseVersion, NewCaseVersion } from "@liftledger/contracts/business-case";
import { getCaseVersion, listCaseVersionHeads } from "@liftledger/database/case-versions";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { caseVersionView } from "./case-version-view.ts";
import { insertDraft } from "./insert-draft.ts";
import { getOwnCase } from "./open-case.ts";
import { storedPlan } from "./stored-plan.ts";

/** Begins the next version of a case with the plan of another. One version at a time is open. */
export async function addCaseVersion(
  ctx: Context,
  { caseId, from }: { caseId: string } & NewCaseVersion,
): Promise<CaseVersion> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const kept = await getOwnCase(ctx, tx, caseId);
    const heads = await listCaseVersionHeads(tx, ctx.organisationId, { caseId });
    const open = heads.find(({ status }) => ["draft", "submitted", "returned"].includes(status));
    if (open !== undefined) {
      const message = `Version ${open.number} of ${kept.name} is open (${open.status}): go on with it, or withdraw it first.`;
      throw new ProblemError("conflict", message, [{ field: "from", message, seen: String(open.number) }]);
    }
    const source = await getCaseVersion(tx, ctx.organisationId, { caseId, number: from });
    const draft = {
      number: (heads.at(-1)?.number ?? 0) + 1,
      plan: storedPlan(source),
      basedOn: from,
      action: "addCaseVersion",
    };
    return caseVersionView(ctx, tx, kept, await insertDraft(ctx, tx, audit, kept, draft));
  });
}
