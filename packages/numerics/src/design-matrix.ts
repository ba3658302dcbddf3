import type { Rows } from "./householder-qr.ts";

/**
 * Rows 1, x, x², … up to a degree: the design of a polynomial.
 *
 * A high degree of an x far from 0 makes columns that double precision can hardly tell apart;
 * `leastSquares` refuses what is hopeless. Throws RangeError for a degree that is no whole number.
 *
 * @example polynomialDesign([2, 3], 2) // [[1, 2, 4], [1, 3, 9]]
 */
export function polynomialDesign(x: readonly number[], degree: number): number[][] {
  if (!(Number.isInteger(degree) && degree >= 0)) {
    throw new RangeError(`the degree of a polynomial is a whole number from 0, got ${degree}`);
  }
  return x.map((value) => Array.from({ length: degree + 1 }, (_, power) => value ** power));
}

/** Puts a column of ones before the others. @example withIntercept([[5], [7]]) // [[1, 5], [1, 7]] */
export function withIntercept(rows: Rows): number[][] {
  return rows.map((row) => [1, ...Array.from(row)]);
}
