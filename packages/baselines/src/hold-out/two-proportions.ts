import { intervalAround, twoSidedCritical, twoSidedPValue } from "../critical-value.ts";
import { noValue, type NoValue } from "../no-value.ts";
import type { RelativeEstimate } from "../relative-change.ts";
import type { Interval } from "../student-mixture.ts";
import { newcombeInterval, newcombePValue, type TwoProportionCounts } from "./newcombe-interval.ts";
import { wilsonBounds } from "./wilson-interval.ts";

export type TwoProportions = {
  readonly kind: "comparison";
  readonly shareControl: number;
  readonly shareTreatment: number;
  /** Treatment − control. */
  readonly difference: number;
  /** The z-test with the pooled share; no value where nobody or everybody was counted in both arms. */
  readonly pooled: { readonly kind: "test"; readonly z: number; readonly pValue: number } | NoValue;
  /** √(p₁q₁/n₁ + p₂q₂/n₂). */
  readonly unpooledError: number;
  /** difference ± z · unpooledError; too narrow with few successes, none without any scatter. */
  readonly wald: Interval | NoValue;
  /** The interval to show. */
  readonly newcombe: Interval;
  /** The p-value that never contradicts `newcombe`. */
  readonly newcombePValue: number;
  readonly wilsonControl: Interval;
  readonly wilsonTreatment: Interval;
  /** shareTreatment / shareControl − 1, with an interval by log ratio; no value without successes in both arms. */
  readonly relative: RelativeEstimate | NoValue;
};

/**
 * Two shares compared: pooled z-test, Wald and Newcombe intervals of the difference, Wilson intervals of
 * the shares, relative lift by log ratio.
 *
 * Answers `no-value` where an arm is empty; throws RangeError for what is no proportion.
 *
 * @example twoProportions({ successesControl: 2262, countControl: 21306,
 *   successesTreatment: 3894, countTreatment: 21307 }) // difference 0.0766, Newcombe 0.0700 to 0.0832
 */
export function twoProportions(
  request: TwoProportionCounts & { readonly level?: number },
): TwoProportions | NoValue {
  const { successesControl, countControl, successesTreatment, countTreatment, level = 0.95 } = request;
  const newcombe = newcombeInterval(request);
  if (newcombe.kind === "no-value") return newcombe;
  const ownPValue = newcombePValue(request);
  if (typeof ownPValue !== "number") return ownPValue;
  const z = twoSidedCritical(level);
  const shareControl = successesControl / countControl;
  const shareTreatment = successesTreatment / countTreatment;
  const difference = shareTreatment - shareControl;
  const unpooledError = Math.sqrt(
    (shareControl * (1 - shareControl)) / countControl +
      (shareTreatment * (1 - shareTreatment)) / countTreatment,
  );
  return {
    kind: "comparison",
    shareControl,
    shareTreatment,
    difference,
    pooled: pooledTest(request),
    unpooledError,
    wald: unpooledError > 0 ? intervalAround(difference, z * unpooledError, level) : noValue(NO_SCATTER),
    newcombe: { low: newcombe.low, high: newcombe.high, level },
    newcombePValue: ownPValue,
    wilsonControl: { ...wilsonBounds(successesControl, countControl, z), level },
    wilsonTreatment: { ...wilsonBounds(successesTreatment, countTreatment, z), level },
    relative: relativeShare(request, z, level),
  };
}

const NO_SCATTER = "nobody or everybody was counted: shares without scatter";

function pooledTest(counts: TwoProportionCounts): TwoProportions["pooled"] {
  const { successesControl, countControl, successesTreatment, countTreatment } = counts;
  const pooled = (successesControl + successesTreatment) / (countControl + countTreatment);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / countControl + 1 / countTreatment));
  if (!(error > 0)) return noValue(NO_SCATTER);
  const z = (successesTreatment / countTreatment - successesControl / countControl) / error;
  return { kind: "test", z, pValue: twoSidedPValue(z) };
}

/** Katz's log interval: Var ln(p₂/p₁) = q₁/x₁ + q₂/x₂. */
function relativeShare(counts: TwoProportionCounts, z: number, level: number): RelativeEstimate | NoValue {
  const { successesControl, countControl, successesTreatment, countTreatment } = counts;
  if (successesControl === 0)
    return noValue("nobody in the control arm did it, and no change is a share of nothing");
  if (successesTreatment === 0)
    return noValue("nobody in the treatment arm did it: a fall of 100% without an interval");
  const shareControl = successesControl / countControl;
  const shareTreatment = successesTreatment / countTreatment;
  const logError = Math.sqrt(
    (1 - shareControl) / successesControl + (1 - shareTreatment) / successesTreatment,
  );
  const log = Math.log(shareTreatment / shareControl);
  return {
    kind: "value",
    value: shareTreatment / shareControl - 1,
    standardError: logError,
    interval: { low: Math.expm1(log - z * logError), high: Math.expm1(log + z * logError), level },
  };
}
