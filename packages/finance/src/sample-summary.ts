/** What a simulated figure looks like over all runs. */
export type SampleSummary = {
  readonly mean: number;
  /** How far the mean itself may be off by chance: the standard deviation over √runs. */
  readonly standardError: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of the runs below 0. */
  readonly chanceOfLoss: number;
};

/**
 * Mean with its standard error, percentiles and the chance of a loss, of at least two sorted runs. Percentiles are interpolated between neighbouring runs, at p·(n − 1) from the first (numpy's and
 * Excel's default). Figures are rounded to 12 digits: what lies beyond differs between machines.
 */
export function summariseSorted(sorted: Float64Array): SampleSummary {
  const mean = meanOf(sorted);
  // In units of the range: the square of a deviation might be no double.
  const unit = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) || 1;
  let squares = 0;
  for (const value of sorted) squares += ((value - mean) / unit) ** 2;
  return {
    mean: twelveDigits(mean),
    standardError: twelveDigits(unit * Math.sqrt(squares / (sorted.length - 1) / sorted.length)),
    p10: twelveDigits(percentileOf(sorted, 0.1)),
    p50: twelveDigits(percentileOf(sorted, 0.5)),
    p90: twelveDigits(percentileOf(sorted, 0.9)),
    chanceOfLoss: countBelow(sorted, 0) / sorted.length,
  };
}

/** How many sorted runs lie strictly below a value. */
export function countBelow(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? Number.NaN) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function meanOf(runs: Float64Array): number {
  // From the first run, so that runs which are all the same have exactly that mean.
  const [origin = 0] = runs;
  let sum = 0;
  for (const value of runs) sum += value - origin;
  return origin + sum / runs.length;
}

function percentileOf(sorted: Float64Array, p: number): number {
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

/** What lies beyond twelve digits differs between machines. */
export function twelveDigits(value: number): number {
  return Number(value.toPrecision(12));
}
