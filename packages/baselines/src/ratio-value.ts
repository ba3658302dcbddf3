import { finiteAnswer } from "./finite-answer.ts";
import type { NoValue } from "./no-value.ts";
import {
  ratioDelta,
  type RatioDeltaLift,
  type RatioDeltaPointOnly,
  type RatioDeltaRequest,
} from "./ratio-delta.ts";
import type { Direction } from "./ratio-point.ts";
import type { Interval } from "./student-mixture.ts";

export type RatioValueRequest = RatioDeltaRequest & {
  /** +1 where higher is better, −1 where lower is better. */
  readonly direction: Direction;
  /** Money per unit of the numerator; 1 where the numerator is money. */
  readonly unitValue: number;
  /** The share of the lift that is the initiative's, from 0 to 1; 1 where left out. */
  readonly attribution?: number;
  /** The chance, apart from the interval, that the value is real, from 0 to 1; 1 where left out. */
  readonly confidence?: number;
};

export type RatioValue = {
  readonly kind: "value";
  /** Positive is better. */
  readonly value: number;
  /** Null where the lift is a point without an interval. */
  readonly interval: Interval | null;
  readonly lift: RatioDeltaLift | RatioDeltaPointOnly;
};

/**
 * What a ratio KPI's change was worth, by the delta method:
 * direction · (ΣN − baseline · ΣD) · unit value · attribution · confidence. The ends of the interval are
 * carried through the same factors and put back in order, because direction −1 (or a negative unit value)
 * swaps them.
 *
 * Answers `no-value` as `ratioDelta` does; throws RangeError for factors that make no sense.
 */
export function ratioValue(request: RatioValueRequest): RatioValue | NoValue {
  const { direction, unitValue, attribution = 1, confidence = 1 } = request;
  if (direction !== 1 && direction !== -1) throw new RangeError(`a direction is 1 or −1, got ${direction}`);
  if (!Number.isFinite(unitValue)) throw new RangeError(`a unit value is finite, got ${unitValue}`);
  requireShare(attribution, "an attribution");
  requireShare(confidence, "a confidence");
  const lift = ratioDelta(request);
  if (lift.kind === "no-value") return lift;
  const factor = direction * unitValue * attribution * confidence;
  // Adding 0 turns a −0 into a plain zero.
  const worth = (units: number): number => factor * units + 0;
  return finiteAnswer({
    kind: "value",
    value: worth(lift.incrementalNumerator),
    interval: intervalWorth(lift, worth),
    lift,
  });
}

function intervalWorth(
  lift: RatioDeltaLift | RatioDeltaPointOnly,
  worth: (units: number) => number,
): Interval | null {
  if (lift.kind === "point-only") return null;
  const { low, high, level } = lift.incrementalInterval;
  const ends = [worth(low), worth(high)];
  return { low: Math.min(...ends), high: Math.max(...ends), level };
}

function requireShare(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} lies between 0 and 1, got ${value}`);
}
