import { multiplyDecimals, normaliseDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import { currencyExponent } from "./currency.ts";

/** An exact amount in the currency's smallest unit: 12.34 EUR is 1234n cents, 1234 JPY is 1234n yen. */
export type Money = { readonly amountMinor: bigint; readonly currency: string };

/**
 * Money from a decimal in the major unit. Throws a RangeError on an unknown currency, on what is no plain
 * decimal, and on more decimals than the currency has: nothing is rounded in silence.
 *
 *     moneyFromDecimal("12.34", "EUR") // { amountMinor: 1234n, currency: "EUR" }
 *     moneyFromDecimal("12.345", "EUR") // throws: EUR has 2 decimals
 */
export function moneyFromDecimal(decimal: string, currency: string): Money {
  const exponent = currencyExponent(currency);
  const inMinor = multiplyDecimals(decimal, powerOfTen(exponent));
  if (inMinor.includes(".")) {
    throw new RangeError(
      `"${decimal}" has more decimals than ${currency} allows (${exponent}); round it first`,
    );
  }
  return { amountMinor: BigInt(inMinor), currency };
}

/** The amount in the major unit with all its decimals: 1230n cents are "12.30". */
export function moneyToDecimal({ amountMinor, currency }: Money): `${number}` {
  const exponent = currencyExponent(currency);
  const digits = String(amountMinor < 0n ? -amountMinor : amountMinor).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? "" : `.${digits.slice(-exponent)}`;
  return `${amountMinor < 0n ? "-" : ""}${whole}${fraction}` as `${number}`;
}

/**
 * A decimal in the major unit, rounded to the currency's smallest unit, ties to even. For posting and
 * showing only: sums come first, rounding last.
 *
 *     roundToMinor("0.125", "EUR") // { amountMinor: 12n, currency: "EUR" }
 */
export function roundToMinor(decimal: string, currency: string): Money {
  return moneyFromDecimal(roundHalfEven(normaliseDecimal(decimal), currencyExponent(currency)), currency);
}

/** The sum of two amounts. Throws a RangeError when their currencies differ. */
export function addMoney(left: Money, right: Money): Money {
  requireSameCurrency(left.currency, right.currency);
  return { amountMinor: left.amountMinor + right.amountMinor, currency: left.currency };
}

/** The first amount less the second. Throws a RangeError when their currencies differ. */
export function subtractMoney(left: Money, right: Money): Money {
  requireSameCurrency(left.currency, right.currency);
  return { amountMinor: left.amountMinor - right.amountMinor, currency: left.currency };
}

/**
 * The sum of any number of amounts, all in the given currency; no amounts are zero of it. Throws a
 * RangeError on an amount in another.
 */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  currencyExponent(currency);
  let amountMinor = 0n;
  for (const amount of amounts) {
    requireSameCurrency(currency, amount.currency);
    amountMinor += amount.amountMinor;
  }
  return { amountMinor, currency };
}

/**
 * Money as people read it. The decimals are those of ISO 4217, not those a locale happens to prefer.
 * `compact` is for headlines: three digits and a letter, a zero at the end among them, so that beside €12.1k stands €6.00k.
 * `rounded` is for sentences: from a thousand on to the whole unit. The figure that the sentence is about tells the rest.
 *
 *     formatMoney({ amountMinor: 123456n, currency: "EUR" }, "en-GB") // "€1,234.56"
 *     formatMoney({ amountMinor: 123456n, currency: "EUR" }, "en-GB", { compact: true }) // "€1.23k"
 *     formatMoney({ amountMinor: 123456n, currency: "EUR" }, "en-GB", { rounded: true }) // "€1,235"
 */
export function formatMoney(
  money: Money,
  locale: string,
  { compact = false, rounded = false }: { compact?: boolean; rounded?: boolean } = {},
): string {
  const decimals = rounded && isThousands(money) ? 0 : currencyExponent(money.currency);
  const digits: Intl.NumberFormatOptions = compact
    ? { notation: "compact", ...threeDigits(money) }
    : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: money.currency, ...digits });
  // Text, not a number: an amount beyond 2^53 keeps its cents.
  return format.format(moneyToDecimal(money));
}

/** Below a thousand no zeros are added: there is no letter that says what was left out. */
function threeDigits(money: Money): Intl.NumberFormatOptions {
  return { maximumSignificantDigits: 3, ...(isThousands(money) ? { minimumSignificantDigits: 3 } : {}) };
}

function isThousands({ amountMinor, currency }: Money): boolean {
  const size = amountMinor < 0n ? -amountMinor : amountMinor;
  return size >= 10n ** BigInt(currencyExponent(currency) + 3);
}

function requireSameCurrency(expected: string, found: string): void {
  if (expected !== found) {
    throw new RangeError(`${expected} and ${found} cannot be added: convert one of them first`);
  }
}

function powerOfTen(exponent: number): string {
  return `1${"0".repeat(exponent)}`;
}
