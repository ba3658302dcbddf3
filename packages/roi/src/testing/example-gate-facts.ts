import { bandOf } from "../benchmark.ts";
import type { ForwardFact, GateFacts } from "../governance/gate-facts.ts";
import { leavingPhase } from "../governance/gate-rules.ts";
import type { GatePhase } from "../phase.ts";

/** An evidence pack of 1 July 2025 that meets everything which the gate asks. */
export function exampleGateFacts(into: GatePhase, differences: Partial<GateFacts> = {}): GateFacts {
  const rule = { where: "The handbook, chapter 4", owner: "Ines Duarte", reopenedOn: null };
  return {
    outcomeSentence: { text: "Raise lead conversion by 15% by March 2026.", hasNumber: true },
    owner: "Ines Duarte",
    approvedCase: { name: "Lead scoring", version: 1, approvedOn: "2024-12-01" },
    baselines: ["frozen", "frozen"],
    evidenceGrade: "C",
    readiness: { into, ready: 5, of: 5, open: [] },
    dataQuality: [{ series: "Lead conversion", grade: "good" }],
    handOverOwner: "Tom Reed",
    itInvolvedOn: "2024-11-01",
    toolChosenOn: "2024-12-15",
    securityReview: { kind: "opened", openedOn: "2025-01-10", closedOn: "2025-05-20" },
    pilotBeginsOn: "2025-02-01",
    residency: "Kept and processed in the EU.",
    productionData: { representative: true, shownBy: "All leads of May." },
    integration: { inScope: true, inBudget: true },
    dataAccessRule: rule,
    outputReviewRule: rule,
    errorHandlingRule: rule,
    processDocumentedOn: "2025-06-01",
    trained: { done: 12, of: 12 },
    killRules: [{ phase: into, declaredOn: "2025-06-20" }],
    verdict: "on-track",
    roi: "0.5",
    band: bandOf(leavingPhase[into]),
    worsenedGuardrails: [],
    enteredOn: "2025-01-01",
    until: "2025-07-01",
    costCoverage: 0.95,
    benefitCoverage: 0.9,
    forwardNetPresentValue: forwardFact("12000.50"),
    ...differences,
  };
}

/** What going on is worth, in euros. */
export function forwardFact(amount: string): ForwardFact {
  return { amount, currency: "EUR", standsOn: "" };
}
