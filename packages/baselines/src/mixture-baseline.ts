import { householderQr, type QrFactors, type Rows } from "@liftledger/numerics/householder-qr";
import { createFilterSteps, fillFilterSteps, innerProducts, whitenColumns } from "./error-filter.ts";
import { ERROR_SHAPES, type ErrorShape } from "./error-shapes.ts";
import { autoregressiveProducts, laggedProducts } from "./lagged-products.ts";

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

/** What `fitMixtureBaseline` learnt from the pre-period; `forecastTotal` reads it. */
export type MixtureBaseline = {
  readonly times: Int32Array;
  readonly degreesOfFreedom: number;
  readonly basis: QrFactors;
  /** Ordinary least squares in the orthonormal basis: Q'y. */
  readonly ordinary: readonly number[];
  /** Unit of everything the shapes hold: the largest ordinary residual. 0 where the fit is perfect. */
  readonly residualScale: number;
  /** The columns of Q, then the ordinary residuals in units of `residualScale`, one after the other. */
  readonly columns: Float64Array;
  /** One per error shape; empty where the fit is perfect and no noise is left to have a shape. */
  readonly shapes: readonly ShapeFit[];
};

export type PrePeriod = {
  /** Period numbers, whole and strictly increasing; a missing period is a gap. */
  readonly times: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** One row a period. */
  readonly design: Rows;
  /** Size of the numbers y was computed from, where y is a difference of larger ones. */
  readonly magnitude?: number;
};

/** Residuals below this share of the magnitude are rounding, not noise. */
const ROUNDING_SHARE = 1e-13;

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
 * columns, or no more rows than columns. A series without noise is no error: it gives point masses.
 */
export function fitMixtureBaseline(pre: PrePeriod): MixtureBaseline {
  const times = checkedTimes(pre.times);
  const rowCount = times.length;
  if (pre.y.length !== rowCount || pre.design.length !== rowCount) {
    throw new RangeError(`${rowCount} times for ${pre.y.length} values and ${pre.design.length} design rows`);
  }
  const basis = householderQr(pre.design);
  if ("kind" in basis) throw new RangeError(`this baseline cannot be fitted: ${basis.reason}`);
  const degreesOfFreedom = rowCount - basis.columnCount;
  if (degreesOfFreedom < 1) {
    throw new RangeError(`${basis.columnCount} columns need more than ${rowCount} pre-periods`);
  }
  const { ordinary, residuals, size } = ordinaryFit(basis, pre.y);
  const largest = residuals.reduce((most, residual) => Math.max(most, Math.abs(residual)), 0);
  const perfect = largest <= ROUNDING_SHARE * Math.max(size, pre.magnitude ?? 0);
  const residualScale = perfect ? 0 : largest;
  const columns = new Float64Array(rowCount * (basis.columnCount + 1));
  columns.set(basis.q);
  columns.set(
    residuals.map((residual) => residual / (perfect ? 1 : largest)),
    rowCount * basis.columnCount,
  );
  const shapes = perfect ? [] : fitShapes(times, columns, basis.columnCount);
  return { times, degreesOfFreedom, basis, ordinary, residualScale, columns, shapes };
}

/** Times as integers, refused unless whole and strictly increasing. */
export function checkedTimes(times: ArrayLike<number>): Int32Array {
  const checked = Int32Array.from(times);
  for (let i = 0; i < checked.length; i += 1) {
    if (checked[i] !== times[i]) throw new RangeError(`period number ${times[i]} is not a whole number`);
    if (i > 0 && (checked[i] as number) <= (checked[i - 1] as number)) {
      throw new RangeError(`period ${checked[i]} does not come after period ${checked[i - 1]}`);
    }
  }
  return checked;
}

function ordinaryFit(
  basis: QrFactors,
  y: ArrayLike<number>,
): { ordinary: number[]; residuals: Float64Array; size: number } {
  const { rowCount, columnCount, q } = basis;
  const residuals = Float64Array.from(y);
  const ordinary = Array.from({ length: columnCount }, () => 0);
  let size = 0;
  for (const value of residuals) {
    if (!Number.isFinite(value)) throw new RangeError(`the series holds ${value}`);
    size = Math.max(size, Math.abs(value));
  }
  // Twice: the second pass removes what rounding left of the fit in the residuals.
  for (let pass = 0; pass < 2; pass += 1) {
    for (let j = 0; j < columnCount; j += 1) {
      let product = 0;
      for (let i = 0; i < rowCount; i += 1) {
        product += (q[j * rowCount + i] as number) * (residuals[i] as number);
      }
      for (let i = 0; i < rowCount; i += 1) {
        residuals[i] = (residuals[i] as number) - product * (q[j * rowCount + i] as number);
      }
      ordinary[j] = (ordinary[j] as number) + product;
    }
  }
  return { ordinary, residuals, size };
}

function fitShapes(times: Int32Array, columns: Float64Array, columnCount: number): ShapeFit[] {
  const whiten = createWhitening(times, columns, columnCount + 1);
  const logWeights = new Float64Array(ERROR_SHAPES.length);
  const degreesOfFreedom = times.length - columnCount;
  const fits = ERROR_SHAPES.map((shape, index) => {
    const { factor, endState, endVariance, logDeterminant } = whiten(shape);
    choleskyInPlace(factor, columnCount + 1);
    const { coefficients, logDiagonal, residualSquares } = readFactor(factor, columnCount);
    logWeights[index] =
      Math.log(shape.prior) -
      0.5 * logDeterminant -
      logDiagonal -
      0.5 * degreesOfFreedom * Math.log(residualSquares);
    const variance = residualSquares / degreesOfFreedom;
    return { shape, weight: 0, coefficients, factor, variance, endState, endVariance };
  });
  const weights = normalise(logWeights);
  fits.forEach((fit, index) => (fit.weight = weights[index] as number));
  return fits;
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

/** Lower triangular L with L L' = the given matrix, both packed row by row. */
function choleskyInPlace(packed: number[], width: number): void {
  for (let i = 0, rowI = 0; i < width; rowI += ++i) {
    for (let j = 0, rowJ = 0; j <= i; rowJ += ++j) {
      let sum = packed[rowI + j] as number;
      for (let m = 0; m < j; m += 1) sum -= (packed[rowI + m] as number) * (packed[rowJ + m] as number);
      packed[rowI + j] = i === j ? Math.sqrt(Math.max(sum, 0)) : sum / (packed[rowJ + j] as number);
    }
  }
}

/**
 * With y as the last column, the factor holds the whole regression: its last row is L⁻¹X'C⁻¹y, its
 * last diagonal √RSS, and the product of the others √|X'C⁻¹X|.
 */
function readFactor(
  factor: readonly number[],
  columnCount: number,
): { coefficients: number[]; logDiagonal: number; residualSquares: number } {
  const last = (columnCount * (columnCount + 1)) / 2;
  const coefficients = factor.slice(last, last + columnCount);
  let diagonalProduct = 1;
  for (let i = columnCount - 1; i >= 0; i -= 1) {
    const diagonal = factor[(i * (i + 3)) / 2] as number;
    diagonalProduct *= diagonal;
    let sum = coefficients[i] as number;
    for (let m = i + 1; m < columnCount; m += 1) {
      sum -= (factor[(m * (m + 1)) / 2 + i] as number) * (coefficients[m] as number);
    }
    coefficients[i] = sum / diagonal;
  }
  const residualSquares = (factor[last + columnCount] as number) ** 2;
  return { coefficients, logDiagonal: Math.log(diagonalProduct), residualSquares };
}

function normalise(logWeights: Float64Array): Float64Array {
  const largest = logWeights.reduce((most, value) => Math.max(most, value), -Infinity);
  const weights = logWeights.map((value) => Math.exp(value - largest));
  const total = weights.reduce((sum, value) => sum + value, 0);
  return weights.map((value) => value / total);
}
