import { createExactSum } from "./exact-product.ts";
import {
  householderQr,
  rowLengthsOfInverse,
  solveUpper,
  solveUpperTransposed,
  type DesignRefusal,
  type QrFactors,
  type Rows,
} from "./householder-qr.ts";

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
  /** √(residualSquares / degreesOfFreedom). */
  readonly residualDeviation: number;
  /** Classical standard errors of the coefficients. */
  readonly standardErrors: readonly number[];
  /** Coefficient over standard error; null where the residuals are no more than rounding. */
  readonly tStatistics: readonly (number | null)[];
  /**
   * Share of the squared deviations explained: from the mean where a constant lies among the columns,
   * from zero where not (as NIST has it). Null where y does not deviate.
   */
  readonly rSquared: number | null;
  /** Mean square explained over mean square left; null where that is no more than rounding, or without a slope. */
  readonly fStatistic: number | null;
  /** How nearly the columns depend on each other; see `QrFactors`. */
  readonly conditionNumber: number;
  /** About how many digits of a coefficient the design leaves right, from 4 to 15. */
  readonly digits: number;
};

/** As many coefficients as values: a curve through every point, and no error to judge it by. */
export type Saturated = {
  readonly kind: "saturated";
  readonly coefficients: readonly number[];
  readonly reason: string;
};

/** Residuals below this share of y are rounding: the design reproduces y. */
const EXACT_SHARE = 1e-14;
/** The squares of residuals of values below this would vanish: such values are taken in a small unit. */
const SMALL_VALUE = 2 ** -400;
const SMALL_UNIT = 2 ** -600;

/** The first pass solves, the others refine; a third refinement changes nothing that shows. */
const PASSES = 3;

/**
 * Ordinary least squares by Householder QR: the b that makes Σ(y − X b)² smallest, with its errors,
 * R², F and t.
 *
 * A design whose columns are dependent to working accuracy, or so nearly that fewer than 4 digits of
 * a coefficient would be right, is an answer of its own (`rank-deficient`, `ill-conditioned`), never a
 * row of meaningless coefficients; so is one with as many columns as rows (`saturated`). Throws
 * RangeError where y and X differ in length, hold values that are not finite or are too large to square.
 *
 * @param design rows of X, one per value of y; write the intercept as a column of ones.
 * @example leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 6]) // coefficients [0.8333…, 2.5]
 */
export function leastSquares(
  design: Rows,
  y: ArrayLike<number>,
): LeastSquaresFit | Saturated | DesignRefusal {
  if (design.length !== y.length) {
    throw new RangeError(`the design has ${design.length} rows for ${y.length} values`);
  }
  const factors = householderQr(design);
  if ("kind" in factors) return factors;
  const { rowCount, columnCount, r, conditionNumber } = factors;
  if (!Array.from(y).every(Number.isFinite)) throw new RangeError("y must be finite");
  const largest = Array.from(y).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest > 0 && largest < SMALL_VALUE) {
    const inSmallUnits = leastSquares(
      design,
      Array.from(y, (value) => value / SMALL_UNIT),
    );
    return timesUnit(inSmallUnits, SMALL_UNIT);
  }
  const { coefficients, residuals } = solve(design, y, factors);
  const residualSquares = sumOfSquares(residuals);
  const degreesOfFreedom = rowCount - columnCount;
  if (degreesOfFreedom === 0) {
    const reason = `${columnCount} coefficients through ${rowCount} values leave no error to judge them by`;
    return { kind: "saturated", coefficients: [...coefficients], reason };
  }
  const residualDeviation = Math.sqrt(residualSquares / degreesOfFreedom);
  const exact = !(residualSquares > EXACT_SHARE ** 2 * sumOfSquares(Float64Array.from(y)));
  const standardErrors = rowLengthsOfInverse(r, columnCount).map((length) => length * residualDeviation);
  return {
    kind: "fit",
    coefficients: [...coefficients],
    residuals: [...residuals],
    residualSquares,
    rank: columnCount,
    degreesOfFreedom,
    residualDeviation,
    standardErrors,
    tStatistics: standardErrors.map((error, j) => (exact ? null : at(coefficients, j) / error)),
    ...explained(factors, y, residualSquares, exact),
    conditionNumber,
    digits: Math.min(15, Math.floor(15.95 - Math.log10(conditionNumber))),
  };
}

/** A fit of y / unit as one of y. */
function timesUnit(
  answer: LeastSquaresFit | Saturated | DesignRefusal,
  unit: number,
): LeastSquaresFit | Saturated | DesignRefusal {
  const times = (values: readonly number[]): number[] => values.map((value) => value * unit);
  if (answer.kind === "saturated") return { ...answer, coefficients: times(answer.coefficients) };
  if (answer.kind !== "fit") return answer;
  return {
    ...answer,
    coefficients: times(answer.coefficients),
    residuals: times(answer.residuals),
    residualSquares: answer.residualSquares * unit * unit,
    residualDeviation: answer.residualDeviation * unit,
    standardErrors: times(answer.standardErrors),
  };
}

/**
 * The solution, refined: what is left of y − r − X b and of X'r is formed in twice the precision and
 * solved for again, which wins back the digits that the condition of the design costs.
 *
 * Source: Å. Björck, "Iterative refinement of linear least squares solutions I", BIT 7 (1967).
 */
function solve(
  design: Rows,
  y: ArrayLike<number>,
  factors: QrFactors,
): { coefficients: Float64Array; residuals: Float64Array } {
  let coefficients: Float64Array = new Float64Array(factors.columnCount);
  let residuals: Float64Array = new Float64Array(factors.rowCount);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const next = refine(design, y, factors, coefficients, residuals);
    // Doubling the precision overflows before the numbers themselves do.
    if (!next.coefficients.every(Number.isFinite) || !next.residuals.every(Number.isFinite)) break;
    ({ coefficients, residuals } = next);
  }
  return { coefficients, residuals };
}

function refine(
  design: Rows,
  y: ArrayLike<number>,
  { rowCount, columnCount, q, r }: QrFactors,
  coefficients: Float64Array,
  residuals: Float64Array,
): { coefficients: Float64Array; residuals: Float64Array } {
  const left = Float64Array.from(y, (value, i) =>
    remainder(design[i] as ArrayLike<number>, value, at(residuals, i), coefficients),
  );
  const slant = solveUpperTransposed(
    r,
    columnCount,
    slopesOf(design, residuals, columnCount).map((slope) => -slope),
  );
  const projection = project(left, q, rowCount, columnCount);
  const step = solveUpper(
    r,
    columnCount,
    projection.map((value, j) => value - at(slant, j)),
  );
  for (let j = 0; j < columnCount; j += 1) {
    for (let i = 0; i < rowCount; i += 1) left[i] = at(left, i) + at(slant, j) * at(q, j * rowCount + i);
  }
  return {
    coefficients: coefficients.map((value, j) => value + at(step, j)),
    residuals: residuals.map((value, i) => value + at(left, i)),
  };
}

/** y − r − x b of one row. */
function remainder(row: ArrayLike<number>, y: number, residual: number, coefficients: Float64Array): number {
  const sum = createExactSum();
  sum.add(y);
  sum.add(-residual);
  for (let j = 0; j < coefficients.length; j += 1) sum.addProduct(-(row[j] as number), at(coefficients, j));
  return sum.value();
}

/** X'r: zero for the residuals of the best fit. */
function slopesOf(design: Rows, residuals: Float64Array, columnCount: number): Float64Array {
  return Float64Array.from({ length: columnCount }, (_, j) => {
    const sum = createExactSum();
    design.forEach((row, i) => sum.addProduct(row[j] as number, at(residuals, i)));
    return sum.value();
  });
}

/** R² and F, about the mean where the columns can form a constant, else about zero. */
function explained(
  { q, rowCount, columnCount }: QrFactors,
  y: ArrayLike<number>,
  residualSquares: number,
  exact: boolean,
): { rSquared: number | null; fStatistic: number | null } {
  let constantInside = 0;
  for (let j = 0; j < columnCount; j += 1) {
    let sum = 0;
    for (let i = 0; i < rowCount; i += 1) sum += at(q, j * rowCount + i);
    constantInside += sum * sum;
  }
  // |Q'1|² is the squared length of what of 1 lies among the columns: n where all of it does.
  const hasConstant = Math.abs(constantInside - rowCount) < 1e-9 * rowCount;
  const values = Float64Array.from(y);
  const mean = hasConstant ? values.reduce((sum, value) => sum + value, 0) / rowCount : 0;
  const allSquares = sumOfSquares(values.map((value) => value - mean));
  if (allSquares === 0) return { rSquared: null, fStatistic: null };
  const slopes = hasConstant ? columnCount - 1 : columnCount;
  return {
    rSquared: Math.max(0, 1 - residualSquares / allSquares),
    fStatistic:
      slopes === 0 || exact
        ? null
        : (Math.max(0, allSquares - residualSquares) / slopes / residualSquares) * (rowCount - columnCount),
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

function sumOfSquares(values: Float64Array): number {
  const sum = values.reduce((total, value) => total + value * value, 0);
  if (!Number.isFinite(sum)) throw new RangeError("y is too large to be squared");
  return sum;
}

function at(values: Float64Array, index: number): number {
  return values[index] as number;
}
