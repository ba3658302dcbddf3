import type { BaselineDesign } from "./baseline-design.ts";
import type { ControlSeries } from "./control-series.ts";
import { liftWithNoise } from "./lift-with-noise.ts";
import { noValue, type NoValue } from "./no-value.ts";
import { meanVolume, plannedPeriods } from "./planned-periods.ts";
import type { LiftPeriod } from "./ratio-lift.ts";
import { pooledTotals, type Direction, type RatioPoint } from "./ratio-point.ts";
import { mixturePValue } from "./mixture-p-value.ts";

export type UndecidedRequest = {
  readonly pre: readonly RatioPoint[];
  readonly post: readonly RatioPoint[];
  readonly design: BaselineDesign;
  readonly controls?: ControlSeries | undefined;
  readonly direction: Direction;
  /** Level of the interval that is to leave zero out; 0.8 where left out. */
  readonly level?: number;
  /** How many further periods are tried; 104 where left out. */
  readonly atMost?: number;
  readonly wideningFactor?: number;
};

export type PeriodsUntilDecided =
  | {
      readonly kind: "decided-in";
      /** Further periods until the interval leaves zero out; 0 where it does already. */
      readonly periods: number;
      readonly assumption: string;
    }
  | { readonly kind: "not-within"; readonly periods: number; readonly assumption: string }
  | NoValue;

const ASSUMPTION =
  "The lift seen so far goes on, at the mean volume since the start; the noise goes on as before it.";

/**
 * How many more periods would decide an undecided lift: the first number of further periods after which
 * the interval of the whole lift leaves zero out, if the lift a unit of volume goes on as seen. A lift too
 * small for the noise is never decided, because a wandering level drifts as far as the effect adds up;
 * that is an answer too.
 *
 * No value without a period since the start, an interval or noise. Throws RangeError for a level outside
 * (0, 1).
 *
 * @example periodsUntilDecided({ pre, post, design: FLAT_DESIGN, direction: 1 }) // { kind: "decided-in", periods: 5, … }
 */
export function periodsUntilDecided(request: UndecidedRequest): PeriodsUntilDecided {
  const { pre, post, design, direction, level = 0.8, atMost = 104, wideningFactor = 1 } = request;
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  if (!(Number.isSafeInteger(atMost) && atMost >= 0))
    throw new RangeError(`${atMost} is no number of periods`);
  const volumeSoFar = pooledTotals(post).denominator;
  if (volumeSoFar === 0) return noValue("there is no volume since the start yet");
  const { periods, controls } = plannedPeriods(request, atMost, meanVolume(post));
  const liftOf = (after: readonly RatioPoint[]) =>
    liftWithNoise({ pre, post: after, direction, design, controls, wideningFactor });
  const expected = liftOf([...post, ...periods]);
  if (expected.kind === "no-value") return expected;
  const seen = expected.periods
    .slice(0, post.length)
    .reduce((sum, { incrementalUnits }) => sum + incrementalUnits, 0);
  const perVolume = (direction * seen) / volumeSoFar;
  const toCome = periods.map((period, i) => {
    const { expectedNumerator } = expected.periods[post.length + i] as LiftPeriod;
    return { ...period, numerator: expectedNumerator + perVolume * period.denominator };
  });
  const lift = liftOf([...post, ...toCome]);
  for (let more = 0; lift.kind === "interval" && more <= atMost; more += 1) {
    const units = lift.incrementalUnitsDistribution(post.length + more);
    if (mixturePValue(units) < 1 - level)
      return { kind: "decided-in", periods: more, assumption: ASSUMPTION };
  }
  return { kind: "not-within", periods: atMost, assumption: ASSUMPTION };
}
