import { finiteAnswer } from "./finite-answer.ts";
import { noValue, type NoValue } from "./no-value.ts";

/** A ratio of sums with the error that the periods' own scatter gives it. */
export type PooledRatioEstimate = {
  readonly kind: "ratio";
  /** ΣN / ΣD. */
  readonly ratio: number;
  /** Null with a single period, which has no scatter. */
  readonly standardError: number | null;
  readonly periods: number;
  readonly numerator: number;
  readonly denominator: number;
};

/**
 * ΣN / ΣD with its standard error by the delta method, the period as the cluster: e = (N − R·D) / D̄ and
 * Var R = Σe² / (n(n − 1)). Visits within a week resemble each other, so that the binomial error would be too
 * small.
 *
 * Answers `no-value` without any period or where the denominators add up to 0. Throws RangeError for lengths
 * that differ, values that are not finite or negative denominators.
 *
 * @example pooledRatioEstimate([10, 12], [100, 100]) // ratio 0.11, standardError 0.01
 */
export function pooledRatioEstimate(
  numerators: readonly number[],
  denominators: readonly number[],
): PooledRatioEstimate | NoValue {
  const periods = numerators.length;
  if (denominators.length !== periods) {
    throw new RangeError(`${periods} numerators for ${denominators.length} denominators`);
  }
  if (!numerators.every(Number.isFinite)) throw new RangeError("numerators must be finite");
  if (!denominators.every((value) => Number.isFinite(value) && value >= 0)) {
    throw new RangeError("denominators must be finite and not negative");
  }
  if (periods === 0) return noValue("there is no period");
  const numerator = numerators.reduce((sum, value) => sum + value, 0);
  const denominator = denominators.reduce((sum, value) => sum + value, 0);
  if (denominator === 0) return noValue("the denominators add up to zero");
  const ratio = numerator / denominator;
  const mean = denominator / periods;
  const squares = numerators.reduce(
    (sum, value, i) => sum + ((value - ratio * (denominators[i] as number)) / mean) ** 2,
    0,
  );
  return finiteAnswer({
    kind: "ratio",
    ratio,
    standardError: periods === 1 ? null : Math.sqrt(squares / (periods * (periods - 1))),
    periods,
    numerator,
    denominator,
  });
}
