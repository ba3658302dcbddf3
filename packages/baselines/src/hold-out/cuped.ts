import { finiteAnswer } from "../finite-answer.ts";
import { intervalAround, requireLevel, twoSidedCritical, twoSidedPValue } from "../critical-value.ts";
import type { NoValue } from "../no-value.ts";
import type { Interval } from "../student-mixture.ts";
import type { AdjustedStatistic } from "./arm-statistic.ts";
import { effect } from "./effect.ts";

/** Sums over the units of an arm: the figure of the test, the same unit's figure before it, their products. */
export type CupedSums = {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  readonly preSum: number;
  readonly preSumOfSquares: number;
  readonly products: number;
};

export type Cuped = {
  readonly kind: "comparison";
  /** cov / var over both arms together. */
  readonly theta: number;
  /** Treatment − control of the adjusted means. */
  readonly difference: number;
  readonly standardError: number;
  readonly pValue: number;
  /** Normal. */
  readonly interval: Interval;
  /** The difference before the adjustment. */
  readonly unadjustedDifference: number;
  readonly unadjustedError: number;
  /** 1 − variance after / variance before: what the adjustment took off the variance. */
  readonly varianceReduction: number;
};

/**
 * CUPED: the difference of two arms after taking off θ times the same units' figure from before the test,
 * θ = cov / var pooled over both arms. Chance differences between the arms that existed before go, and with
 * them part of the noise; a randomised split keeps the mean honest. The earlier figure must not be touched by the
 * test. Normal interval and p-value; for a relative difference (whose denominator stays
 * unadjusted) call `tTest` with `cupedStatistic`.
 *
 * Answers `no-value` for an empty arm, one without variance, or contradictory sums.
 *
 * Source: Deng, Xu, Kohavi, Walker, "Improving the sensitivity of online controlled experiments by utilizing
 * pre-experiment data" (WSDM 2013).
 */
export function cuped(request: {
  readonly control: CupedSums;
  readonly treatment: CupedSums;
  readonly level?: number;
}): Cuped | NoValue {
  const { level = 0.95 } = request;
  requireLevel(level);
  const control = cupedStatistic(request.control);
  const treatment = cupedStatistic(request.treatment);
  const adjusted = effect({ control, treatment, difference: "absolute" });
  if (adjusted.kind === "no-value") return adjusted;
  const plain = effect({ control: control.post, treatment: treatment.post, difference: "absolute" });
  if (plain.kind === "no-value") return plain;
  const { theta, estimate, standardError } = adjusted;
  return finiteAnswer({
    kind: "comparison",
    theta,
    difference: estimate,
    standardError,
    pValue: twoSidedPValue(estimate / standardError),
    interval: intervalAround(estimate, twoSidedCritical(level) * standardError, level),
    unadjustedDifference: plain.estimate,
    unadjustedError: plain.standardError,
    varianceReduction: 1 - (standardError / plain.standardError) ** 2,
  });
}

/** Sums as the arm of a comparison, for `tTest`, `bayesianTest` and `evaluateHoldOut`. */
export function cupedStatistic(sums: CupedSums): AdjustedStatistic {
  const { count } = sums;
  return {
    kind: "adjusted",
    count,
    post: { kind: "mean", count, sum: sums.sum, sumOfSquares: sums.sumOfSquares },
    pre: { kind: "mean", count, sum: sums.preSum, sumOfSquares: sums.preSumOfSquares },
    sumOfProducts: sums.products,
  };
}
