import { Decimal } from "decimal.js";

/**
 * A number as finance takes it in: decimal text ("-40000", "1500.37"), a number, read as the shortest
 * decimal that prints it, or whole minor units. A rate is written the same way: "0.1" is 10 percent.
 */
export type Amount = string | number | bigint;

const shape = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
const longest = 400;
const shownDigits = 34;

/**
 * Decimals of 60 significant digits: what stands between the text that comes in and the text that goes
 * out, so that 34 digits of a figure are right after a thousand operations.
 */
export const Precise = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  minE: -9e15,
  maxE: 9e15,
});

/** Reads an amount exactly. Throws a RangeError on what is no finite decimal. */
export function readAmount(amount: Amount): Decimal {
  if (typeof amount === "bigint") return exactly(amount.toString());
  const text = String(amount);
  if (text.length > longest || !shape.test(text)) {
    throw new RangeError(`"${text.slice(0, 40)}" is not a decimal`);
  }
  return exactly(text);
}

// Reading keeps every digit: the precision applies to what is computed.
function exactly(text: string): Decimal {
  return new Precise(text);
}

/** A computed figure as plain decimal text, to 34 significant digits, ties to even. */
export function writeAmount(value: Decimal): string {
  const rounded = value.toSignificantDigits(shownDigits);
  return rounded.isZero() ? "0" : rounded.toFixed();
}

// Of 60 digits a sum of computed values keeps at least 50.
const roundingShare = new Precise("1e-50");

/** The sum of decimals; what is left by rounding where they cancel is zero. */
export function sumPrecise(values: readonly Decimal[]): Decimal {
  return runningSums(values).at(-1) ?? new Precise(0);
}

/** The sums of the first value, the first two and so on; what is left by rounding is zero. */
export function runningSums(values: readonly Decimal[]): Decimal[] {
  let sum = new Precise(0);
  let size = new Precise(0);
  return values.map((value) => {
    sum = sum.plus(value);
    size = size.plus(value.abs());
    return sum.abs().lessThan(size.times(roundingShare)) ? new Precise(0) : sum;
  });
}
