import { chiSquaredUpperTail } from "@liftledger/numerics/distributions/chi-squared";
import { noValue, type NoValue } from "../no-value.ts";

export type SampleRatioCheck = {
  readonly kind: "checked";
  readonly chiSquared: number;
  /** Arms − 1. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly threshold: number;
  /** False where the arms' sizes would be too unlikely under the intended split. */
  readonly passed: boolean;
  /** What that means, in a plain sentence. */
  readonly sentence: string;
};

/** Strict, because the check is made of every test and a false alarm would discard a good one. */
const MISMATCH_THRESHOLD = 0.001;

/**
 * Sample-ratio mismatch: do the arms hold as many units as the split intended? χ² of the counts against
 * the intended shares. An arm that lost units (a redirect that fails, a filter that works on one side) is no longer
 * comparable, however sure the difference looks.
 *
 * `shares` need not add up to 1; equal ones where left out. The threshold is 0.001. Answers `no-value`
 * without a unit; throws RangeError for counts that are no whole numbers, fewer than two arms, or shares that are not
 * positive.
 *
 * @example sampleRatioMismatch({ counts: [44700, 45489] }) // χ² 6.90, p 0.0086: passed
 */
export function sampleRatioMismatch(request: {
  readonly counts: readonly number[];
  readonly shares?: readonly number[];
  readonly threshold?: number;
}): SampleRatioCheck | NoValue {
  const { counts, threshold = MISMATCH_THRESHOLD } = request;
  const shares = request.shares ?? counts.map(() => 1);
  requireSense(counts, shares, threshold);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return noValue("no unit was assigned to any arm");
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const chiSquared = counts.reduce((sum, count, arm) => {
    const expected = ((shares[arm] as number) / whole) * total;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const degreesOfFreedom = counts.length - 1;
  const pValue = chiSquaredUpperTail(chiSquared, degreesOfFreedom);
  const passed = pValue >= threshold;
  return {
    kind: "checked",
    chiSquared,
    degreesOfFreedom,
    pValue,
    threshold,
    passed,
    sentence: sentenceFor(passed, threshold),
  };
}

function sentenceFor(passed: boolean, threshold: number): string {
  return passed
    ? "The arms are as large as the split intended."
    : `The arms are not as large as the split intended (by chance this happens in fewer than ${threshold * 100}% of tests): units were lost or added on one side, so the arms cannot be compared until the reason is found.`;
}

function requireSense(counts: readonly number[], shares: readonly number[], threshold: number): void {
  if (counts.length < 2 || shares.length !== counts.length) {
    throw new RangeError(
      `${counts.length} arms with ${shares.length} shares: two arms and a share each are needed`,
    );
  }
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError("an arm has a whole number of units");
  }
  if (!shares.every((share) => share > 0 && share < Infinity))
    throw new RangeError("a share of the split is positive");
  if (!(threshold > 0 && threshold < 1))
    throw new RangeError(`a threshold lies between 0 and 1, got ${threshold}`);
}
