import { NewBusinessCase, type CaseVersion } from "@liftledger/contracts/business-case";
import { examplePlan } from "@liftledger/contracts/business-case-examples";
import type { NewCasePlan } from "@liftledger/contracts/case-plan";
import { createCase } from "../business-cases/create-case.ts";
import { submitCaseVersion } from "../business-cases/submit-case-version.ts";
import type { Context } from "../context.ts";
import { makeInitiative } from "./example-initiative.ts";

/** The plan of the documented example, whole enough to be submitted: it spends 26,000 euros. */
export function exampleCasePlan(): NewCasePlan {
  return NewBusinessCase.parse({ initiativeId: "any", name: "any", plan: examplePlan }).plan;
}

/** A case with that plan, as a draft, of an initiative of its own. */
export async function makeCase(ctx: Context, plan: NewCasePlan = exampleCasePlan()): Promise<CaseVersion> {
  const { initiativeId } = await makeInitiative(ctx, `Effort ${ctx.newId()}`);
  return createCase(ctx, { initiativeId, name: "Scored leads", plan });
}

/** The same, submitted. */
export async function makeSubmittedCase(ctx: Context, plan?: NewCasePlan): Promise<CaseVersion> {
  const { caseId, number, version } = await makeCase(ctx, plan);
  return submitCaseVersion(ctx, { caseId, number, version });
}
