import { finiteAnswer } from "../finite-answer.ts";
import { intervalAround, requireLevel, twoSidedCritical, twoSidedPValue } from "../critical-value.ts";
import { noValue, type NoValue } from "../no-value.ts";
import { relativeChange, type RelativeChange } from "../relative-change.ts";
import type { Interval } from "../student-mixture.ts";
import { armMoments } from "./arm-moments.ts";
import type { RatioStatistic } from "./arm-statistic.ts";

/** Sums over the units of an arm: N and D of one unit, their squares and their product. */
export type RatioSums = {
  readonly count: number;
  readonly numerator: number;
  readonly numeratorSquares: number;
  readonly denominator: number;
  readonly denominatorSquares: number;
  readonly products: number;
};

export type RatioMetric = {
  readonly kind: "comparison";
  /** ΣN / ΣD of each arm. */
  readonly ratioControl: number;
  readonly ratioTreatment: number;
  readonly difference: number;
  readonly standardError: number;
  readonly pValue: number;
  /** Normal. */
  readonly interval: Interval;
  /** The difference as a share of control's ratio: delta method, log ratio and Fieller. */
  readonly relative: RelativeChange;
};

/**
 * A ratio metric of two arms by the delta method: people were randomised, visits are counted, and the visits
 * of one person are not independent. Each arm's ΣN / ΣD has the variance of (N − R · D) / D̄ over the units,
 * divided by their number. Normal interval and p-value.
 *
 * Answers `no-value` where an arm has fewer than two units, no denominator, contradictory sums, or neither arm any
 * scatter. Throws RangeError for sums that are not finite.
 *
 * Source: Deng, Knoblich, Lu, "Applying the delta method in metric analytics" (KDD 2018).
 */
export function ratioMetric(request: {
  readonly control: RatioSums;
  readonly treatment: RatioSums;
  readonly level?: number;
}): RatioMetric | NoValue {
  const { control, treatment, level = 0.95 } = request;
  requireLevel(level);
  const a = armMoments(ratioStatistic(control), 0);
  if (a.kind === "no-value") return noValue(`control: ${a.reason}`);
  const b = armMoments(ratioStatistic(treatment), 0);
  if (b.kind === "no-value") return noValue(`treatment: ${b.reason}`);
  if (a.count < 2 || b.count < 2) return noValue("an arm with a single unit has no scatter");
  const varianceA = a.variance / a.count;
  const varianceB = b.variance / b.count;
  const standardError = Math.sqrt(varianceA + varianceB);
  if (!(standardError > 0)) return noValue("the ratio is the same for every unit");
  const critical = twoSidedCritical(level);
  const difference = b.mean - a.mean;
  return finiteAnswer({
    kind: "comparison",
    ratioControl: a.mean,
    ratioTreatment: b.mean,
    difference,
    standardError,
    pValue: twoSidedPValue(difference / standardError),
    interval: intervalAround(difference, critical * standardError, level),
    relative: relativeChange({
      baseline: a.mean,
      baselineVariance: varianceA,
      actual: b.mean,
      actualVariance: varianceB,
      critical,
      level,
    }),
  });
}

/** Sums as the arm of a comparison, for `tTest`, `bayesianTest` and `evaluateHoldOut`. */
export function ratioStatistic(sums: RatioSums): RatioStatistic {
  const { count } = sums;
  return {
    kind: "ratio",
    count,
    numerator: { kind: "mean", count, sum: sums.numerator, sumOfSquares: sums.numeratorSquares },
    denominator: { kind: "mean", count, sum: sums.denominator, sumOfSquares: sums.denominatorSquares },
    sumOfProducts: sums.products,
  };
}
