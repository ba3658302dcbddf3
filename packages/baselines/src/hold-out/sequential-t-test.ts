import type { NoValue } from "../no-value.ts";
import { confidenceSequence, type ConfidenceSequence } from "./confidence-sequence.ts";
import { effect, type Comparison } from "./effect.ts";
import type { Alternative } from "./t-test.ts";

export type SequentialTTest = Omit<ConfidenceSequence, "kind"> & {
  readonly kind: "test";
  readonly estimate: number;
  readonly standardError: number;
};

/**
 * A test of two arms that may be looked at as often as one likes: `effect` and `confidenceSequence` in one
 * call. GrowthBook's SequentialTwoSidedTTest and its one-sided relatives.
 *
 * @param request the comparison; `tuning` is the number of units (both arms) at which it shall be sharpest.
 * @example sequentialTTest({ control, treatment, difference: "relative", tuning: 1000 }) // estimate, interval, pValue
 */
export function sequentialTTest(
  request: Comparison & {
    readonly alternative?: Alternative;
    readonly level?: number;
    readonly tuning?: number;
  },
): SequentialTTest | NoValue {
  const { alternative = "two-sided", level = 0.95, tuning = 5000 } = request;
  const moments = effect(request);
  if (moments.kind === "no-value") return moments;
  const { estimate, standardError, count } = moments;
  const sequence = confidenceSequence({
    difference: estimate,
    standardError,
    count,
    tuning,
    level,
    alternative,
  });
  if (sequence.kind === "no-value") return sequence;
  return { ...sequence, kind: "test", estimate, standardError };
}
