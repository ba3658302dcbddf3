import { compareDecimals, divideDecimals, sumDecimals } from "@liftledger/numerics/decimal";

/** One logged piece of a KPI: a numerator and a denominator, of one period, segment or day. */
export type RatioPart = { readonly numerator: number; readonly denominator: number };

/** The same with exact decimal texts, as they are logged and stored. */
export type DecimalRatioPart = { readonly numerator: string; readonly denominator: string };

/** A ratio, or the reason why there is none. */
export type Ratio =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "no-value"; readonly reason: string };

/**
 * The ratio of several parts: the sum of numerators over the sum of denominators, ΣN / ΣD. Never the
 * average of the parts' ratios, which would give a week of 10 visits the say of a week of 10,000.
 * No parts, or a denominator that is not above zero, is an answer with a reason and not a number.
 * Throws a RangeError on a part that is not finite.
 *
 *     pooledRatio([{ numerator: 1, denominator: 10 }, { numerator: 90, denominator: 100 }])
 *     // { kind: "value", value: 0.8272727272727273 }, while the average would be 0.5
 */
export function pooledRatio(parts: Iterable<RatioPart>): Ratio {
  const { numerator, denominator } = pool(parts);
  if (denominator === 0) return noValue(zeroDenominator);
  if (denominator < 0) return noValue(negativeDenominator);
  const value = numerator / denominator;
  return Number.isFinite(value) ? { kind: "value", value } : noValue(tooLarge);
}

/**
 * The same of parts given as decimal texts: the sums are exact, and the one division is rounded once, to the
 * nearest number. So the answer does not depend on the order of the parts, to the last digit.
 * Throws a RangeError on a text that is not a plain decimal.
 *
 *     pooledDecimalRatio([{ numerator: "0.1", denominator: "3" }, { numerator: "0.2", denominator: "0" }])
 *     // { kind: "value", value: 0.1 }, where 0.1 + 0.2 in floating point gives 0.10000000000000002
 */
export function pooledDecimalRatio(parts: Iterable<DecimalRatioPart>): Ratio {
  const { numerator, denominator } = poolDecimals(parts);
  const sign = compareDecimals(denominator, "0");
  if (sign === 0) return noValue(zeroDenominator);
  if (sign < 0) return noValue(negativeDenominator);
  const value = Number(divideDecimals(numerator, denominator));
  return Number.isFinite(value) ? { kind: "value", value } : noValue(tooLarge);
}

/** The sums ΣN and ΣD of the parts; 0 and 0 for none. Throws a RangeError on a part that is not finite. */
export function pool(parts: Iterable<RatioPart>): RatioPart {
  let numerator = 0;
  let denominator = 0;
  for (const part of parts) {
    numerator += requireFinite(part.numerator);
    denominator += requireFinite(part.denominator);
  }
  return { numerator, denominator };
}

/**
 * The exact sums of parts given as decimal texts, the same in whatever order they come. Throws a
 * RangeError on a text that is not a plain decimal.
 *
 *     poolDecimals([{ numerator: "0.1", denominator: "1" }, { numerator: "0.2", denominator: "1" }])
 *     // { numerator: "0.3", denominator: "2" }
 */
export function poolDecimals(parts: Iterable<DecimalRatioPart>): DecimalRatioPart {
  const numerators: string[] = [];
  const denominators: string[] = [];
  for (const part of parts) {
    numerators.push(part.numerator);
    denominators.push(part.denominator);
  }
  return { numerator: sumDecimals(numerators), denominator: sumDecimals(denominators) };
}

/**
 * The sums of a total, such as revenue: over segments the numerators add and their period counts once,
 * over time there is one more period in the denominator for each. A period without any part is missing,
 * not 0, and does not count.
 *
 *     poolTotal([
 *       { period: "2026-W01", numerator: 100 }, // shop
 *       { period: "2026-W01", numerator: 50 },  // telephone
 *       { period: "2026-W02", numerator: 170 },
 *     ]) // { numerator: 320, denominator: 2 }: 160 a week
 */
export function poolTotal(
  parts: Iterable<{ readonly period: string; readonly numerator: number }>,
): RatioPart {
  const periods = new Set<string>();
  let numerator = 0;
  for (const part of parts) {
    periods.add(part.period);
    numerator += requireFinite(part.numerator);
  }
  return { numerator, denominator: periods.size };
}

/**
 * The exact sums of a total given as decimal texts; see `poolTotal`. Segments of one period add, the period
 * counts once, and a period that is missing is missing.
 *
 *     poolDecimalTotal([
 *       { period: "2026-W01", numerator: "100.10" },
 *       { period: "2026-W01", numerator: "50.20" },
 *       { period: "2026-W02", numerator: "170" },
 *     ]) // { numerator: "320.3", denominator: "2" }
 */
export function poolDecimalTotal(
  parts: Iterable<{ readonly period: string; readonly numerator: string }>,
): DecimalRatioPart {
  const periods = new Set<string>();
  const numerators: string[] = [];
  for (const part of parts) {
    periods.add(part.period);
    numerators.push(part.numerator);
  }
  return { numerator: sumDecimals(numerators), denominator: String(periods.size) };
}

const zeroDenominator = "The denominator is 0, so there is no ratio.";
const negativeDenominator = "The denominator is below 0, so the ratio means nothing.";
const tooLarge = "The ratio is too large to be written as a number.";

function requireFinite(value: number): number {
  if (!Number.isFinite(value))
    throw new RangeError(`${value} cannot be pooled: a logged quantity is a finite number`);
  return value;
}

function noValue(reason: string): Ratio {
  return { kind: "no-value", reason };
}
