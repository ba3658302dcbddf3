import { findProductionFacts } from "@liftledger/database/production-facts";
import { listKillRules } from "@liftledger/database/kill-rules";
import { readinessAnswersOf } from "@liftledger/database/readiness-answers";
import type { Reader } from "@liftledger/database/transaction";
import type { GateFacts } from "@liftledger/roi/governance/gate-facts";
import { readiness, readinessOn } from "@liftledger/roi/governance/readiness";
import type { GatePhase } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import type { EvaluatedInitiative } from "../evaluation/evaluate-organisation.ts";
import type { LedgerView } from "../evaluation/read-ledger.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { onlyRow } from "../only-row.ts";
import { dayOf } from "../organisations/day-of.ts";
import { productionView } from "../production/production-view.ts";
import { answerView } from "../readiness/answer-view.ts";
import { gradedSeries } from "../readiness/known-facts.ts";
import type { CaseAtGate } from "./case-at-gate.ts";
import type { GatePlace } from "./gate-place.ts";
import { personToken } from "./person-tokens.ts";

/** What an initiative is judged on at a gate. */
export interface AtGate {
  place: GatePlace;
  evaluated: EvaluatedInitiative;
  ledger: LedgerView;
  until: string;
  businessCase: CaseAtGate;
}

/** The evidence of a gate as the ledger knows it now; people by their tokens. */
export async function gateFacts(ctx: Context, db: Reader, atGate: AtGate): Promise<GateFacts> {
  const { place, evaluated, ledger, until, businessCase } = atGate;
  const { row, result, input } = evaluated;
  const { initiativeId } = row;
  const kept = await findProductionFacts(db, ctx.organisationId, initiativeId);
  const production = productionView(initiativeId, kept, personToken);
  const { sentence } = onlyRow(await initiativeViews(ctx, db, [row]));
  const pilots = input.phaseHistory.filter(({ phase }) => phase === "pilots").map((entry) => entry.enteredOn);
  const entered = input.phaseHistory.filter(({ phase }) => phase === place.leaving);
  const series = await gradedSeries(ctx, db, ledger);
  return {
    outcomeSentence: row.outcome === null ? null : { text: sentence, hasNumber: true },
    owner: personToken(row.ownerId),
    approvedCase: businessCase.approved,
    baselines: ledger.benefits.map(({ benefitId }) => ledger.baselines.get(benefitId)?.status ?? "none"),
    evidenceGrade: result.figures.netRoi.figure.grade,
    readiness: await readinessFor(ctx, db, initiativeId, place.into),
    dataQuality: series.map(({ name, grade }) => ({ series: name, grade })),
    handOverOwner: production.handOverOwner,
    itInvolvedOn: production.itInvolvedOn,
    toolChosenOn: production.toolChosenOn,
    securityReview: production.securityReview,
    pilotBeginsOn: pilots.toSorted()[0] ?? null,
    residency: production.residency,
    productionData: production.productionData,
    integration: production.integration,
    dataAccessRule: production.dataAccessRule,
    outputReviewRule: production.outputReviewRule,
    errorHandlingRule: production.errorHandlingRule,
    processDocumentedOn: production.processDocumentedOn,
    trained: production.trained,
    killRules: await declaredRules(ctx, db, initiativeId),
    verdict: result.verdict.status,
    roi: result.figures.netRoi.figure.value,
    band: result.band,
    worsenedGuardrails: result.benefits
      .filter(({ guardrail }) => guardrail === "worse")
      .map((benefit) => benefit.input.kpi.name),
    enteredOn:
      entered
        .map(({ enteredOn }) => enteredOn)
        .toSorted()
        .at(-1) ?? null,
    until,
    costCoverage: result.coverage.cost,
    benefitCoverage: result.coverage.benefit,
    forwardNetPresentValue: businessCase.forward,
  };
}

async function readinessFor(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  into: GatePhase,
): Promise<GateFacts["readiness"]> {
  const kept = await readinessAnswersOf(db, ctx.organisationId, initiativeId, { asOf: ctx.now });
  if (kept.length === 0) return null;
  const history = kept.map((one) => {
    const { answeredAt: on, answeredBy: by, ...answer } = answerView(one, personToken);
    return { ...answer, on, by };
  });
  const { ready, of, open } = readiness(into, readinessOn(history, ctx.now));
  return { into, ready, of, open: [...open] };
}

/** The rules that stand, with the day on which each was declared by the organisation's clock. */
async function declaredRules(
  ctx: Context,
  db: Reader,
  initiativeId: string,
): Promise<GateFacts["killRules"]> {
  const rules = await listKillRules(db, ctx.organisationId, { initiativeId });
  return rules
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ phase, declaredAt }) => ({ phase: phase as GatePhase, declaredOn: dayOf(ctx, declaredAt) }));
}
