import { Decimal } from "decimal.js";
import {
  addSmall,
  compareSmall,
  LONGEST,
  multiplySmall,
  normaliseSmall,
  roundSmall,
  wholeUnits,
} from "./small-decimal.ts";

/**
 * Exact decimal arithmetic on plain strings.
 *
 * A decimal crosses packages as its canonical string: a minus sign where negative, no leading
 * zeros, no trailing zeros after the point, never an exponent ("-12.5", "0", "1000"). Everything
 * here returns that form and accepts any plain decimal. Sums, differences and products are exact. What fits a number
 * that is held exactly is reckoned in it, the rest by decimal.js; both write the same.
 */

const PLAIN = /^-?\d+(?:\.\d+)?$/;

// Products of two of the longest decimals still fit, so nothing but a division ever rounds.
const Exact = Decimal.clone({
  precision: 1000,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** Whether `text` is a plain decimal: digits, perhaps a leading minus and a point within. */
export function isDecimal(text: string): boolean {
  return text.length <= LONGEST && PLAIN.test(text);
}

/** The canonical form. @example normaliseDecimal("-01.50") // "-1.5" */
export function normaliseDecimal(text: string): string {
  return normaliseSmall(text) ?? plain(parse(text));
}

/** a + b, exactly. */
export function addDecimals(a: string, b: string): string {
  return addSmall(a, b, 1) ?? plain(parse(a).plus(parse(b)));
}

/** a − b, exactly. */
export function subtractDecimals(a: string, b: string): string {
  return addSmall(a, b, -1) ?? plain(parse(a).minus(parse(b)));
}

/** a · b, exactly. */
export function multiplyDecimals(a: string, b: string): string {
  return multiplySmall(a, b) ?? plain(parse(a).times(parse(b)));
}

/**
 * a / b to `digits` significant digits, half to even. Throws RangeError where b is zero.
 *
 * @example divideDecimals("1", "3", 5) // "0.33333"
 */
export function divideDecimals(a: string, b: string, digits: number = 34): string {
  const divisor = parse(b);
  if (divisor.isZero()) throw new RangeError(`${a} cannot be divided by zero`);
  // 1000 digits first: rounding those once more differs from rounding the quotient itself only
  // where the quotient lies closer than 1e-960 to a tie without being one.
  return plain(parse(a).dividedBy(divisor).toSignificantDigits(digits));
}

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  return compareSmall(a, b) ?? (parse(a).comparedTo(parse(b)) as -1 | 0 | 1);
}

/** Rounded to `places` digits after the point, ties to even. @example roundHalfEven("2.5", 0) // "2" */
export function roundHalfEven(decimal: string, places: number): string {
  return (
    roundSmall(decimal, places) ?? plain(parse(decimal).toDecimalPlaces(places, Decimal.ROUND_HALF_EVEN))
  );
}

/**
 * A number as the shortest decimal that reads back as it, or to `digits` significant digits.
 * Throws RangeError for NaN and infinities.
 *
 * @example numberToDecimal(1e21) // "1000000000000000000000"
 */
export function numberToDecimal(x: number, digits?: number): string {
  if (!Number.isFinite(x)) throw new RangeError(`${x} is not a decimal`);
  const decimal = new Exact(x);
  return plain(digits === undefined ? decimal : decimal.toSignificantDigits(digits));
}

/**
 * Exact sum; "0" for none. Fast enough for a column of a million cells: digits are gathered as
 * whole numbers, apart for each number of digits after the point, and joined at the end.
 *
 * @example sumDecimals(["0.1", "0.2", "1"]) // "1.3"
 */
export function sumDecimals(values: Iterable<string>): string {
  const small: number[] = [];
  const large: bigint[] = [];
  for (const text of values) {
    const units = wholeUnits(text);
    if (Number.isNaN(units)) throw notDecimal(text);
    const point = text.indexOf(".");
    const places = point === -1 ? 0 : text.length - point - 1;
    const sum = (small[places] ?? 0) + units;
    if (Number.isSafeInteger(sum)) {
      small[places] = sum;
    } else {
      // Too many digits for a whole number held exactly: this one goes through BigInt.
      large[places] = (large[places] ?? 0n) + BigInt(text.replace(".", ""));
    }
  }
  return joinPlaces(small, large);
}

function joinPlaces(small: readonly number[], large: readonly bigint[]): string {
  let total = new Exact(0);
  for (let places = 0; places < Math.max(small.length, large.length); places += 1) {
    const units = (large[places] ?? 0n) + BigInt(small[places] ?? 0);
    if (units !== 0n) total = total.plus(new Exact(`${units}e-${places}`));
  }
  return plain(total);
}

function parse(text: string): Decimal {
  if (!isDecimal(text)) throw notDecimal(text);
  return new Exact(text);
}

function plain(decimal: Decimal): string {
  return decimal.isZero() ? "0" : decimal.toFixed();
}

function notDecimal(text: string): RangeError {
  return new RangeError(`"${text.slice(0, 40)}" is not a plain decimal`);
}
