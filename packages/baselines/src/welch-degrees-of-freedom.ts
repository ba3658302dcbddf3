/**
 * Degrees of freedom of a difference of two means with unequal variances (Welch-Satterthwaite):
 * (v₁ + v₂)² / (v₁² / (n₁ − 1) + v₂² / (n₂ − 1)), v the squared standard error of each mean.
 * A side without noise may have any number of items. Null where neither side has any noise, or a noisy side
 * has one item.
 *
 * @example welchDegreesOfFreedom(0.5, 10, 0.5, 10) // 18
 */
export function welchDegreesOfFreedom(
  firstSquaredError: number,
  firstCount: number,
  secondSquaredError: number,
  secondCount: number,
): number | null {
  // As shares of the sum, so that squares of tiny errors do not vanish.
  const sum = firstSquaredError + secondSquaredError;
  if (!(sum > 0)) return null;
  const parts = part(firstSquaredError / sum, firstCount) + part(secondSquaredError / sum, secondCount);
  return Number.isFinite(parts) ? 1 / parts : null;
}

function part(share: number, count: number): number {
  if (share === 0) return 0;
  return count > 1 ? (share * share) / (count - 1) : Infinity;
}
