import type { Rows } from "./householder-qr.ts";

export type CholeskyFactor = {
  readonly kind: "factor";
  /** Lower triangular L with L L' equal to the matrix; row by row, zeros above the diagonal. */
  readonly lower: readonly (readonly number[])[];
};

export type NotPositiveDefinite = {
  readonly kind: "not-positive-definite";
  /** The first row (from 0) that contradicts the rows before it. */
  readonly row: number;
  readonly reason: string;
};

/** What is left of a row's variance after the rows before it counts as nothing below this share. */
const SMALLEST_OWN_SHARE = 1e-12;

/**
 * Cholesky factor of a small symmetric matrix, such as the correlations of a few cost and benefit
 * lines: independent standard normal draws z become draws L z with these correlations.
 *
 * A matrix that no set of quantities can have as its correlations (A like B, B like C, A unlike C)
 * is an answer of its own that names the row. A row that the rows before it determine wholly (a
 * correlation of exactly 1) is refused too, unless `allowDependent`: then it gets no chance of its
 * own, which makes two lines with correlation 1 move as one.
 *
 * Throws RangeError for a matrix that is empty, not square, not symmetric or not finite.
 *
 * @example cholesky([[1, 0.6], [0.6, 1]]) // lower: [[1, 0], [0.6, 0.8]]
 */
export function cholesky(
  matrix: Rows,
  { allowDependent = false }: { readonly allowDependent?: boolean } = {},
): CholeskyFactor | NotPositiveDefinite {
  requireSymmetric(matrix);
  const lower: number[][] = matrix.map(() => matrix.map(() => 0));
  for (let i = 0; i < matrix.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const pivot = at(lower, j, j);
      const rest = at(matrix, i, j) - product(lower, i, j, j);
      const size = Math.sqrt(Math.max(at(matrix, i, i), 0) * at(matrix, j, j));
      // Where row j has no chance of its own, row i may differ from it only by rounding.
      if (pivot === 0 && Math.abs(rest) > Math.sqrt(SMALLEST_OWN_SHARE) * size) return contradiction(i, j);
      (lower[i] as number[])[j] = pivot === 0 ? 0 : rest / pivot;
    }
    const variance = at(matrix, i, i);
    const own = variance - product(lower, i, i, i);
    const least = SMALLEST_OWN_SHARE * variance;
    if (!(variance > 0) || own < -least || (own <= least && !allowDependent)) return refusal(i, own < -least);
    (lower[i] as number[])[i] = own <= least ? 0 : Math.sqrt(own);
  }
  return { kind: "factor", lower };
}

function requireSymmetric(matrix: Rows): void {
  const size = matrix.length;
  if (size === 0) throw new RangeError("a matrix needs at least one row");
  for (let i = 0; i < size; i += 1) {
    const length = (matrix[i] as ArrayLike<number>).length;
    if (length !== size)
      throw new RangeError(`row ${i + 1} has ${length} values in a matrix of ${size} rows`);
    for (let j = 0; j <= i; j += 1) {
      if (!Number.isFinite(at(matrix, i, j)))
        throw new RangeError(`row ${i + 1}, column ${j + 1} is not finite`);
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (at(matrix, i, j) !== at(matrix, j, i)) {
        throw new RangeError(`row ${i + 1}, column ${j + 1} differs from row ${j + 1}, column ${i + 1}`);
      }
    }
  }
}

/** Σ over the first `count` columns of row i times row j. */
function product(lower: number[][], i: number, j: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += at(lower, i, k) * at(lower, j, k);
  return sum;
}

function contradiction(row: number, column: number): NotPositiveDefinite {
  const reason = `row ${row + 1} contradicts row ${column + 1}, which the rows before it determine wholly`;
  return { kind: "not-positive-definite", row, reason };
}

function refusal(row: number, impossible: boolean): NotPositiveDefinite {
  const reason =
    row === 0
      ? "row 1 has no positive variance"
      : impossible
        ? `row ${row + 1} contradicts the rows before it: no quantities can have these correlations`
        : `row ${row + 1} has nothing of its own: the rows before it determine it wholly`;
  return { kind: "not-positive-definite", row, reason };
}

function at(matrix: Rows, i: number, j: number): number {
  return (matrix[i] as ArrayLike<number>)[j] as number;
}
