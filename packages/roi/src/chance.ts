/** The chances at which a verdict turns: there the words must say on which side a chance lies. */
const turningPoints = [0.1, 0.2, 0.5, 0.8, 0.9];

/**
 * A chance in words a person uses: "7 in 10", "under 1 in 100". Tenths where they are fine enough; hundredths
 * near 0, near 1 and near a chance at which a verdict turns.
 *
 * @example chance(0.66)  // "7 in 10"
 * @example chance(0.496) // "just under 50 in 100"
 */
export function chance(probability: number): string {
  if (probability < 0.01) return "under 1 in 100";
  if (probability > 0.99) return "over 99 in 100";
  const tenths = Math.round(probability * 10);
  const isExact = Math.abs(probability - tenths / 10) < 1e-9;
  const turns = turningPoints.includes(tenths / 10) || tenths === 0 || tenths === 10;
  if (isExact || !turns) return `${tenths} in 10`;
  const hundredths = Math.round(probability * 100);
  if (hundredths !== tenths * 10) return `${hundredths} in 100`;
  return `just ${probability < tenths / 10 ? "under" : "over"} ${hundredths} in 100`;
}
