/** One period of a series: a ratio KPI is `numerator / denominator`; a total has denominator 1. */
export type RatioPoint = {
  /** Whole period number: consecutive periods differ by 1, a missing period leaves a gap. */
  readonly index: number;
  readonly numerator: number;
  readonly denominator: number;
};

/** +1 where higher is better, −1 where lower is better. */
export type Direction = 1 | -1;

/** Sum of the numerators and of the denominators: ratios are pooled before they are divided. */
export function pooledTotals(points: readonly RatioPoint[]): { numerator: number; denominator: number } {
  let numerator = 0;
  let denominator = 0;
  for (const point of points) {
    numerator += point.numerator;
    denominator += point.denominator;
  }
  return { numerator, denominator };
}

/** Throws RangeError unless periods increase, numbers are finite and denominators not negative. */
export function checkRatioPoints(points: readonly RatioPoint[]): void {
  let before = -Infinity;
  for (const { index, numerator, denominator } of points) {
    if (!Number.isSafeInteger(index)) throw new RangeError(`period number ${index} is not a whole number`);
    if (index <= before) throw new RangeError(`period ${index} does not come after period ${before}`);
    if (!Number.isFinite(numerator)) throw new RangeError(`period ${index} has the numerator ${numerator}`);
    if (!(Number.isFinite(denominator) && denominator >= 0)) {
      throw new RangeError(`period ${index} has the denominator ${denominator}`);
    }
    before = index;
  }
}
