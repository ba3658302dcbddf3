/** A value that stands apart from its neighbours. */
export type RobustOutlier = {
  readonly index: number;
  readonly value: number;
  /** What its neighbours would have let expect. */
  readonly expected: number;
  /** Its distance from that, in robust standard deviations, with its sign. */
  readonly score: number;
};

/** The values that stand apart, or why nothing can be said about that. */
export type RobustOutliers =
  | { readonly kind: "judged"; readonly scale: number; readonly outliers: readonly RobustOutlier[] }
  | { readonly kind: "too-few"; readonly needed: number; readonly found: number };

type OutlierOptions = {
  /** |score| above which a value stands apart; 3.5 unless given. */
  readonly threshold?: number;
  /** How many neighbours (with the value itself) say what is usual; all of them unless given. */
  readonly window?: number;
  /** Fewer values than this are not judged; 5 unless given. */
  readonly fewest?: number;
  /** How much of its distance each value answers for, 0 to 1; 1 unless given. */
  readonly weights?: readonly number[];
};

// 1 / Φ⁻¹(0.75) and √(π/2): they make the median and the mean absolute deviation of normal noise its σ.
const perMedianDeviation = 1.482602218505602;
const perMeanDeviation = 1.2533141373155001;

/**
 * The values that stand apart, by the modified z-score of Iglewicz and Hoaglin: distance from the median,
 * over 1.4826 · MAD (the median absolute distance), above 3.5. Median and MAD do not move with the outliers
 * themselves, as mean and standard deviation do. With a `window` a value is held against its nearest
 * neighbours only, against their median and against their robust line, and the nearer of the two counts: so
 * neither a step nor a trend nor a slow season is taken for outliers. The MAD is that of
 * the distances from the medians. Where more than half of the distances are 0, the MAD is 0 too,
 * and 1.2533 · the mean absolute distance takes its place; where all are 0 nothing stands apart.
 *
 * Too few values are an answer, not an error. Throws a RangeError on a value beyond ±1e300, on weights of
 * another length, and on a threshold or window that is not above 0.
 *
 * Source: B. Iglewicz and D. Hoaglin, "How to Detect and Handle Outliers" (1993), as in the NIST/SEMATECH
 * e-Handbook of Statistical Methods, 1.3.5.17.
 *
 *     robustOutliers([2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3])
 *     // scale 0.2224; outliers 8.2 (score 25.9) and 8.3 (26.3)
 */
export function robustOutliers(values: readonly number[], options: OutlierOptions = {}): RobustOutliers {
  const { threshold = 3.5, window = values.length, fewest = 5, weights } = options;
  requireSound(values, weights, threshold, values.length === 0 ? 1 : window);
  if (values.length < fewest) return { kind: "too-few", needed: fewest, found: values.length };
  const { levels, nearest } = expectations(values, window);
  const weight = (index: number) => weights?.[index] ?? 1;
  const scale = robustScale(values.map((value, index) => (value - (levels[index] ?? 0)) * weight(index)));
  if (scale === 0) return { kind: "judged", scale, outliers: [] };
  const outliers = values.flatMap((value, index) => {
    const expected = nearest[index] ?? 0;
    const score = ((value - expected) * weight(index)) / scale;
    return Math.abs(score) > threshold ? [{ index, value, expected, score }] : [];
  });
  return { kind: "judged", scale, outliers };
}

/**
 * The median: the middle value, or the mean of the two in the middle. Throws a RangeError for no values.
 *
 *     median([3, 1, 2, 10]) // 2.5
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (below === undefined || above === undefined) throw new RangeError("No values have no median");
  return below === above ? below : below / 2 + above / 2;
}

/** What neighbours let expect of each value: their median, and that or their robust line, whichever is nearer. */
function expectations(
  values: readonly number[],
  window: number,
): { levels: readonly number[]; nearest: readonly number[] } {
  if (window >= values.length) {
    const overall = median(values);
    const levels = values.map(() => overall);
    return { levels, nearest: levels };
  }
  const width = Math.floor(window);
  const both = values.map((value, index) => {
    // At both ends the window is shifted, not cut: as many neighbours have a say everywhere.
    const start = Math.min(Math.max(0, index - (width >> 1)), values.length - width);
    const neighbours = values.slice(start, start + width);
    const [level, onLine] = [median(neighbours), lineAt(neighbours, index - start)];
    return { level, nearest: Math.abs(value - onLine) < Math.abs(value - level) ? onLine : level };
  });
  return { levels: both.map(({ level }) => level), nearest: both.map(({ nearest }) => nearest) };
}

/** The robust line through evenly spaced values (Theil and Sen: the median of all slopes), at one of them. */
function lineAt(values: readonly number[], index: number): number {
  const slopes = values.flatMap((right, to) =>
    values.slice(0, to).map((left, from) => (right - left) / (to - from)),
  );
  if (slopes.length === 0) return median(values);
  const slope = median(slopes);
  return median(values.map((value, at) => value - slope * (at - index)));
}

function robustScale(distances: readonly number[]): number {
  const sizes = distances.map(Math.abs);
  const middle = median(sizes);
  if (middle > 0) return perMedianDeviation * middle;
  // Divided before they are added, so that huge distances do not overflow.
  return perMeanDeviation * sizes.reduce((sum, size) => sum + size / sizes.length, 0);
}

function requireSound(
  values: readonly number[],
  weights: readonly number[] | undefined,
  threshold: number,
  window: number,
): void {
  if (weights !== undefined && weights.length !== values.length) {
    throw new RangeError(`${values.length} values need as many weights, not ${weights.length}`);
  }
  for (const value of [...values, ...(weights ?? [])]) {
    if (!Number.isFinite(value))
      throw new RangeError(`${value} cannot be judged: a value is a finite number`);
  }
  if (!(threshold > 0)) throw new RangeError(`The threshold is above 0, not ${threshold}`);
  if (!(window >= 1)) throw new RangeError(`The window holds at least one value, not ${window}`);
}
