import { householderQr, solveUpper, type RankDeficient, type Rows } from "./householder-qr.ts";

export type LeastSquaresFit = {
  readonly kind: "fit";
  /** One per column of the design. */
  readonly coefficients: readonly number[];
  /** y − X b, one per row. */
  readonly residuals: readonly number[];
  /** Sum of squared residuals. */
  readonly residualSquares: number;
  readonly rank: number;
  /** Rows minus rank. */
  readonly degreesOfFreedom: number;
  /** √(residualSquares / degreesOfFreedom); NaN where no degrees of freedom are left. */
  readonly residualDeviation: number;
  /** Classical standard errors of the coefficients. */
  readonly standardErrors: readonly number[];
};

/**
 * Ordinary least squares by Householder QR: the b that makes Σ(y − X b)² smallest.
 *
 * A design whose columns are dependent to working accuracy is an answer of its own,
 * `{ kind: "rank-deficient", column, reason }`, never a row of meaningless coefficients. Throws
 * RangeError where y and X differ in length or hold values that are not finite.
 *
 * @param design rows of X, one per value of y; write the intercept as a column of ones.
 * @example leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 5]) // coefficients [1, 2]
 */
export function leastSquares(design: Rows, y: ArrayLike<number>): LeastSquaresFit | RankDeficient {
  if (design.length !== y.length) {
    throw new RangeError(`the design has ${design.length} rows for ${y.length} values`);
  }
  const factors = householderQr(design);
  if ("kind" in factors) return factors;
  const { rowCount, columnCount, q, r } = factors;
  const residuals = Float64Array.from(y);
  const coefficients = new Float64Array(columnCount);
  // A second pass picks up what rounding left of the fit in the residuals.
  for (let pass = 0; pass < 2; pass += 1) {
    const projection = project(residuals, q, rowCount, columnCount);
    const correction = solveUpper(r, columnCount, projection);
    for (let j = 0; j < columnCount; j += 1) coefficients[j] = at(coefficients, j) + at(correction, j);
  }
  if (residuals.some((residual) => !Number.isFinite(residual))) throw new RangeError("y must be finite");
  const residualSquares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const degreesOfFreedom = rowCount - columnCount;
  const residualDeviation = Math.sqrt(residualSquares / degreesOfFreedom);
  return {
    kind: "fit",
    coefficients: [...coefficients],
    residuals: [...residuals],
    residualSquares,
    rank: columnCount,
    degreesOfFreedom,
    residualDeviation,
    standardErrors: rowLengthsOfInverse(r, columnCount).map((length) => length * residualDeviation),
  };
}

/** Q'v, taken out of v on the way, column by column. */
function project(v: Float64Array, q: Float64Array, rowCount: number, columnCount: number): Float64Array {
  const projection = new Float64Array(columnCount);
  for (let j = 0; j < columnCount; j += 1) {
    let product = 0;
    for (let i = 0; i < rowCount; i += 1) product += at(q, j * rowCount + i) * at(v, i);
    for (let i = 0; i < rowCount; i += 1) v[i] = at(v, i) - product * at(q, j * rowCount + i);
    projection[j] = product;
  }
  return projection;
}

/** Lengths of the rows of R⁻¹: the diagonal of (X'X)⁻¹ is their square. */
function rowLengthsOfInverse(r: Float64Array, columnCount: number): number[] {
  const squares = Array.from({ length: columnCount }, () => 0);
  for (let j = 0; j < columnCount; j += 1) {
    const unit = new Float64Array(columnCount);
    unit[j] = 1;
    const column = solveUpper(r, columnCount, unit);
    for (let i = 0; i < columnCount; i += 1) squares[i] = (squares[i] as number) + at(column, i) ** 2;
  }
  return squares.map(Math.sqrt);
}

function at(values: Float64Array, index: number): number {
  return values[index] as number;
}
