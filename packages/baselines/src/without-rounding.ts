import type { StudentComponent, StudentMixture } from "./student-mixture.ts";

/** A difference below this share of what it is a difference of is rounding. */
const ROUNDING_SHARE = 1e-12;

/**
 * A difference without noise that is nothing but rounding becomes 0: a history that never moved, followed
 * by more of the same, shows no effect. Distributions with a width are left alone.
 *
 * @param size of the numbers the difference was taken of.
 * @example withoutRounding(pointMass(-4e-16), 5) // a point mass on 0
 */
export function withoutRounding(difference: StudentMixture, size: number): StudentMixture {
  const only = difference.components[0] as StudentComponent;
  if (only.scale > 0) return difference;
  if (Math.abs(only.location) > ROUNDING_SHARE * size) return difference;
  return { ...difference, components: [{ ...only, location: 0 }] };
}
