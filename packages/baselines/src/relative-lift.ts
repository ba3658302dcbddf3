import { noValue, type NoValue } from "./no-value.ts";
import type { Direction } from "./ratio-point.ts";
import { mixtureInterval, mixtureMean, type Interval, type StudentMixture } from "./student-mixture.ts";

/** Incremental units as a share of what was expected; positive is better. */
export type RelativeLift =
  | { readonly kind: "value"; readonly value: number; readonly interval: Interval | null }
  | NoValue;

export const NEAR_ZERO_TOTAL = "the expected total is too close to zero to take a share of it";

/** The certainty with which the expected total must be above zero before anything is divided by it. */
const ABOVE_ZERO_LEVEL = 0.95;

/**
 * Relative lift direction · (actual / expected − 1) with its interval, from the distribution of the
 * expected total. Undefined, and said so, where that distribution comes near zero: a percentage of
 * next to nothing says nothing.
 */
export function relativeLift(
  actual: number,
  expected: StudentMixture,
  direction: Direction,
  level: number,
): RelativeLift {
  if (!isClearOfZero(expected, level)) {
    return noValue(NEAR_ZERO_TOTAL);
  }
  const { low, high } = mixtureInterval(expected, level);
  // Actual may be negative (revenue after returns), so the ends are put in order afterwards.
  const ends = [direction * (actual / low - 1), direction * (actual / high - 1)];
  return {
    kind: "value",
    value: direction * (actual / mixtureMean(expected) - 1),
    interval: { low: Math.min(...ends), high: Math.max(...ends), level },
  };
}

/** Whether an expected total is above zero surely enough to take a share of it. */
export function isClearOfZero(expected: StudentMixture, level: number): boolean {
  return mixtureInterval(expected, Math.max(level, ABOVE_ZERO_LEVEL)).low > 0;
}

/** Relative lift of a point without a distribution. */
export function relativeLiftOfPoint(incrementalUnits: number, expected: number): RelativeLift {
  if (!(expected > 0)) return noValue("the expected total is not above zero");
  return { kind: "value", value: incrementalUnits / expected, interval: null };
}
