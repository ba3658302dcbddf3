/** One row of a shared axis: a point with its interval, and the band it is held against. */
export interface IntervalRow {
  value: number | null;
  low: number | null;
  high: number | null;
  floor: number | null;
  /** Null where the band is open above. */
  ceiling: number | null;
}

export interface IntervalAxis {
  low: number;
  high: number;
  ticks: number[];
}

/**
 * One axis for all rows of a table, so that intervals can be compared by eye. It holds zero, every point and
 * every band; an interval that reaches further than half the axis beyond them is cut and drawn with an
 * arrow, so that a single wild one does not squeeze the rest. Ticks are round, 1, 2 or 5 times a power of ten,
 * and seven at most.
 */
export function intervalAxis(rows: readonly IntervalRow[]): IntervalAxis {
  const kept = rows.flatMap((row) => [row.value, row.floor, row.ceiling]).filter((end) => end !== null);
  const innerLow = Math.min(0, ...kept);
  const innerHigh = Math.max(0.5, ...kept);
  const reach = (innerHigh - innerLow) / 2;
  const lows = rows.flatMap((row) => (row.low === null ? [] : [Math.max(row.low, innerLow - reach)]));
  const highs = rows.flatMap((row) => (row.high === null ? [] : [Math.min(row.high, innerHigh + reach)]));
  const low = Math.min(innerLow, ...lows);
  const high = Math.max(innerHigh, ...highs);
  const step = roundStep((high - low) / 4);
  const margin = (high - low) * 0.03;
  const axis = { low: low - margin, high: high + margin };
  const first = Math.ceil(axis.low / step);
  const last = Math.floor(axis.high / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => roundOff((first + index) * step));
  return { ...axis, ticks };
}

/** Where a value lies on the axis: 0 at its left end, 1 at its right; beyond either end it is cut. */
export function axisShare(axis: IntervalAxis, value: number): number {
  return Math.min(1, Math.max(0, (value - axis.low) / (axis.high - axis.low)));
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = rough / power;
  // The next step begins at the geometric mean of both, so that none is taken far more often than its share.
  return (times < Math.SQRT2 ? 1 : times < Math.sqrt(10) ? 2 : times < Math.sqrt(50) ? 5 : 10) * power;
}

const roundOff = (value: number): number => Number(value.toPrecision(12)) + 0;
