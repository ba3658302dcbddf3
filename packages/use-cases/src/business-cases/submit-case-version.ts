import type { CaseVersion, SubmitCaseVersion } from "@liftledger/contracts/business-case";
import { enginePlan, withPeople } from "@liftledger/contracts/case-plan-people";
import { planProblems } from "@liftledger/roi/business-case/plan-problems";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { caseTerms } from "./case-terms.ts";
import { caseVersionView } from "./case-version-view.ts";
import { getOwnVersion, moveVersion, refuseUnless, type CasePlace } from "./open-case.ts";
import { storedPlan, storedText } from "./stored-plan.ts";
import { wireProblem } from "./wire-problem.ts";

/**
 * Asks for approval of a version: refused with every gap that is still in it, those of one page only where it spends less
 * than the organisation set. The terms of its approval are those of this moment, whatever is set later.
 */
export async function submitCaseVersion(
  ctx: Context,
  { version, ...place }: CasePlace & SubmitCaseVersion,
): Promise<CaseVersion> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const found = await getOwnVersion(ctx, tx, place);
    await refuseUnless(ctx, tx, found, ["draft", "returned"], "submitted");
    const plan = enginePlan(storedPlan(found.version));
    const terms = await caseTerms(ctx, tx, { plan, initiativeId: found.kept.initiativeId });
    // Problems name people as they are called.
    const named = enginePlan(withPeople(storedPlan(found.version), await personNames(ctx, tx)));
    refuseGaps(planProblems(named, { onePage: terms.isOnePage }).map(wireProblem), terms.isOnePage);
    const change = {
      status: "submitted" as const,
      round: found.version.round + 1,
      submittedAt: ctx.now,
      submittedBy: ctx.actor.personId,
      terms: storedText(terms),
      decidedAt: null,
      decidedBy: null,
      comment: null,
    };
    const told = { action: "submitCaseVersion", from: version, withPlan: true };
    const after = await moveVersion(ctx, tx, audit, found, change, told);
    return caseVersionView(ctx, tx, found.kept, after);
  });
}

function refuseGaps(problems: readonly { path: string; message: string }[], isOnePage: boolean): void {
  const [first] = problems;
  if (first === undefined) return;
  const more = problems.length === 1 ? "" : ` (and ${problems.length - 1} more)`;
  const asked = isOnePage ? "A case of one page" : "A case";
  throw new ProblemError(
    "invalid-request",
    `${asked} is submitted when it is whole. ${first.message}${more}`,
    problems.map(({ path, message }) => ({ field: `plan${path.replaceAll("/", ".")}`, message })),
  );
}
