import {
  meanStatistic,
  type AdjustedRatioStatistic,
  type MeanStatistic,
  type ProportionStatistic,
} from "../arm-statistic.ts";

export const meanArm = (count: number, sum: number, sumOfSquares: number): MeanStatistic => ({
  kind: "mean",
  count,
  sum,
  sumOfSquares,
});

export const shareArm = (count: number, sum: number): ProportionStatistic => ({
  kind: "proportion",
  count,
  sum,
});

/** Σ of the products of two figures of the same units. */
export function sumOfProducts(first: readonly number[], second: readonly number[]): number {
  return first.reduce((sum, value, i) => sum + value * (second[i] as number), 0);
}

/** What CUPED wants to know of an arm whose units had `pre` before and `post` in the test. */
export function sumsWithPast(post: readonly number[], pre: readonly number[]) {
  const [later, earlier] = [meanStatistic(post), meanStatistic(pre)];
  return {
    count: later.count,
    sum: later.sum,
    sumOfSquares: later.sumOfSquares,
    preSum: earlier.sum,
    preSumOfSquares: earlier.sumOfSquares,
    products: sumOfProducts(post, pre),
  };
}

/** Numerators and denominators of the same units. */
type RatioValues = { readonly n: readonly number[]; readonly d: readonly number[] };

/** An arm whose units had the ratio `pre` before and `post` in the test. */
export function adjustedRatioArm(post: RatioValues, pre: RatioValues): AdjustedRatioStatistic {
  const part = ({ n, d }: RatioValues) => ({
    numerator: meanStatistic(n),
    denominator: meanStatistic(d),
    sumOfProducts: sumOfProducts(n, d),
  });
  return {
    kind: "adjusted-ratio",
    count: post.n.length,
    post: part(post),
    pre: part(pre),
    sumsOfProducts: {
      numeratorPostNumeratorPre: sumOfProducts(post.n, pre.n),
      numeratorPostDenominatorPre: sumOfProducts(post.n, pre.d),
      denominatorPostNumeratorPre: sumOfProducts(post.d, pre.n),
      denominatorPostDenominatorPre: sumOfProducts(post.d, pre.d),
    },
  };
}
