import { createStudentT } from "@liftledger/numerics/distributions/student-t";
import type { Interval } from "./student-mixture.ts";

/** Throws RangeError for a level that is not strictly between 0 and 1. */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
}

/**
 * How many standard errors a central interval reaches to each side: the t quantile at (1 + level) / 2,
 * the normal one for infinite degrees of freedom.
 *
 * @example twoSidedCritical(0.95) // 1.959963984540054
 */
export function twoSidedCritical(level: number, degreesOfFreedom: number = Infinity): number {
  requireLevel(level);
  return -createStudentT(degreesOfFreedom).quantile((1 - level) / 2);
}

/** The probability of a statistic at least this far from zero, either way, where there is no effect. */
export function twoSidedPValue(statistic: number, degreesOfFreedom: number = Infinity): number {
  return Math.min(1, 2 * createStudentT(degreesOfFreedom).upperTail(Math.abs(statistic)));
}

/** centre ± reach. */
export function intervalAround(centre: number, reach: number, level: number): Interval {
  return { low: centre - reach, high: centre + reach, level };
}
