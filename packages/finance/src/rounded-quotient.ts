/**
 * A fraction of two integers rounded to the nearest integer, ties to the even one. Exact at any size.
 * Throws a RangeError unless the denominator is above zero.
 *
 *     roundedQuotient(5n, 2n)  // 2n
 *     roundedQuotient(-7n, 2n) // -4n
 */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n)
    throw new RangeError(`${numerator} / ${denominator}: the denominator must be above 0`);
  const truncated = numerator / denominator;
  const remainder = numerator - truncated * denominator;
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  const awayFromZero = twice > denominator || (twice === denominator && truncated % 2n !== 0n);
  return awayFromZero ? truncated + (numerator < 0n ? -1n : 1n) : truncated;
}
