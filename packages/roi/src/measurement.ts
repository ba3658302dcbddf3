import type { IsoDate } from "@liftledger/kpis/iso-date";
import type { Period } from "@liftledger/kpis/period";
import type { ExplanationSource } from "./explanation.ts";
import type { ResponseCurve } from "./response-curve.ts";

/**
 * How the incremental units of a benefit come about, where not from the whole series against its own baseline.
 * Every kind gives units with their interval and an evidence grade, and from there one code path makes money of
 * them.
 */
export type Measurement =
  | ExpectedVolume
  | FromResponseCurve
  | FromControlOutcomes
  | HoldOutResult
  | TimedSample;

/** The initiative moves the denominator: the saving counts on the volume expected without it. */
export interface ExpectedVolume {
  kind: "expected-volume";
  /** Denominator of a period without the initiative, decimal text. */
  volumePerPeriod: string;
  /** Margin of one additional denominator unit after all that it costs; without one it is worth nothing. */
  additionalMargin?: string | undefined;
  source: ExplanationSource;
}

/** Outcomes against those that a declared response curve expects at the actual spend. */
export interface FromResponseCurve {
  kind: "response-curve";
  /** Only its shape counts: the level comes from the periods before the start, with their noise. */
  curve: ResponseCurve;
  /** Until somebody has approved it the plain formula stands, within its range. */
  approved: boolean;
  source: ExplanationSource;
}

/** Outcomes against those of a series that the initiative does not touch and whose spend moved alike. */
export interface FromControlOutcomes {
  kind: "control-outcomes";
  name: string;
  periods: readonly ControlPeriod[];
}

export interface ControlPeriod {
  period: Period;
  outcomes: string;
  spend: string;
  source: ExplanationSource;
}

/** The difference of two randomised groups, per denominator unit, on the volume that was treated. */
export interface HoldOutResult {
  kind: "hold-out";
  /** Treated less control per denominator unit: from the totals of the groups, or adjusted (CUPED) as decimal text. */
  difference: { treated: GroupTotals; control: GroupTotals } | { adjusted: string };
  /** Standard error of that difference, and its degrees of freedom (Infinity: normal). */
  standardError: number;
  degreesOfFreedom: number;
  /** The part of the series' volume that had the treatment, "0.5" for half: of all periods, or of those outside the test. */
  treatedShare: string;
  /** While the test ran (`to` is null while it runs) another part had it, since some were held out. */
  during?: { from: IsoDate; to: IsoDate | null; share: string } | undefined;
  /** Whether the groups had the sizes they were to have. */
  sampleRatioPassed: boolean;
  /** Whether what was randomised is what was analysed, or the analysis allowed for it. */
  analysedAsRandomised: boolean;
  source: ExplanationSource;
}

/** Numerator and denominator of one group, decimal text. */
export interface GroupTotals {
  numerator: string;
  denominator: string;
}

/** Items timed before and after the start: numerator units for each, such as hours an asset. */
export interface TimedSample {
  kind: "timed-sample";
  before: TimedItems;
  after: TimedItems;
  source: ExplanationSource;
}

/** Number of items, their total as decimal text, and their standard deviation (n − 1). */
export interface TimedItems {
  items: number;
  total: string;
  standardDeviation: number;
}

interface Measurable {
  measurement?: Measurement | undefined;
}

/** The measurement by outcomes, where money is put on them; null where it is put on the numerator. */
export function outcomesBy({ measurement }: Measurable): FromResponseCurve | FromControlOutcomes | null {
  if (measurement?.kind === "control-outcomes") return measurement;
  return measurement?.kind === "response-curve" && measurement.approved ? measurement : null;
}

/** Whether a measurement stands without a baseline: it brings its own comparison. */
export function bringsComparison({ measurement }: Measurable): boolean {
  return measurement?.kind === "hold-out" || measurement?.kind === "timed-sample";
}
