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
  const parts = part(firstSquaredError / sum, firstCount) + part(secondSquaredError / sum, secondCount);
  // No noise at all makes the shares 0/0, one item makes the part of a noisy side infinite.
  return Number.isFinite(parts) ? 1 / parts : null;
}

function part(share: number, count: number): number {
  return share === 0 ? 0 : (share * share) / (count - 1);
}
