import {
  compareDecimals,
  divideDecimals,
  normaliseDecimal,
  numberToDecimal,
  sumDecimals,
} from "@liftledger/numerics/decimal";

/** One segment of a KPI at one time. Quantities are numbers or, to be exact, decimal texts. */
export type Segment = {
  readonly segment: string;
  readonly numerator: number | string;
  readonly denominator: number | string;
};

/** A segment with its place in the whole, as decimals. */
export type MeasuredSegment = {
  readonly numerator: string;
  readonly denominator: string;
  readonly share: string;
  readonly ratio: string | null;
  readonly contribution: string;
};

/** The sums of the segments, and each segment by name. */
export type MeasuredWhole = {
  readonly numerator: string;
  readonly denominator: string;
  readonly ratio: string;
  readonly segments: ReadonlyMap<string, MeasuredSegment>;
};

/**
 * The sums and each segment's share, ratio and contribution; null where there is nothing to divide by. Throws
 * a RangeError where a segment comes twice, a denominator is negative or a quantity is no number.
 */
export function measureSegments(given: Iterable<Segment>): MeasuredWhole | null {
  const parts = [...given].map((part) => ({
    segment: part.segment,
    numerator: decimalOf(part.numerator),
    denominator: decimalOf(part.denominator),
  }));
  const numerator = sumDecimals(parts.map((part) => part.numerator));
  const denominator = sumDecimals(parts.map((part) => part.denominator));
  const segments = new Map<string, MeasuredSegment>();
  for (const part of parts) {
    if (segments.has(part.segment)) throw new RangeError(`The segment "${part.segment}" comes twice`);
    if (compareDecimals(part.denominator, "0") < 0) {
      throw new RangeError(`The denominator of "${part.segment}" is negative: ${part.denominator}`);
    }
    segments.set(part.segment, measureOne(part, denominator));
  }
  if (isZero(denominator)) return null;
  return { numerator, denominator, ratio: divide(numerator, denominator), segments };
}

function measureOne(part: { numerator: string; denominator: string }, whole: string): MeasuredSegment {
  const over = (quantity: string) => (isZero(whole) ? "0" : divide(quantity, whole));
  return {
    ...part,
    share: over(part.denominator),
    ratio: isZero(part.denominator) ? null : divide(part.numerator, part.denominator),
    contribution: over(part.numerator),
  };
}

// Far more than a number keeps, so that rounding once at the end is the only rounding one can see.
const digits = 40;

/** a / b of segment quantities as a decimal; the caller has seen to it that b is not zero. */
export function divide(a: string, b: string): string {
  return divideDecimals(a, b, digits);
}

function decimalOf(quantity: number | string): string {
  const decimal = typeof quantity === "number" ? numberToDecimal(quantity) : normaliseDecimal(quantity);
  const size = Math.abs(Number(decimal));
  if (decimal === "0" || (size >= 1e-60 && size <= 1e60)) return decimal;
  throw new RangeError(`${quantity} is too large or too small for a logged quantity`);
}

/** Whether a decimal is 0, however it is written. */
export function isZero(decimal: string): boolean {
  return compareDecimals(decimal, "0") === 0;
}
