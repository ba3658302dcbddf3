import type { QualityGrade } from "@liftledger/kpis/data-quality";
import type { Band } from "../benchmark.ts";
import type { EvidenceGrade } from "../evidence-grade.ts";
import type { VerdictStatus } from "../judgement.ts";
import type { GatePhase } from "../phase.ts";

/** A rule that is written down: where it stands and who answers for it. */
export interface WrittenRule {
  where: string;
  owner: string;
  /** The day since which it waits to be approved again, because the scope changed; null of one that counts. */
  reopenedOn: string | null;
}

/** The evidence pack of a gate: what is known on its day. Null is "not known", which is neither met nor unmet. */
export interface GateFacts {
  /** The outcome in one sentence, and whether a number is in it; null where none is stated. */
  outcomeSentence: { text: string; hasNumber: boolean } | null;
  owner: string | null;
  /** The approved version of the business case; null where none is. */
  approvedCase: { name: string; version: number; approvedOn: string } | null;
  /** The baseline of every benefit. */
  baselines: readonly ("none" | "draft" | "frozen")[];
  /** The weakest grade of its benefits; null while nothing is measured. */
  evidenceGrade: EvidenceGrade | null;
  /** Closed gaps of readiness. */
  readiness: { into: GatePhase; ready: number; of: number; open: readonly string[] } | null;
  /** The grade of every series it draws on. */
  dataQuality: readonly { series: string; grade: QualityGrade }[];
  /** Who takes it over in production. */
  handOverOwner: string | null;
  /** The day IT joined the evaluation of the tool, and the day the tool was chosen; null where none was yet. */
  itInvolvedOn: string | null;
  toolChosenOn: string | null;
  securityReview:
    | { kind: "none" }
    | { kind: "opened"; openedOn: string; closedOn: string | null }
    | { kind: "not-needed"; because: string }
    | null;
  /** The day on which the pilot began or is to begin. */
  pilotBeginsOn: string | null;
  /** Where the data are kept and processed, as somebody answered it. */
  residency: string | null;
  /** Whether it ran on production data as they really are, with what showed it. */
  productionData: { representative: boolean; shownBy: string } | null;
  /** Whether the integration is part of the scope, and of the budget. */
  integration: { inScope: boolean; inBudget: boolean } | null;
  dataAccessRule: WrittenRule | null;
  outputReviewRule: WrittenRule | null;
  errorHandlingRule: WrittenRule | null;
  /** The day on which the description of the process was last agreed. */
  processDocumentedOn: string | null;
  /** Of those who will use it, how many were trained. */
  trained: { done: number; of: number } | null;
  /** Rules that end it, each for the phase that it was declared for. */
  killRules: readonly { phase: GatePhase; declaredOn: string }[];
  /** The verdict against the band of the phase being left, and the ROI that lies there: a ratio as decimal text. */
  verdict: VerdictStatus | null;
  roi: string | null;
  band: Band | null;
  worsenedGuardrails: readonly string[];
  /** When the phase being left was entered, and the day of the gate. */
  enteredOn: string | null;
  until: string;
  /** Shares of the elapsed time, 0 to 1. */
  costCoverage: number | null;
  benefitCoverage: number | null;
  /** What is still to come less what it will still cost, discounted, without what is spent. */
  forwardNetPresentValue: ForwardFact | null;
}

/** What going on is worth: decimal text in a currency, and a sentence on what it stands. */
export interface ForwardFact {
  amount: string;
  currency: string;
  /** "Version 2 of “Chat” from 2026-07 to 2028-12 at 10% a year."; empty where nothing is to be said. */
  standsOn: string;
}
