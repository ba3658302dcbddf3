import { mixtureCdf, mixtureProbabilityAbove, type StudentMixture } from "./student-mixture.ts";

/**
 * Two-sided p-value of the hypothesis that the quantity is `value`: twice the smaller of P(X ≤ value) and
 * P(X ≥ value), at most 1. It is below α exactly where the central 1 − α interval of the same
 * distribution leaves `value` out, so the two never contradict each other.
 *
 * @example mixturePValue(pointMass(3)) // 0
 */
export function mixturePValue(mixture: StudentMixture, value = 0): number {
  const atMost = mixtureCdf(mixture, value);
  const onIt = mixture.components.reduce(
    (sum, { weight, location, scale }) => (scale > 0 || location !== value ? sum : sum + weight),
    0,
  );
  const atLeast = mixtureProbabilityAbove(mixture, value) + onIt;
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
