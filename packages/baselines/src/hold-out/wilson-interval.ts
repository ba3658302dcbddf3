import { twoSidedCritical } from "../critical-value.ts";
import { noValue, type NoValue } from "../no-value.ts";
import type { Interval } from "../student-mixture.ts";

/** Throws RangeError unless 0 ≤ successes ≤ count and the count is a whole number. */
export function requireProportion(successes: number, count: number): void {
  if (!(Number.isSafeInteger(count) && successes >= 0 && successes <= count)) {
    throw new RangeError(`${successes} of ${count} is no proportion`);
  }
}

/**
 * Wilson's score interval of a proportion: every p that a z-test with the error under p itself does not
 * reject. Never outside [0, 1], and with a width even where nobody or everybody was counted.
 *
 * Answers `no-value` without any case; throws RangeError for what is no proportion.
 *
 * @example wilsonInterval({ successes: 0, count: 10 }) // 0 to 0.2775
 */
export function wilsonInterval(request: {
  readonly successes: number;
  readonly count: number;
  readonly level?: number;
}): ({ readonly kind: "interval" } & Interval) | NoValue {
  const { successes, count, level = 0.95 } = request;
  requireProportion(successes, count);
  if (count === 0) return noValue("a proportion of nobody");
  return { kind: "interval", ...wilsonBounds(successes, count, twoSidedCritical(level)), level };
}

/** Wilson's bounds at z standard errors: the roots of (n + z²) x² − (2np + z²) x + np². */
export function wilsonBounds(successes: number, count: number, z: number): { low: number; high: number } {
  const square = z * z;
  const share = successes / count;
  const larger = 2 * successes + square + z * Math.sqrt(4 * successes * (1 - share) + square);
  return {
    // From the product of the roots: no difference of nearly equal numbers.
    low: successes === 0 ? 0 : (2 * successes * share) / larger,
    high: successes === count ? 1 : larger / (2 * (count + square)),
  };
}
