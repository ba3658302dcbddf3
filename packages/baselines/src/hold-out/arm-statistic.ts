/** Sums over the units of an arm of any quantity: money spent, items bought, days taken. */
export type MeanStatistic = {
  readonly kind: "mean";
  /** Units in the arm, those with nothing included. */
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
};

/** How many units of an arm did something. */
export type ProportionStatistic = {
  readonly kind: "proportion";
  readonly count: number;
  readonly sum: number;
};

export type PlainStatistic = MeanStatistic | ProportionStatistic;

/** A ratio of two quantities of the same units, ΣN / ΣD: spend a visit, when people were randomised. */
export type RatioStatistic = {
  readonly kind: "ratio";
  readonly count: number;
  readonly numerator: PlainStatistic;
  readonly denominator: PlainStatistic;
  /** Σ numerator · denominator over the units. */
  readonly sumOfProducts: number;
};

/** A quantity with the same units' figure from before the test, which takes part of the noise away (CUPED). */
export type AdjustedStatistic = {
  readonly kind: "adjusted";
  readonly count: number;
  readonly post: PlainStatistic;
  readonly pre: PlainStatistic;
  /** Σ post · pre over the units. */
  readonly sumOfProducts: number;
  /** What a unit of `pre` is worth; left out, cov / var over both arms together. */
  readonly theta?: number;
};

/** A ratio of two quantities with the same units' ratio from before the test (CUPED of a ratio). */
export type AdjustedRatioStatistic = {
  readonly kind: "adjusted-ratio";
  readonly count: number;
  readonly post: Omit<RatioStatistic, "kind" | "count">;
  readonly pre: Omit<RatioStatistic, "kind" | "count">;
  /** Sums over the units of the products of a later with an earlier quantity. */
  readonly sumsOfProducts: {
    readonly numeratorPostNumeratorPre: number;
    readonly numeratorPostDenominatorPre: number;
    readonly denominatorPostNumeratorPre: number;
    readonly denominatorPostDenominatorPre: number;
  };
  readonly theta?: number;
};

/** What an arm of a hold-out carries. */
export type ArmStatistic = PlainStatistic | RatioStatistic | AdjustedStatistic | AdjustedRatioStatistic;

/** A sum of squares is known to no more than this share of itself. */
const ROUNDING_SHARE = 1e-13;

/** Σ and Σ² of single values. @example meanStatistic([1, 2]) // { kind: "mean", count: 2, sum: 3, sumOfSquares: 5 } */
export function meanStatistic(values: readonly number[]): MeanStatistic {
  return {
    kind: "mean",
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
  };
}

/** Sum over the units divided by the units; 0 for an empty arm. */
export function plainMean({ count, sum }: PlainStatistic): number {
  return count === 0 ? 0 : sum / count;
}

/**
 * Variance of one unit: p(1 − p) of a proportion, the sample variance of a mean; 0 with one unit. Below
 * zero where the sums contradict each other, 0 where nothing but rounding is left.
 */
export function plainVariance(statistic: PlainStatistic): number {
  const { count, sum } = statistic;
  if (count <= 1 && statistic.kind === "mean") return 0;
  if (statistic.kind === "proportion") return plainMean(statistic) * (1 - plainMean(statistic));
  const squares = statistic.sumOfSquares - (sum * sum) / count;
  return Math.abs(squares) <= ROUNDING_SHARE * statistic.sumOfSquares ? 0 : squares / (count - 1);
}

/** Covariance of two quantities of the same units, of the same kind as their variances. */
export function plainCovariance(
  first: PlainStatistic,
  second: PlainStatistic,
  sumOfProducts: number,
): number {
  const { count } = first;
  if (count <= 1) return 0;
  const products = sumOfProducts - (first.sum * second.sum) / count;
  return products / (first.kind === "proportion" && second.kind === "proportion" ? count : count - 1);
}
