import { addedVariance, carriedShare, type ErrorShape } from "./error-shapes.ts";

/**
 * The Kalman filter of one error shape over one set of times, reduced to four numbers a period.
 * They depend on the times alone, so every column of a design passes through the same ones.
 */
export type FilterSteps = {
  /** Share of the previous period's state estimate that predicts this period. */
  readonly carried: Float64Array;
  /** Share of the previous period's state estimate that survives this period's observation. */
  readonly kept: Float64Array;
  /** Share of the observation that goes into the new state estimate. */
  readonly gain: Float64Array;
  /** One over the standard deviation of the surprise: surprise times this is white. */
  readonly inverseDeviation: Float64Array;
};

export function createFilterSteps(count: number): FilterSteps {
  return {
    carried: new Float64Array(count),
    kept: new Float64Array(count),
    gain: new Float64Array(count),
    inverseDeviation: new Float64Array(count),
  };
}

/**
 * Fills `steps` for one shape and returns log |C| of the covariance of all periods, and the variance
 * of the hidden state once all of them are seen.
 *
 * Times are whole numbers, strictly increasing; a gap of several periods carries less and adds more.
 */
export function fillFilterSteps(
  steps: FilterSteps,
  shape: ErrorShape,
  times: Int32Array,
): { logDeterminant: number; endVariance: number } {
  const { carried, kept, gain, inverseDeviation } = steps;
  const noise = shape.noiseVariance;
  let stateVariance = shape.startVariance;
  let logDeterminant = 0;
  let product = 1;
  let gapBefore = 0;
  let share = 0;
  let added = 0;
  for (let row = 0; row < times.length; row += 1) {
    if (row > 0) {
      const gap = (times[row] as number) - (times[row - 1] as number);
      if (gap !== gapBefore) {
        share = carriedShare(shape, gap);
        added = addedVariance(shape, gap, share);
        gapBefore = gap;
      }
      stateVariance = share * share * stateVariance + added;
    }
    const variance = stateVariance + noise;
    const precision = 1 / variance;
    // Before the first period there is no state: its share is still 0.
    carried[row] = share;
    kept[row] = share * noise * precision;
    gain[row] = stateVariance * precision;
    inverseDeviation[row] = Math.sqrt(precision);
    stateVariance *= noise * precision;
    // Logarithms are dear: take one of the product whenever it might leave the range.
    product *= variance;
    if (product > 1e200 || product < 1e-200) {
      logDeterminant += Math.log(product);
      product = 1;
    }
  }
  return { logDeterminant: logDeterminant + Math.log(product), endVariance: stateVariance };
}

/**
 * Runs each of `width` columns (one value a period, one column after the other) through the filter
 * into `whitened`, and returns the last state estimate of each.
 */
export function whitenColumns(
  columns: Float64Array,
  width: number,
  steps: FilterSteps,
  whitened: Float64Array,
): number[] {
  const { carried, kept, gain, inverseDeviation } = steps;
  const rowCount = carried.length;
  const endState: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const start = column * rowCount;
    let estimate = 0;
    for (let row = 0; row < rowCount; row += 1) {
      const value = columns[start + row] as number;
      whitened[start + row] =
        (value - (carried[row] as number) * estimate) * (inverseDeviation[row] as number);
      estimate = (kept[row] as number) * estimate + (gain[row] as number) * value;
    }
    endState.push(estimate);
  }
  return endState;
}

/** Inner products of `width` columns of `rowCount` values: lower triangle, row by row. */
export function innerProducts(columns: Float64Array, width: number, rowCount: number): number[] {
  const products: number[] = [];
  for (let i = 0; i < width; i += 1) {
    // Two at a time share the loading of column i and do not wait for each other's additions.
    for (let j = 0; j <= i; j += 2) pushPair(products, columns, rowCount, i, j);
    if (i % 2 === 0) products.pop();
  }
  return products;
}

/** Products of column i with columns j and j + 1; the second is void where j = i. */
function pushPair(products: number[], columns: Float64Array, rowCount: number, i: number, j: number): void {
  const left = i * rowCount;
  const first = j * rowCount;
  const second = j === i ? first : first + rowCount;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const even = rowCount - (rowCount % 2);
  for (let row = 0; row < even; row += 2) {
    const value = columns[left + row] as number;
    const next = columns[left + row + 1] as number;
    a += value * (columns[first + row] as number);
    b += value * (columns[second + row] as number);
    c += next * (columns[first + row + 1] as number);
    d += next * (columns[second + row + 1] as number);
  }
  if (even < rowCount) {
    const value = columns[left + even] as number;
    a += value * (columns[first + even] as number);
    b += value * (columns[second + even] as number);
  }
  products.push(a + c, b + d);
}
