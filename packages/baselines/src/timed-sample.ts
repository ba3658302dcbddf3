import { welch, type WelchTest } from "./hold-out/welch.ts";
import { noValue, type NoValue } from "./no-value.ts";
import type { Direction } from "./ratio-point.ts";
import type { Interval } from "./student-mixture.ts";

/** How many items must be timed on either side. */
const FEWEST_TIMED_ITEMS = 20;

export type TimedSample = {
  readonly kind: "sample";
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** direction · (mean after − mean before) a single item: positive is better. */
  readonly improvement: number;
  readonly improvementInterval: Interval;
  readonly pValue: number;
  /** Probability that it got better; never in contradiction with the interval. */
  readonly probabilityBetter: number;
  readonly itemsBefore: number;
  readonly itemsAfter: number;
  readonly test: WelchTest;
  /** A before-and-after of single items is known no better than this. */
  readonly evidenceGrade: "D";
  readonly reason: string;
};

/** Too few items on a side: how many there must be, and are. */
export type TooFewTimedItems = {
  readonly kind: "insufficient-data";
  readonly needed: number;
  readonly foundBefore: number;
  readonly foundAfter: number;
  readonly reason: string;
};

/**
 * A timed sample: the same work timed item by item before and after the start, compared by Welch's test. For
 * durations, where nobody logs a series. At least 20 items on either side; evidence grade D, because nothing
 * but the calendar separates the two.
 *
 * Values in any unit of time (or any quantity an item has); `direction` −1, the default, means that less is
 * better. Answers `insufficient-data` below 20 items, `no-value` where no item differs from another;
 * throws RangeError for values that are not finite.
 */
export function timedSample(request: {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly direction?: Direction;
  readonly level?: number;
}): TimedSample | TooFewTimedItems | NoValue {
  const { before, after, direction = -1, level = 0.95 } = request;
  if (before.length < FEWEST_TIMED_ITEMS || after.length < FEWEST_TIMED_ITEMS) {
    return {
      kind: "insufficient-data",
      needed: FEWEST_TIMED_ITEMS,
      foundBefore: before.length,
      foundAfter: after.length,
      reason: `A timed sample needs ${FEWEST_TIMED_ITEMS} items before and after the start; there are ${before.length} and ${after.length}.`,
    };
  }
  const test = welch({ control: before, treatment: after, level });
  if (test.kind !== "test") return noValue(test.reason);
  const { low, high } = test.interval;
  const improvement = direction * test.difference + 0;
  const half = test.pValue / 2;
  return {
    kind: "sample",
    meanBefore: test.meanControl,
    meanAfter: test.meanTreatment,
    improvement,
    improvementInterval: direction === 1 ? { low, high, level } : { low: -high, high: -low, level },
    pValue: test.pValue,
    probabilityBetter: improvement > 0 ? 1 - half : half,
    itemsBefore: before.length,
    itemsAfter: after.length,
    test,
    evidenceGrade: "D",
    reason: `A timed sample of ${before.length} items before and ${after.length} after: before and after, without a comparison.`,
  };
}
