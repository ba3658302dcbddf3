import { ERROR_SHAPES } from "./error-shapes.ts";
import {
  prepareRegression,
  type PreparedRegression,
  type PrePeriod,
  type RefusedBaseline,
} from "./prepared-regression.ts";
import { createShapeFitter, type ShapeFit } from "./shape-fit.ts";

/** What `fitMixtureBaseline` learnt from the pre-period; `forecastTotal` reads it. */
export type MixtureBaseline = PreparedRegression & {
  /** One per error shape; empty where the fit is perfect and no noise is left to have a shape. */
  readonly shapes: readonly ShapeFit[];
};

/**
 * Fits the mixture baseline: Bayesian regression y = Xb + u, u ~ N(0, σ²C), with a flat prior on b and
 * 1/σ² on the variance, averaged over the error shapes C of `ERROR_SHAPES` with
 *
 *     log weight = log prior − ½ log|C| − ½ log|X'C⁻¹X| − (n−k)/2 · log RSS.
 *
 * Each shape costs O(n·k²): a scalar filter whitens the columns, nothing of size n × n is formed. The
 * design is first made orthonormal (QR) and y replaced by its ordinary residuals, so that the small
 * k × k systems are as well conditioned as C itself.
 *
 * Throws RangeError for times that do not increase, values that are not finite, a design of dependent
 * columns, or no more rows than columns (`tryMixtureBaseline` answers the last two instead). A series
 * without noise is no error: it gives point masses.
 */
export function fitMixtureBaseline(pre: PrePeriod): MixtureBaseline {
  const baseline = tryMixtureBaseline(pre);
  if ("kind" in baseline) throw new RangeError(`this baseline cannot be fitted: ${baseline.reason}`);
  return baseline;
}

/** `fitMixtureBaseline` for a design that comes from the data: what it cannot carry is an answer. */
export function tryMixtureBaseline(pre: PrePeriod): MixtureBaseline | RefusedBaseline {
  const prepared = prepareRegression(pre);
  if ("kind" in prepared) return prepared;
  const { times, columns, basis, residualScale } = prepared;
  const shapes = residualScale === 0 ? [] : fitShapes(times, columns, basis.columnCount);
  return { ...prepared, shapes };
}

function fitShapes(times: Int32Array, columns: Float64Array, columnCount: number): ShapeFit[] {
  const fitShape = createShapeFitter(times, columns, columnCount + 1);
  const degreesOfFreedom = times.length - columnCount;
  const logWeights = new Float64Array(ERROR_SHAPES.length);
  const fits = ERROR_SHAPES.map((shape, index) => {
    const { fit, logDeterminant, logDiagonal, residualSquares } = fitShape(shape);
    logWeights[index] =
      Math.log(shape.prior) -
      0.5 * logDeterminant -
      logDiagonal -
      0.5 * degreesOfFreedom * Math.log(residualSquares);
    return { ...fit, weight: 0, variance: residualSquares / degreesOfFreedom };
  });
  const weights = normalise(logWeights);
  fits.forEach((fit, index) => (fit.weight = weights[index] as number));
  return fits;
}

function normalise(logWeights: Float64Array): Float64Array {
  const largest = logWeights.reduce((most, value) => Math.max(most, value), -Infinity);
  const weights = logWeights.map((value) => Math.exp(value - largest));
  const total = weights.reduce((sum, value) => sum + value, 0);
  return weights.map((value) => value / total);
}
