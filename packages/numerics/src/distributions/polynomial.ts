/**
 * Value of a polynomial by Horner's rule, constant term first.
 *
 * @example evaluatePolynomial([1, 2, 3], 2) // 1 + 2·2 + 3·4 = 17
 */
export function evaluatePolynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i -= 1) value = value * x + (coefficients[i] as number);
  return value;
}
