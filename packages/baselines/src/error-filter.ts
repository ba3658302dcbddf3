import { addedVariance, carriedShare, type ErrorShape } from "./error-shapes.ts";

/**
 * The Kalman filter of one error shape over one set of times, reduced to three numbers a period.
 * They depend on the times alone, so every column of a design passes through the same ones.
 */
export type FilterSteps = {
  /** Share of the previous period's state estimate that predicts this period. */
  readonly carried: Float64Array;
  /** Share of the surprise that goes into the new state estimate. */
  readonly gain: Float64Array;
  /** One over the standard deviation of the surprise: surprise times this is white. */
  readonly inverseDeviation: Float64Array;
};

export function createFilterSteps(count: number): FilterSteps {
  return {
    carried: new Float64Array(count),
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
  const { carried, gain, inverseDeviation } = steps;
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
    carried[row] = row === 0 ? 0 : share;
    gain[row] = stateVariance / variance;
    inverseDeviation[row] = 1 / Math.sqrt(variance);
    stateVariance *= noise / variance;
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
 * Runs all columns of `values` (rows one after the other, `width` numbers each) through the filter,
 * leaves the last state estimate of each column in `state`, and adds up the inner products of the
 * whitened columns in `gram` (lower triangle, row by row).
 */
export function whitenedProducts(
  values: Float64Array,
  width: number,
  steps: FilterSteps,
  state: Float64Array,
  whitened: Float64Array,
  gram: Float64Array,
): void {
  const { carried, gain, inverseDeviation } = steps;
  state.fill(0);
  gram.fill(0);
  let offset = 0;
  for (let row = 0; row < carried.length; row += 1) {
    const share = carried[row] as number;
    const weight = gain[row] as number;
    const toWhite = inverseDeviation[row] as number;
    for (let column = 0; column < width; column += 1) {
      const predicted = share * (state[column] as number);
      const surprise = (values[offset + column] as number) - predicted;
      state[column] = predicted + weight * surprise;
      whitened[column] = surprise * toWhite;
    }
    let cell = 0;
    for (let i = 0; i < width; i += 1) {
      const left = whitened[i] as number;
      for (let j = 0; j <= i; j += 1) {
        gram[cell] = (gram[cell] as number) + left * (whitened[j] as number);
        cell += 1;
      }
    }
    offset += width;
  }
}
