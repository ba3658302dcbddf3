import { compareDecimals, isDecimal, multiplyDecimals } from "@liftledger/numerics/decimal";
import { monthAndDay } from "./calendar-month.ts";
import { currencyExponent } from "./currency.ts";
import { moneyToDecimal, roundToMinor, type Money } from "./money.ts";

/** How many units of `to` one unit of `from` buys from that day on, as an exact decimal. */
export type ExchangeRate = {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
};

/** No rate was known on or before the day: an error of that amount, never a rate of 1 and never a later one. */
export class MissingExchangeRateError extends Error {
  readonly from: string;
  readonly to: string;
  readonly date: string;

  constructor(from: string, to: string, date: string) {
    super(`There is no exchange rate from ${from} to ${to} on or before ${date}`);
    this.name = "MissingExchangeRateError";
    this.from = from;
    this.to = to;
    this.date = date;
  }
}

/**
 * The latest rate on or before a day, or undefined when there is none. Rates are used in the direction in
 * which they were given: an inverse would be a rounding of its own. Throws a RangeError when two rates of
 * the same day contradict each other, and on a rate that is not above zero.
 */
export function findExchangeRate(
  rates: Iterable<ExchangeRate>,
  { from, to, date }: { readonly from: string; readonly to: string; readonly date: string },
): ExchangeRate | undefined {
  monthAndDay(date);
  let latest: ExchangeRate | undefined;
  for (const candidate of rates) {
    if (candidate.from !== from || candidate.to !== to || candidate.date > date) continue;
    requireUsable(candidate);
    if (latest === undefined || candidate.date > latest.date) latest = candidate;
    else if (candidate.date === latest.date && compareDecimals(candidate.rate, latest.rate) !== 0) {
      throw new RangeError(
        `Two rates from ${from} to ${to} on ${candidate.date}: ${latest.rate} and ${candidate.rate}`,
      );
    }
  }
  return latest;
}

/**
 * An amount in another currency at the latest rate on or before a day: exact multiplication, then one
 * rounding to the minor unit, half to even. An amount already in that currency comes back as it is.
 * Throws `MissingExchangeRateError` when no rate was known by then.
 *
 *     convertMoney(moneyFromDecimal("1000", "EUR"), "USD", "2026-01-15", [
 *       { date: "2026-01-01", from: "EUR", to: "USD", rate: "1.10" },
 *     ]) // 1,100.00 USD
 */
export function convertMoney(money: Money, to: string, date: string, rates: Iterable<ExchangeRate>): Money {
  currencyExponent(to);
  if (money.currency === to) return money;
  const rate = findExchangeRate(rates, { from: money.currency, to, date });
  if (!rate) throw new MissingExchangeRateError(money.currency, to, date);
  return roundToMinor(multiplyDecimals(moneyToDecimal(money), rate.rate), to);
}

function requireUsable({ from, to, date, rate }: ExchangeRate): void {
  monthAndDay(date);
  if (!isDecimal(rate) || compareDecimals(rate, "0") <= 0) {
    throw new RangeError(`The rate from ${from} to ${to} on ${date} is "${rate}", not a decimal above 0`);
  }
}
