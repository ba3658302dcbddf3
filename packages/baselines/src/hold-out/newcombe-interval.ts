import { normalUpperTail } from "@liftledger/numerics/distributions/normal";
import { findRoot } from "@liftledger/numerics/root-search";
import { twoSidedCritical } from "../critical-value.ts";
import { noValue, type NoValue } from "../no-value.ts";
import type { Interval } from "../student-mixture.ts";
import { requireProportion, wilsonBounds } from "./wilson-interval.ts";

/** How many of how many did it, in either arm. */
export type TwoProportionCounts = {
  readonly successesControl: number;
  readonly countControl: number;
  readonly successesTreatment: number;
  readonly countTreatment: number;
};

/**
 * Newcombe's hybrid score interval of the difference treatment − control: the distances of both shares from
 * their Wilson bounds, put together like the sides of a right angle. Never outside [−1, 1], and with a width
 * even where nobody or everybody was counted.
 *
 * Answers `no-value` where an arm is empty; throws RangeError for what is no proportion.
 *
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
 *
 * @example newcombeInterval({ successesControl: 48, countControl: 80, successesTreatment: 56, countTreatment: 70 })
 * // 0.0524 to 0.3339 (Newcombe's table II, contrast a, mirrored)
 */
export function newcombeInterval(
  request: TwoProportionCounts & { readonly level?: number },
): ({ readonly kind: "interval" } & Interval) | NoValue {
  const { level = 0.95 } = request;
  const shares = sharesOf(request);
  if (shares.kind === "no-value") return shares;
  const { down, up } = reaches(request, twoSidedCritical(level));
  return { kind: "interval", low: shares.difference - down, high: shares.difference + up, level };
}

/** Beyond this many standard errors a p-value is 0 in any digit. */
const FARTHEST_Z = 38;

/**
 * The p-value that belongs to Newcombe's interval: the 1 − level at which it touches zero, so that
 * p < 1 − level exactly where the interval leaves zero out. 1 where both shares are equal.
 */
export function newcombePValue(counts: TwoProportionCounts): number | NoValue {
  const shares = sharesOf(counts);
  if (shares.kind === "no-value") return shares;
  const { difference } = shares;
  if (difference === 0) return 1;
  const room = (z: number): number => {
    const { down, up } = reaches(counts, z);
    return Math.abs(difference) - (difference > 0 ? down : up);
  };
  const touch = findRoot(room, 0, FARTHEST_Z);
  return touch.kind === "root" ? Math.min(1, 2 * normalUpperTail(touch.x)) : 2 * normalUpperTail(FARTHEST_Z);
}

function sharesOf(counts: TwoProportionCounts): { kind: "shares"; difference: number } | NoValue {
  const { successesControl, countControl, successesTreatment, countTreatment } = counts;
  requireProportion(successesControl, countControl);
  requireProportion(successesTreatment, countTreatment);
  if (countControl === 0) return noValue("the control arm is empty");
  if (countTreatment === 0) return noValue("the treatment arm is empty");
  return {
    kind: "shares",
    difference: successesTreatment / countTreatment - successesControl / countControl,
  };
}

function reaches(counts: TwoProportionCounts, z: number): { down: number; up: number } {
  const { successesControl, countControl, successesTreatment, countTreatment } = counts;
  const control = successesControl / countControl;
  const treatment = successesTreatment / countTreatment;
  const boundsControl = wilsonBounds(successesControl, countControl, z);
  const boundsTreatment = wilsonBounds(successesTreatment, countTreatment, z);
  return {
    down: Math.hypot(treatment - boundsTreatment.low, boundsControl.high - control),
    up: Math.hypot(boundsTreatment.high - treatment, control - boundsControl.low),
  };
}
