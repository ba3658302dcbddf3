import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { examples } from "@liftledger/contracts/examples";
import { readinessQuestions } from "@liftledger/roi/governance/readiness-questions";
import { approveCaseVersion } from "../business-cases/approve-case-version.ts";
import { createCase } from "../business-cases/create-case.ts";
import { submitCaseVersion } from "../business-cases/submit-case-version.ts";
import type { Context } from "../context.ts";
import { declareKillRule } from "../kill-rules/declare-kill-rule.ts";
import { setProductionFacts } from "../production/set-production-facts.ts";
import { answerReadiness } from "../readiness/answer-readiness.ts";
import { exampleCasePlan } from "./example-case.ts";
import { makeValuedInitiative } from "./valued-initiative.ts";

/**
 * An initiative in Pilots before its gate into Scale: a case that was approved, readiness answered with 5, production
 * facts, and a rule declared that would end it in Scale. What is still not met is told by its tests.
 */
export async function makeInitiativeAtGate(ctx: Context, approver: Context, name = "Lead scoring") {
  const { initiativeId } = await makeValuedInitiative(ctx, name);
  const made = await createCase(ctx, { initiativeId, name: "Scored leads", plan: exampleCasePlan() });
  const place = { caseId: made.caseId, number: 1 };
  const { version } = await submitCaseVersion(ctx, { ...place, version: made.version });
  await approveCaseVersion(approver, { ...place, version, comment: "" });
  const evidence = [{ kind: "file" as const, reference: "Handbook, chapter 4" }];
  for (const { key: question } of readinessQuestions)
    await answerReadiness(ctx, { initiativeId, question, score: 5, evidence });
  const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
  await setProductionFacts(ctx, {
    initiativeId,
    ...facts,
    errorHandlingRule: { where: "Handbook, chapter 6", owner: "Tom Reed" },
    securityReview: { kind: "opened", openedOn: "2026-03-09", closedOn: "2026-05-20" },
    trained: { done: 12, of: 12 },
  });
  const rule = { measure: "net-roi", when: "under", limit: "0.3", afterMonths: 6 } as const;
  const { killRuleId } = await declareKillRule(ctx, { initiativeId, phase: "scale", ...rule });
  return { initiativeId, caseId: made.caseId, killRuleId };
}
