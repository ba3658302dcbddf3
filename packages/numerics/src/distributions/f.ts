import { createBetaOdds } from "./beta.ts";
import { requireNumber, requirePositive, type Distribution } from "./distribution.ts";
import { createIncompleteBeta, type BetaPoint } from "./incomplete-beta.ts";

/**
 * F distribution: the ratio of two mean squares with `numeratorDf` and `denominatorDf` degrees of
 * freedom (which need not be whole). numeratorDf · F / denominatorDf are the odds of a
 * Beta(numeratorDf/2, denominatorDf/2) variable. Throws RangeError where they are not positive.
 *
 * @example createF(2, 2).upperTail(3) // 1/(1 + 3) = 0.25
 */
export function createF(numeratorDf: number, denominatorDf: number): Distribution {
  requirePositive(numeratorDf, "degrees of freedom");
  requirePositive(denominatorDf, "degrees of freedom");
  const beta = createIncompleteBeta(0.5 * numeratorDf, 0.5 * denominatorDf);
  const odds = createBetaOdds(0.5 * numeratorDf, 0.5 * denominatorDf);
  const scale = denominatorDf / numeratorDf;

  function pointAt(x: number): BetaPoint {
    const odds = x / scale;
    const complement = 1 / (1 + odds);
    return { x: odds * complement, complement, ahead: 0.5 * numeratorDf * (1 - x) * complement };
  }

  function tail(x: number, side: "lower" | "upper"): number {
    requireNumber(x);
    if (!(x / scale > 0)) return side === "lower" ? 0 : 1;
    if (x / scale === Infinity) return side === "lower" ? 1 : 0;
    return beta.tails(pointAt(x))[side];
  }

  return {
    density(x) {
      requireNumber(x);
      if (x < 0 || x === Infinity) return 0;
      if (x === 0) return numeratorDf === 2 ? 1 : numeratorDf < 2 ? Infinity : 0;
      return beta.front(pointAt(x)) / x;
    },
    cdf: (x) => tail(x, "lower"),
    upperTail: (x) => tail(x, "upper"),
    quantile: (p) => scale * odds.quantile(p),
    upperQuantile: (p) => scale * odds.upperQuantile(p),
  };
}

/** Probability that an F variable is at most `x`. @example fCdf(3, 2, 2) // 0.75 */
export function fCdf(x: number, numeratorDf: number, denominatorDf: number): number {
  return createF(numeratorDf, denominatorDf).cdf(x);
}

/** Probability that an F variable exceeds `x`: the p-value of an F test. @example fUpperTail(3, 2, 2) // 0.25 */
export function fUpperTail(x: number, numeratorDf: number, denominatorDf: number): number {
  return createF(numeratorDf, denominatorDf).upperTail(x);
}

/** The x an F variable stays below with probability `p`. @example fQuantile(0.75, 2, 2) // 3 */
export function fQuantile(p: number, numeratorDf: number, denominatorDf: number): number {
  return createF(numeratorDf, denominatorDf).quantile(p);
}

/** The x an F variable exceeds with probability `p`. @example fUpperQuantile(0.25, 2, 2) // 3 */
export function fUpperQuantile(p: number, numeratorDf: number, denominatorDf: number): number {
  return createF(numeratorDf, denominatorDf).upperQuantile(p);
}
