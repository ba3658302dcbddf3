import type { Band, Position } from "./benchmark.ts";
import type { BenchmarkSet } from "./benchmark-set.ts";
import type { Distribution } from "./distribution.ts";
import type { PhaseEntry } from "./phase.ts";
import type { Gap, Missing } from "./missing.ts";

export type VerdictStatus =
  | "no-data"
  | "no-cost"
  | "not-judged"
  | "too-early"
  | "no-return-expected"
  | "losing-money"
  | "below"
  | "watch"
  | "on-track"
  | "above";

/** What a reader should hold beside a verdict; none of it changes the verdict. */
export interface Qualifier {
  key:
    | "depends-on-basis"
    | "provisional"
    | "ramping"
    | "band-basis"
    | "overdue"
    | "own-hurdle"
    | "published-band"
    | "cost-not-booked";
  text: string;
}

/** The answer of `judge`. */
export interface Verdict {
  status: VerdictStatus;
  /** The word on the screen: "On track", "Too early: 5 of 8 weeks". */
  headline: string;
  /** Why, in a sentence or two. */
  reason: string;
  missing: Missing[];
  qualifiers: Qualifier[];
  position: Position | "unknown";
  probabilities: {
    netBenefitPositive: number;
    atLeastFloor: number;
    atLeastCeiling: number | null;
    inBand: number;
  } | null;
}

/** What the three questions are asked of. Amounts in the currency's major unit. */
export interface Judgement {
  /** Everything that stands in the way, found by `whatIsMissing`. */
  missing: readonly Gap[];
  /** Realised value to date, uncertain; null where it has no interval. */
  realisedValue: Distribution | null;
  cost: number;
  /** Cumulative net ROI as it is shown, a ratio; null where undefined. Only `position` is read from it. */
  roi: number | null;
  /** ROI since the current phase was entered, a ratio; null where undefined. */
  inPhaseRoi: number | null;
  /** What was spent since then; without it nothing is foreseen from the pace of the phase. */
  inPhaseCost?: number;
  phase: PhaseEntry;
  previousPhase: PhaseEntry | null;
  /** The organisation's own benchmarks, where it judges by them; the published ones otherwise. */
  benchmarks?: BenchmarkSet | undefined;
  /** An organisation's own hurdle, told beside the verdict and never in its place. */
  ownHurdle?: Band | null;
  /** What is ready for the gate out of Foundation, where that was scored. */
  readiness?: { ready: number; of: number; open: readonly string[] } | null;
  /** Months of the current phase that finance has closed. */
  closedMonthsInPhase: number;
  /** The months that are to be closed for the verdict to be final, in their order; told where they are given. */
  monthsToClose?: readonly string[];
  /** Names of guardrails that worsened. */
  worsenedGuardrails: readonly string[];
  /** The valuation date. */
  until: string;
  /** The day up to which money is counted, where costs are waited for, and the months they are waited for of. */
  countedUntil?: string;
  waitingForCostOf?: readonly string[];
}
