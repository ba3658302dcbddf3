/**
 * What rounding took off a product: a · b is `product` plus this, exactly, unless a factor is beyond
 * 1e300 or the product below 1e-290.
 *
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision" (1971).
 *
 * @example productError(0.1, 10, 1) // 5.55e-17: a tenth is not quite a tenth
 */
export function productError(a: number, b: number, product: number): number {
  const aHigh = highHalf(a);
  const bHigh = highHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** The upper half of a double's digits, so that products of halves are exact. */
function highHalf(value: number): number {
  const spread = 134_217_729 * value;
  return spread - (spread - value);
}

/**
 * A sum that is added to as if in twice the precision; `value` rounds it once, at the end.
 *
 * Source: Ogita, Rump & Oishi, "Accurate sum and dot product" (2005), Dot2.
 */
export type ExactSum = { add(term: number): void; addProduct(a: number, b: number): void; value(): number };

/** @example const sum = createExactSum(); sum.add(1e16); sum.add(1); sum.add(-1e16); sum.value() // 1 */
export function createExactSum(): ExactSum {
  let high = 0;
  let low = 0;
  function add(term: number): void {
    const next = high + term;
    const kept = next - high;
    low += high - (next - kept) + (term - kept);
    high = next;
  }
  return {
    add,
    addProduct(a, b) {
      const product = a * b;
      add(product);
      low += productError(a, b, product);
    },
    value: () => high + low,
  };
}
