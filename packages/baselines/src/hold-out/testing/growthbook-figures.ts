import { expectAllClose } from "@liftledger/numerics/testing/expect-close";
import type { BayesianTest } from "../bayesian-test.ts";
import type { OpenInterval, TTest } from "../t-test.ts";

/** The engine forms 1 − cdf, which leaves 1e-15 of rounding where ours has the tail itself. */
export function expectNear(
  got: readonly (number | null)[],
  wanted: readonly number[],
  relative = 1e-8,
): void {
  expectAllClose(got, wanted, relative, 1e-13);
}

/** To the five decimals of GrowthBook's own tests. */
export function expectFiveDecimals(got: readonly (number | null)[], wanted: readonly number[]): void {
  expectAllClose(got, wanted, 0, 6e-6);
}

/** The end of an interval that has one. */
export const bound = ({ low, high }: OpenInterval): number => (low ?? high) as number;

/** The figures of a test in the order the vectors have them. */
export function testFigures(test: TTest): (number | null)[] {
  const { estimate, standardError, interval, pValue, degreesOfFreedom } = test;
  return [estimate, standardError, interval.low, interval.high, pValue, degreesOfFreedom];
}

/** The figures of a posterior in the order the vectors have them. */
export function posteriorFigures(posterior: BayesianTest): number[] {
  const { mean, standardDeviation, interval, chanceToWin, riskOfControl, riskOfTreatment } = posterior;
  return [mean, standardDeviation, interval.low, interval.high, chanceToWin, riskOfControl, riskOfTreatment];
}
