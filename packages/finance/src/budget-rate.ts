import { compareDecimals, isDecimal, multiplyDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { convertLines, type BaseRate, type DatedAmount } from "./converted-total.ts";
import { findExchangeRate, MissingExchangeRateError, type ExchangeRate } from "./exchange-rate.ts";
import { roundToMinor } from "./money.ts";
import { plainDecimal } from "./plain-decimal.ts";

/** A rate fixed for a plan on a day: it holds for every date of the plan, whatever the market does. */
export type BudgetRate = {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly lockedOn: string;
};

/**
 * Fixes the rates of a plan: for each currency the latest rate on or before the day. Throws
 * `MissingExchangeRateError` where there is none. The plan's own currency needs no rate and gets none.
 *
 *     lockBudgetRates({ currencies: ["EUR"], to: "USD", lockedOn: "2026-01-15", rates })
 *     // [{ from: "EUR", to: "USD", rate: "1.10", lockedOn: "2026-01-15" }]
 */
export function lockBudgetRates(input: {
  readonly currencies: readonly string[];
  readonly to: string;
  readonly lockedOn: string;
  readonly rates: readonly ExchangeRate[];
}): readonly BudgetRate[] {
  const { to, lockedOn, rates } = input;
  const others = [...new Set(input.currencies)].filter((currency) => currency !== to);
  return others.map((from) => {
    const found = findExchangeRate(rates, { from, to, date: lockedOn });
    if (found === undefined) throw new MissingExchangeRateError(from, to, lockedOn);
    return { from, to, rate: found.rate, lockedOn };
  });
}

/** What exchange rates alone changed, in minor units of the base currency. */
export type CurrencyEffect = {
  readonly atBudgetMinor: bigint;
  readonly atActualMinor: bigint;
  /** At actual rates less at budget rates: the bar of its own in a bridge. */
  readonly effectMinor: bigint;
};

/**
 * The currency effect of actual amounts: the same lines at the rates of their days and at the plan's
 * locked rates. Both sums are exact and rounded once. Throws a RangeError where a currency has no budget
 * rate or two, and `MissingExchangeRateError` where a line has no rate of its day.
 */
export function currencyEffect(input: {
  readonly base: string;
  readonly lines: readonly DatedAmount[];
  readonly budgetRates: readonly BudgetRate[];
  readonly rates: readonly BaseRate[];
}): CurrencyEffect {
  const { base, lines, budgetRates, rates } = input;
  const actual = convertLines({ base, lines, rates });
  if (actual.totalMinor === null) {
    const line = lines.find((_, index) => actual.missing.includes(index));
    throw new MissingExchangeRateError(line?.currency ?? base, base, line?.date ?? "");
  }
  const atBudget = lines.map(({ date, currency, amount }) =>
    multiplyDecimals(
      plainDecimal(amount, `amount of ${date}`),
      currency === base ? "1" : budgetRateOf(budgetRates, currency, base),
    ),
  );
  const atBudgetMinor = roundToMinor(sumDecimals(atBudget), base).amountMinor;
  const atActualMinor = actual.totalMinor;
  return { atBudgetMinor, atActualMinor, effectMinor: atActualMinor - atBudgetMinor };
}

function budgetRateOf(rates: readonly BudgetRate[], from: string, to: string): string {
  const found = rates.filter((rate) => rate.from === from && rate.to === to);
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new RangeError(`A plan has one locked rate from ${from} to ${to}, not ${found.length}`);
  }
  if (!isDecimal(only.rate) || compareDecimals(only.rate, "0") <= 0) {
    throw new RangeError(`The locked rate from ${from} to ${to} is "${only.rate}", not a decimal above 0`);
  }
  return only.rate;
}
