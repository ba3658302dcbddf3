import { finiteAnswer } from "../finite-answer.ts";
import { intervalAround, requireLevel, twoSidedCritical, twoSidedPValue } from "../critical-value.ts";
import { fiellerSet } from "../fieller.ts";
import { noValue, type NoValue } from "../no-value.ts";
import type { Direction } from "../ratio-point.ts";
import type { Interval } from "../student-mixture.ts";
import type { ArmStatistic, ProportionStatistic } from "./arm-statistic.ts";
import { confidenceSequence } from "./confidence-sequence.ts";
import { effect, type Effect } from "./effect.ts";
import { describeHoldOut, type HoldOutMethod } from "./hold-out-sentence.ts";
import { sampleRatioMismatch, type SampleRatioCheck } from "./sample-ratio-mismatch.ts";
import { twoProportions } from "./two-proportions.ts";

export type HoldOutRequest = {
  readonly control: ArmStatistic;
  readonly treatment: ArmStatistic;
  /** The intended split, in any proportion; equal where left out. */
  readonly split?: { readonly control: number; readonly treatment: number };
  /** Units assigned to each arm, where more were assigned than are counted in the statistics. */
  readonly assigned?: { readonly control: number; readonly treatment: number };
  /** What was drawn by lot: "customer", "store". */
  readonly unitOfRandomisation: string;
  /** What is counted as one unit. A ratio may count finer ones, its sums running over the randomised units. */
  readonly unitOfAnalysis: string;
  readonly direction?: Direction;
  readonly level?: number;
  /**
   * Set where the result is looked at while the test runs: the interval then holds at all looks. `tuning`
   * is the number of units, both arms together, planned before the first look.
   */
  readonly looks?: { readonly tuning: number };
};

export type HoldOutAnswer = {
  readonly kind: "answer";
  readonly method: HoldOutMethod;
  /** Treatment − control, as it is: where lower is better, a fall is negative. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided, of the same distribution as the interval: below 1 − level exactly where that leaves zero out. */
  readonly pValue: number;
  /** Probability that treatment is the better arm, the direction applied; of the same distribution. */
  readonly chanceToWin: number;
  /**
   * The difference as a share of control. Of proportions its interval is by log ratio, of all else Fieller's,
   * which leaves zero out exactly where `interval` does.
   */
  readonly relative:
    | { readonly kind: "value"; readonly value: number; readonly interval: Interval }
    | NoValue;
  readonly controlMean: number;
  readonly treatmentMean: number;
  readonly sampleRatio: SampleRatioCheck | NoValue;
  /** A where the split held and what was randomised is what was counted; else as far as the evidence goes. */
  readonly evidenceGrade: "A" | "B" | "D";
  /** Why that grade. */
  readonly reasons: readonly string[];
  /** The whole in plain words. */
  readonly sentence: string;
};

type Outcome = Pick<
  HoldOutAnswer,
  "difference" | "interval" | "pValue" | "relative" | "controlMean" | "treatmentMean"
> & { readonly method: HoldOutMethod };

/**
 * A randomised hold-out in one call: picks the test that fits what the arms carry and gives one answer.
 * Proportions: Newcombe's interval, with the p-value that belongs to it. Means: Welch. Ratios: delta method
 * over the randomised units. Figures with the same units' past: CUPED. A test that is looked at while
 * it runs: the always-valid confidence sequence.
 *
 * Graded A only where the arms are as large as intended and the unit randomised is the unit counted. With a
 * broken split it is D (the arms are not comparable), with a unit finer than the one randomised B (the
 * comparison stands, its interval is too narrow).
 *
 * Answers `no-value` where an arm is empty or has no scatter, with the reason. Throws RangeError for
 * numbers that make no sense.
 *
 * @example evaluateHoldOut({ control: { kind: "proportion", count: 21306, sum: 2262 },
 *   treatment: { kind: "proportion", count: 21307, sum: 3894 },
 *   unitOfRandomisation: "customer", unitOfAnalysis: "customer" })
 */
export function evaluateHoldOut(request: HoldOutRequest): HoldOutAnswer | NoValue {
  const { control, treatment, direction = 1, level = 0.95 } = request;
  requireLevel(level);
  const outcome =
    request.looks === undefined
      ? fixedOutcome(request, level)
      : sequentialOutcome(request, request.looks.tuning, level);
  if (outcome.kind === "no-value") return outcome;
  const sampleRatio = checkSplit(request);
  const { kind: _, ...figures } = outcome;
  return finiteAnswer({
    kind: "answer",
    ...figures,
    chanceToWin: chanceFrom(figures.pValue, direction * figures.difference),
    sampleRatio,
    ...gradeOf(request, sampleRatio),
    sentence: describeHoldOut({
      ...figures,
      direction,
      isShare: control.kind === "proportion" && treatment.kind === "proportion",
    }),
  });
}

type TaggedOutcome = (Outcome & { readonly kind: "outcome" }) | NoValue;

function fixedOutcome(request: HoldOutRequest, level: number): TaggedOutcome {
  const { control, treatment } = request;
  if (control.kind === "proportion" && treatment.kind === "proportion") {
    return proportionOutcome(control, treatment, level);
  }
  const moments = effect({ control, treatment, difference: "absolute" });
  if (moments.kind === "no-value") return moments;
  const { estimate: difference, standardError, degreesOfFreedom } = moments;
  const reach = twoSidedCritical(level, degreesOfFreedom);
  return {
    kind: "outcome",
    method: methodFor(control),
    difference,
    interval: intervalAround(difference, reach * standardError, level),
    pValue: twoSidedPValue(difference / standardError, degreesOfFreedom),
    relative: relativeByFieller(moments, reach, level),
    controlMean: moments.control.unadjustedMean,
    treatmentMean: moments.treatment.unadjustedMean,
  };
}

function proportionOutcome(
  control: ProportionStatistic,
  treatment: ProportionStatistic,
  level: number,
): TaggedOutcome {
  const comparison = twoProportions({
    successesControl: control.sum,
    countControl: control.count,
    successesTreatment: treatment.sum,
    countTreatment: treatment.count,
    level,
  });
  if (comparison.kind === "no-value") return comparison;
  const { relative } = comparison;
  return {
    kind: "outcome",
    method: "two-proportions",
    difference: comparison.difference,
    interval: comparison.newcombe,
    pValue: comparison.newcombePValue,
    relative:
      relative.kind === "value"
        ? { kind: "value", value: relative.value, interval: relative.interval }
        : relative,
    controlMean: comparison.shareControl,
    treatmentMean: comparison.shareTreatment,
  };
}

function sequentialOutcome(request: HoldOutRequest, tuning: number, level: number): TaggedOutcome {
  const { control, treatment } = request;
  const moments = effect({ control, treatment, difference: "absolute" });
  if (moments.kind === "no-value") return moments;
  const { estimate: difference, standardError, count } = moments;
  const sequence = confidenceSequence({ difference, standardError, count, level, tuning });
  if (sequence.kind === "no-value") return sequence;
  return {
    kind: "outcome",
    method: "confidence-sequence",
    difference,
    interval: intervalAround(difference, sequence.halfWidth, level),
    pValue: sequence.pValue,
    relative: relativeByFieller(moments, sequence.halfWidth / standardError, level),
    controlMean: moments.control.unadjustedMean,
    treatmentMean: moments.treatment.unadjustedMean,
  };
}

/** Fieller's set leaves zero out exactly where the interval of the difference does. */
function relativeByFieller(moments: Effect, critical: number, level: number): HoldOutAnswer["relative"] {
  const { control, treatment } = moments;
  const sign = control.unadjustedMean < 0 ? -1 : 1;
  const set = fiellerSet({
    numerator: treatment.mean - control.mean,
    numeratorVariance: control.variance / control.count + treatment.variance / treatment.count,
    denominator: sign * control.unadjustedMean,
    denominatorVariance: control.unadjustedVariance / control.count,
    covariance: (-sign * (control.unadjustedVariance - control.adjustmentCovariance)) / control.count,
    critical,
  });
  if (set.kind !== "bounded") {
    return noValue("the control arm's mean cannot be told from zero, and no change is a share of nothing");
  }
  const value = (treatment.mean - control.mean) / Math.abs(control.unadjustedMean);
  return { kind: "value", value, interval: { low: set.low, high: set.high, level } };
}

function methodFor({ kind }: ArmStatistic): HoldOutMethod {
  if (kind === "ratio") return "ratio-delta";
  return kind === "adjusted" || kind === "adjusted-ratio" ? "cuped" : "welch";
}

/** Half the p-value lies on the far side of zero; without a difference either arm is as likely. */
function chanceFrom(pValue: number, improvement: number): number {
  return improvement > 0 ? 1 - pValue / 2 : pValue / 2;
}

function checkSplit({ control, treatment, split, assigned }: HoldOutRequest): SampleRatioCheck | NoValue {
  const counts = assigned ?? { control: control.count, treatment: treatment.count };
  const shares = split ?? { control: 1, treatment: 1 };
  return sampleRatioMismatch({
    counts: [counts.control, counts.treatment],
    shares: [shares.control, shares.treatment],
  });
}

function gradeOf(
  { unitOfRandomisation, unitOfAnalysis, control }: HoldOutRequest,
  sampleRatio: SampleRatioCheck | NoValue,
): Pick<HoldOutAnswer, "evidenceGrade" | "reasons"> {
  if (sampleRatio.kind === "no-value") return { evidenceGrade: "D", reasons: [sampleRatio.reason] };
  if (!sampleRatio.passed) return { evidenceGrade: "D", reasons: [sampleRatio.sentence] };
  // The delta method takes the finer units of a ratio together by the randomised one.
  const ratio = control.kind === "ratio" || control.kind === "adjusted-ratio";
  if (unitOfRandomisation !== unitOfAnalysis && !ratio) {
    const reason = `What was randomised (${unitOfRandomisation}) is not what was counted (${unitOfAnalysis}): units that belong together were taken as independent, and the interval is too narrow. Sum by ${unitOfRandomisation} and compare the ratio instead.`;
    return { evidenceGrade: "B", reasons: [reason] };
  }
  return { evidenceGrade: "A", reasons: ["A randomised hold-out.", sampleRatio.sentence] };
}
