/**
 * A probability in plain words: "7 in 10 chance"; the nearer to certain, the finer it is told, since the
 * verdict turns at 10 and 90%.
 * @example chanceInWords(0.06) // "6 in 100 chance"
 */
export function chanceInWords(probability: number): string {
  if (probability < 0.005) return "under 1 in 100 chance";
  if (probability > 0.995) return "over 99 in 100 chance";
  if (probability < 0.095 || probability > 0.905) return `${Math.round(probability * 100)} in 100 chance`;
  return `${Math.round(probability * 10)} in 10 chance`;
}
