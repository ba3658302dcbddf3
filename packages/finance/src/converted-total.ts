import { multiplyDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type { Amount } from "./amount.ts";
import { currencyExponent } from "./currency.ts";
import { findExchangeRate, type ExchangeRate } from "./exchange-rate.ts";
import { roundToMinor } from "./money.ts";
import { plainDecimal } from "./plain-decimal.ts";

/** An amount in the major unit of its currency, on the day whose rate it takes. */
export type DatedAmount = { readonly date: string; readonly currency: string; readonly amount: Amount };

/** A quoted rate; one without `to` is to the base currency of the question. */
export type BaseRate = Omit<ExchangeRate, "to"> & { readonly to?: string };

export type ConvertedTotal = {
  /** Each line in the base currency, exact; null where no rate was known on or before its day. */
  readonly converted: readonly (string | null)[];
  /** The exact sum, null while a line is missing: a sum without it would be another figure. */
  readonly total: string | null;
  /** The sum rounded once, half to even. */
  readonly totalMinor: bigint | null;
  /** Which lines have no rate, from 0. */
  readonly missing: readonly number[];
};

/**
 * Lines of several currencies in one: each at the latest rate on or before its day, summed exactly and
 * rounded last. A line without a rate is named and makes the total unknown; it is never converted at 1,
 * at a later rate, at the inverse of a quoted one or through a third currency.
 *
 * Throws a RangeError on an unknown currency, on a day that does not exist, on what is no decimal, and
 * where two rates of one day contradict each other.
 *
 *     convertLines({ base: "USD", lines: [{ date: "2026-01-15", currency: "EUR", amount: "1000.00" }],
 *       rates: [{ date: "2026-01-01", from: "EUR", rate: "1.10" }] })
 *     // { converted: ["1100"], total: "1100", totalMinor: 110000n, missing: [] }
 */
export function convertLines(input: {
  readonly base: string;
  readonly lines: readonly DatedAmount[];
  readonly rates: readonly BaseRate[];
}): ConvertedTotal {
  const { base, lines } = input;
  currencyExponent(base);
  const rates = input.rates.map((rate): ExchangeRate => ({ to: base, ...rate }));
  const converted = lines.map((line) => convertLine(line, base, rates));
  const missing = converted.flatMap((amount, index) => (amount === null ? [index] : []));
  const known = converted.filter((amount) => amount !== null);
  const total = known.length < lines.length ? null : sumDecimals(known);
  const totalMinor = total === null ? null : roundToMinor(total, base).amountMinor;
  return { converted, total, totalMinor, missing };
}

function convertLine(
  { date, currency, amount }: DatedAmount,
  base: string,
  rates: readonly ExchangeRate[],
): string | null {
  currencyExponent(currency);
  const exact = plainDecimal(amount, `amount of ${date}`);
  if (currency === base) return exact;
  const rate = findExchangeRate(rates, { from: currency, to: base, date });
  return rate === undefined ? null : multiplyDecimals(exact, rate.rate);
}
