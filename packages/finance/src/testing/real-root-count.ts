/**
 * How many distinct rates between −99.9999999999 percent and 1e17 make whole flows worth nothing, by Sturm's
 * theorem in exact integers: what the root search is held against. Shares no idea and no line with it.
 */
export function countRatesOfReturn(flows: readonly bigint[]): number {
  const polynomial = withoutZerosAtEnds(flows);
  if (polynomial.length < 2) return 0;
  const chain = sturmChain(polynomial);
  // In y = 1 / (1 + rate) the range is from 1 / (1 + 1e17) to 1e12.
  return signVariations(chain, 1n, 10n ** 17n + 1n) - signVariations(chain, 10n ** 12n, 1n);
}

/** Coefficients of a product of two polynomials, the lowest power first. */
export function multiplyPolynomials(left: readonly bigint[], right: readonly bigint[]): bigint[] {
  return Array.from({ length: left.length + right.length - 1 }, (_, power) =>
    left.reduce((sum, coefficient, index) => sum + coefficient * (right[power - index] ?? 0n), 0n),
  );
}

function sturmChain(polynomial: readonly bigint[]): (readonly bigint[])[] {
  const derivative = polynomial.slice(1).map((coefficient, index) => coefficient * BigInt(index + 1));
  const chain: (readonly bigint[])[] = [polynomial, derivative];
  for (;;) {
    const remainder = remainderOf(chain.at(-2) ?? [], chain.at(-1) ?? []);
    if (remainder.length === 0) return chain;
    chain.push(remainder.map((coefficient) => -coefficient));
  }
}

/** The remainder of a division, times a positive number that keeps it whole. */
function remainderOf(dividend: readonly bigint[], divisor: readonly bigint[]): bigint[] {
  const leading = divisor.at(-1) ?? 1n;
  const scale = leading < 0n ? -leading : leading;
  let rest = withoutZerosAtTop(dividend);
  while (rest.length >= divisor.length) {
    const factor = (rest.at(-1) ?? 0n) * (leading < 0n ? -1n : 1n);
    const shift = rest.length - divisor.length;
    rest = withoutZerosAtTop(
      rest.map((coefficient, power) => coefficient * scale - factor * (divisor[power - shift] ?? 0n)),
    );
  }
  const common = rest.reduce((divisorSoFar, coefficient) => greatestDivisor(divisorSoFar, coefficient), 0n);
  return common > 1n ? rest.map((coefficient) => coefficient / common) : rest;
}

function signVariations(
  chain: readonly (readonly bigint[])[],
  numerator: bigint,
  denominator: bigint,
): number {
  const values = chain.map((polynomial) =>
    polynomial.reduceRight(
      (sum, coefficient, power) =>
        sum * numerator + coefficient * denominator ** BigInt(polynomial.length - 1 - power),
      0n,
    ),
  );
  const signs = values.filter((value) => value !== 0n).map((value) => value > 0n);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? (left < 0n ? -left : left) : greatestDivisor(right, left % right);
}

function withoutZerosAtTop(polynomial: readonly bigint[]): bigint[] {
  return polynomial.slice(0, polynomial.findLastIndex((coefficient) => coefficient !== 0n) + 1);
}

function withoutZerosAtEnds(flows: readonly bigint[]): bigint[] {
  const trimmed = withoutZerosAtTop(flows);
  return trimmed.slice(
    Math.max(
      0,
      trimmed.findIndex((flow) => flow !== 0n),
    ),
  );
}
