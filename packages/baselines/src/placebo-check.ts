import { binomialUpperTail } from "./binomial-upper-tail.ts";
import { designParts, type BaselineDesign } from "./baseline-design.ts";
import type { ControlSeries } from "./control-series.ts";
import { twoSidedCritical } from "./critical-value.ts";
import { wilsonBounds } from "./hold-out/wilson-interval.ts";
import { ratioLift, type RatioLift } from "./ratio-lift.ts";
import type { RatioPoint } from "./ratio-point.ts";
import { mixtureInterval, mixtureMean, type Interval } from "./student-mixture.ts";

export type PlaceboRequest = {
  /** The pre-period: no initiative worked on the series in it. */
  readonly pre: readonly RatioPoint[];
  readonly design: BaselineDesign;
  /** The series the design names. */
  readonly controls?: ControlSeries | undefined;
  /** Level of the intervals that are put to the test; 0.95 where left out. */
  readonly level?: number;
  /** Periods each placebo effect is measured over; 8, the fewest a weekly verdict rests on. */
  readonly horizon?: number;
  /** Periods from one placebo start to the next; half the horizon. */
  readonly step?: number;
};

export type PlaceboCheck =
  | {
      readonly kind: "checked";
      /** Placebo starts that were tried. */
      readonly folds: number;
      /** Folds whose interval excluded zero although nothing had happened. */
      readonly falseAlarms: number;
      readonly falseAlarmRate: number;
      /**
       * How far chance alone may have moved that rate: Wilson's 95 % interval on as many folds as do not
       * overlap. Few folds say little, and this says how little.
       */
      readonly falseAlarmInterval: Interval;
      readonly level: number;
      /** Stretch of the distribution about its mean that brings the rate down to 1 − level; 1 if it is. */
      readonly wideningFactor: number;
      /** Whether chance alone explains the false alarms. */
      readonly passed: boolean;
    }
  | { readonly kind: "not-enough-history"; readonly needed: number; readonly found: number };

/** The pre-periods a fold must have before its placebo start: half a year, or a whole one to fit a season. */
function leastHistory(design: BaselineDesign): number {
  return designParts(design).season === null ? 26 : 52;
}

/** False alarms this improbable under the promised rate fail the check. */
const IMPROBABLE = 0.05;

/**
 * Rolling placebo: moves the start into the pre-period, fold by fold, where every "effect" is false.
 *
 * Each fold fits the baseline on all periods before its start (at least 26; 52 with a season) and
 * measures the lift of the next `horizon` periods. The share of intervals that exclude zero is the
 * false-alarm rate. Where it is above 1 − level, `wideningFactor` is the smallest factor that brings
 * it down to that when each fold's distribution is stretched about its mean (`widenMixture`), so that
 * interval, probability and p-value go on being read from one distribution.
 *
 * `passed` is a matter of its own: a few folds cannot have a rate of 5% or nothing, so the check fails
 * only where so many false alarms would come up with a probability under 5% at the promised rate
 * (binomial; neighbouring folds overlap, which makes this an approximation). A passed check may still
 * widen, and a failed one lowers the evidence grade.
 */
export function placeboCheck(request: PlaceboRequest): PlaceboCheck {
  const { pre, design, controls, level = 0.95, horizon = 8 } = request;
  const { step = Math.max(1, Math.floor(horizon / 2)) } = request;
  if (!(Number.isInteger(horizon) && horizon >= 1 && Number.isInteger(step) && step >= 1)) {
    throw new RangeError(`a placebo needs a whole horizon and step, got ${horizon} and ${step}`);
  }
  const needed = leastHistory(design) + horizon;
  const factors: number[] = [];
  // From the latest start backwards: the most recent periods always count.
  for (let start = pre.length - horizon; start >= needed - horizon; start -= step) {
    const fold = { pre: pre.slice(0, start), post: pre.slice(start, start + horizon), design, controls };
    const factor = factorToContainZero(ratioLift({ ...fold, direction: 1 }), level);
    if (factor !== null) factors.push(factor);
  }
  if (factors.length === 0) return { kind: "not-enough-history", needed, found: pre.length };
  return judge(factors, level, Math.min(1, step / horizon));
}

function judge(factors: readonly number[], level: number, shareOfNew: number): PlaceboCheck {
  const folds = factors.length;
  const falseAlarms = factors.filter((factor) => factor > 1).length;
  const promisedRate = 1 - level;
  const allowed = Math.floor(folds * promisedRate + 1e-9);
  // The `allowed` worst folds may stay outside; the next one must be brought in. Where its history
  // had no noise at all no factor can, so the worst that can be mended decides.
  const worstFirst = factors.toSorted((a, b) => b - a);
  const needed = worstFirst.slice(allowed).find(Number.isFinite) ?? 1;
  return {
    kind: "checked",
    folds,
    falseAlarms,
    falseAlarmRate: falseAlarms / folds,
    falseAlarmInterval: rateInterval(falseAlarms / folds, Math.max(1, folds * shareOfNew)),
    level,
    wideningFactor: Math.max(1, needed),
    passed: binomialUpperTail(folds, falseAlarms, promisedRate) >= IMPROBABLE,
  };
}

/**
 * The smallest stretch about the mean with which the fold's interval contains zero: 1 or less where it
 * does already, Infinity where no stretch helps, null where the fold has no lift (no denominators).
 */
function factorToContainZero(lift: RatioLift, level: number): number | null {
  if (lift.kind !== "interval") return null;
  const distribution = lift.incrementalUnitsDistribution();
  const { low, high } = mixtureInterval(distribution, level);
  if (low <= 0 && high >= 0) return 1;
  const mean = mixtureMean(distribution);
  const nearEnd = low > 0 ? low : high;
  // Away from a mean that is no farther from zero than it, the near end only moves away from zero as well.
  // A hair more than the quotient, or rounding would leave zero just outside.
  return mean / nearEnd > 1 ? (mean / (mean - nearEnd)) * (1 + 1e-12) : Infinity;
}

function rateInterval(rate: number, independentFolds: number): Interval {
  const level = 0.95;
  return { ...wilsonBounds(rate * independentFolds, independentFolds, twoSidedCritical(level)), level };
}
