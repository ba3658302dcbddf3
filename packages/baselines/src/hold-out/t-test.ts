import { createStudentT } from "@liftledger/numerics/distributions/student-t";
import { requireLevel, twoSidedCritical, twoSidedPValue } from "../critical-value.ts";
import type { NoValue } from "../no-value.ts";
import { effect, type Comparison } from "./effect.ts";

/** Which treatment would be news: a different one, a greater one, or a lesser one. */
export type Alternative = "two-sided" | "greater" | "lesser";

/** An interval that may be open to one side: null is "without bound". */
export type OpenInterval = {
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
};

export type TTest = {
  readonly kind: "test";
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** (estimate − test value) / standard error. */
  readonly tStatistic: number;
  readonly pValue: number;
  readonly interval: OpenInterval;
};

export type TTestRequest = Comparison & {
  readonly alternative?: Alternative;
  /** 1 − α, of the one-sided tests as well; 0.95 where left out. */
  readonly level?: number;
  /** The difference tested against; 0 where left out. */
  readonly testValue?: number;
};

/**
 * Student's t-test of two arms with unequal variances (Welch) on the absolute or the relative difference, two-sided
 * or one-sided, for means, proportions, ratios and figures adjusted by CUPED: GrowthBook's TwoSidedTTest,
 * OneSidedTreatmentGreaterTTest and OneSidedTreatmentLesserTTest. p < 1 − level exactly where the interval
 * leaves the test value out.
 *
 * Answers `no-value` as `effect` does; throws RangeError for levels outside (0, 1) and sums that make no sense.
 *
 * @example tTest({ control, treatment, difference: "relative" }) // estimate, interval, pValue
 */
export function tTest(request: TTestRequest): TTest | NoValue {
  const { alternative = "two-sided", level = 0.95, testValue = 0 } = request;
  requireLevel(level);
  if (!Number.isFinite(testValue)) throw new RangeError(`a test value is finite, got ${testValue}`);
  const moments = effect(request);
  if (moments.kind === "no-value") return moments;
  const { estimate, standardError, degreesOfFreedom } = moments;
  const tStatistic = (estimate - testValue) / standardError;
  const t = createStudentT(degreesOfFreedom);
  const test = { kind: "test", estimate, standardError, degreesOfFreedom, tStatistic } as const;
  if (alternative === "two-sided") {
    const reach = twoSidedCritical(level, degreesOfFreedom) * standardError;
    return {
      ...test,
      pValue: twoSidedPValue(tStatistic, degreesOfFreedom),
      interval: { low: estimate - reach, high: estimate + reach, level },
    };
  }
  const reach = -t.quantile(1 - level) * standardError;
  return alternative === "greater"
    ? { ...test, pValue: t.upperTail(tStatistic), interval: { low: estimate - reach, high: null, level } }
    : { ...test, pValue: t.cdf(tStatistic), interval: { low: null, high: estimate + reach, level } };
}
