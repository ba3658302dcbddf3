import { createFilterSteps, fillFilterSteps, innerProducts, whitenColumns } from "./error-filter.ts";
import type { ErrorShape } from "./error-shapes.ts";
import { autoregressiveProducts, laggedProducts } from "./lagged-products.ts";
import { choleskyInPlace, readRegression } from "./packed-cholesky.ts";

/**
 * The regression under one error shape, in the orthonormal basis of the design. Its few numbers are
 * kept in plain arrays: there are 65 of them a fit, and typed arrays are dear to make.
 */
export type ShapeFit = {
  readonly shape: ErrorShape;
  /** Posterior weight of the shape. */
  readonly weight: number;
  /** Generalised least squares correction to the ordinary one, in units of `residualScale`. */
  readonly coefficients: readonly number[];
  /** Cholesky factor L of X'C⁻¹X, lower triangle row by row. */
  readonly factor: readonly number[];
  /** RSS / (n − k), in units of `residualScale`². */
  readonly variance: number;
  /** State estimate of each column after the last row; the last entry is that of y. */
  readonly endState: readonly number[];
  readonly endVariance: number;
};

/** A fit not yet weighed against others, and what its weight is made of. */
export type UnweightedFit = {
  readonly fit: Omit<ShapeFit, "weight" | "variance">;
  /** log |C|. */
  readonly logDeterminant: number;
  /** ½ log |X'C⁻¹X|. */
  readonly logDiagonal: number;
  readonly residualSquares: number;
};

/**
 * Generalised least squares of the last of `width` columns on those before it, for any error shape; what
 * the shapes share is worked out once.
 *
 * @param columns one value a time, one column after the other.
 */
export function createShapeFitter(
  times: Int32Array,
  columns: Float64Array,
  width: number,
): (shape: ErrorShape) => UnweightedFit {
  const whiten = createWhitening(times, columns, width);
  return (shape) => {
    const { factor, endState, endVariance, logDeterminant } = whiten(shape);
    choleskyInPlace(factor, width);
    const { coefficients, logDiagonal, residualSquares } = readRegression(factor, width - 1);
    const fit = { shape, coefficients, factor, endState, endVariance };
    return { fit, logDeterminant, logDiagonal, residualSquares };
  };
}

type Whitened = {
  /** Inner products of the whitened columns, to be factorised in place. */
  factor: number[];
  endState: number[];
  endVariance: number;
  logDeterminant: number;
};

/**
 * How each shape whitens the columns: AR(1) from lagged products gathered once for all ρ, the others by
 * the filter.
 */
function createWhitening(
  times: Int32Array,
  columns: Float64Array,
  width: number,
): (shape: ErrorShape) => Whitened {
  const rowCount = times.length;
  const lagged = laggedProducts(columns, width, times);
  const lastRow = Array.from({ length: width }, (_, j) => columns[(j + 1) * rowCount - 1] as number);
  const steps = createFilterSteps(rowCount);
  const whitened = new Float64Array(columns.length);
  return (shape) => {
    if (shape.family === "ar1") {
      const { gram, logDeterminant } = autoregressiveProducts(lagged, shape.parameter);
      return { factor: gram, endState: lastRow, endVariance: 0, logDeterminant };
    }
    const { logDeterminant, endVariance } = fillFilterSteps(steps, shape, times);
    const endState = whitenColumns(columns, width, steps, whitened);
    return { factor: innerProducts(whitened, width, rowCount), endState, endVariance, logDeterminant };
  };
}
