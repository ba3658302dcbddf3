import { noValue, type NoValue } from "../no-value.ts";
import {
  plainCovariance,
  plainMean,
  plainVariance,
  type AdjustedRatioStatistic,
  type AdjustedStatistic,
  type ArmStatistic,
  type RatioStatistic,
} from "./arm-statistic.ts";
import { requireArm } from "./require-arm.ts";

/** An arm as the tests see it: mean and variance of one unit, before and after the adjustment by CUPED. */
export type ArmMoments = {
  readonly kind: "moments";
  readonly count: number;
  /** The adjusted mean: post − θ · pre. */
  readonly mean: number;
  /** The mean before any adjustment: what a relative difference is a share of. */
  readonly unadjustedMean: number;
  /** unadjustedVariance + adjustmentVariance − 2 · adjustmentCovariance. */
  readonly variance: number;
  readonly unadjustedVariance: number;
  /** Of θ · pre; 0 without CUPED. */
  readonly adjustmentVariance: number;
  /** Of θ · pre with post; 0 without CUPED. */
  readonly adjustmentCovariance: number;
};

/** What is left of squares that cancel is known to no more than this share of them. */
const ROUNDING_SHARE = 1e-12;

/**
 * Mean and variance of one unit of an arm, or why it has none: no unit, sums that contradict each other, a
 * denominator of zero. `theta` is what CUPED takes off per unit of the earlier figure.
 */
export function armMoments(statistic: ArmStatistic, theta: number): ArmMoments | NoValue {
  requireArm(statistic);
  if (statistic.count === 0) return noValue("the arm is empty");
  if (statistic.kind === "ratio") return ratioMoments(statistic);
  if (statistic.kind === "adjusted") return adjustedMoments(statistic, theta);
  if (statistic.kind === "adjusted-ratio") return adjustedRatioMoments(statistic, theta);
  return combine(statistic.count, plainMean(statistic), plainVariance(statistic), NO_ADJUSTMENT);
}

type Adjustment = { readonly mean: number; readonly variance: number; readonly covariance: number };

const NO_ADJUSTMENT: Adjustment = { mean: 0, variance: 0, covariance: 0 };

function ratioMoments(statistic: RatioStatistic): ArmMoments | NoValue {
  if (statistic.denominator.sum === 0) return noValue("the denominators of the arm add up to zero");
  return combine(statistic.count, ratioOf(statistic), ratioVariance(statistic), NO_ADJUSTMENT);
}

function adjustedMoments({ count, post, pre, sumOfProducts }: AdjustedStatistic, theta: number) {
  return combine(count, plainMean(post), plainVariance(post), {
    mean: theta * plainMean(pre),
    variance: theta * theta * plainVariance(pre),
    covariance: theta * plainCovariance(post, pre, sumOfProducts),
  });
}

function adjustedRatioMoments(statistic: AdjustedRatioStatistic, theta: number): ArmMoments | NoValue {
  const { count, post, pre } = statistic;
  if (post.denominator.sum === 0 || pre.denominator.sum === 0) {
    return noValue("the denominators of the arm add up to zero");
  }
  return combine(count, ratioOf(post), ratioVariance(post), {
    mean: theta * ratioOf(pre),
    variance: theta * theta * ratioVariance(pre),
    covariance: theta * ratioCovariance(statistic),
  });
}

function combine(
  count: number,
  unadjustedMean: number,
  unadjustedVariance: number,
  adjustment: Adjustment,
): ArmMoments | NoValue {
  const size = Math.abs(unadjustedVariance) + adjustment.variance;
  if (!Number.isFinite(size)) throw new RangeError("the sums of an arm are too large to be calculated with");
  const variance = unadjustedVariance + adjustment.variance - 2 * adjustment.covariance;
  if (unadjustedVariance < 0 || variance < -ROUNDING_SHARE * size) {
    return noValue("the sums of squares and products contradict each other");
  }
  return {
    kind: "moments",
    count,
    mean: unadjustedMean - adjustment.mean,
    unadjustedMean,
    variance: variance <= ROUNDING_SHARE * size ? 0 : variance,
    unadjustedVariance,
    adjustmentVariance: adjustment.variance,
    adjustmentCovariance: adjustment.covariance,
  };
}

type RatioParts = Omit<RatioStatistic, "kind" | "count">;

function ratioOf({ numerator, denominator }: RatioParts): number {
  return numerator.sum / denominator.sum;
}

/** Delta method: the variance of (N − R · D) / D̄. */
export function ratioVariance(parts: RatioParts): number {
  const { numerator, denominator, sumOfProducts } = parts;
  const ratio = ratioOf(parts);
  const squares = plainVariance(numerator) + ratio * ratio * plainVariance(denominator);
  const spread = squares - 2 * ratio * plainCovariance(numerator, denominator, sumOfProducts);
  const rest = Number.isFinite(squares) && Math.abs(spread) <= ROUNDING_SHARE * squares ? 0 : spread;
  return rest / plainMean(denominator) ** 2;
}

/** Delta method: the covariance of (N − R · D) / D̄ after with the same before. */
export function ratioCovariance({ post, pre, sumsOfProducts }: AdjustedRatioStatistic): number {
  const ratioPost = ratioOf(post);
  const ratioPre = ratioOf(pre);
  const products =
    plainCovariance(post.numerator, pre.numerator, sumsOfProducts.numeratorPostNumeratorPre) -
    ratioPre * plainCovariance(post.numerator, pre.denominator, sumsOfProducts.numeratorPostDenominatorPre) -
    ratioPost * plainCovariance(post.denominator, pre.numerator, sumsOfProducts.denominatorPostNumeratorPre) +
    ratioPost *
      ratioPre *
      plainCovariance(post.denominator, pre.denominator, sumsOfProducts.denominatorPostDenominatorPre);
  return products / (plainMean(post.denominator) * plainMean(pre.denominator));
}
