import type { NoValue } from "../no-value.ts";
import type { StudentMixture } from "../student-mixture.ts";
import { effect, type Comparison } from "./effect.ts";

/**
 * The difference of two arms as a distribution, in the form every lift has: Student's t with Welch's degrees of
 * freedom about the estimate. What a hold-out hands on where benefits are combined by simulation;
 * `scaleMixture` by direction · (units treated) makes incremental units of it.
 *
 * Of means, ratios and figures adjusted by the past its intervals and probabilities are those of
 * `evaluateHoldOut`. Of proportions it is the normal approximation with unpooled errors, which agrees with
 * Newcombe's interval where both arms have some dozens of successes and failures. Answers `no-value` as
 * `effect` does.
 */
export function differenceDistribution(comparison: Comparison): StudentMixture | NoValue {
  const found = effect(comparison);
  if (found.kind === "no-value") return found;
  const { degreesOfFreedom, estimate, standardError } = found;
  return { degreesOfFreedom, components: [{ weight: 1, location: estimate, scale: standardError }] };
}
