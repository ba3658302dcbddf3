import type { CostLine } from "@liftledger/database/cost-lines";
import type { ExchangeRate } from "@liftledger/database/exchange-rates";
import { convertMoney, findExchangeRate } from "@liftledger/finance/exchange-rate";
import { lastDay } from "@liftledger/kpis/period";

/** A cost in the organisation's currency, and the rate by which it is. */
export interface ConvertedCost {
  amountMinor: bigint;
  rate: ExchangeRate;
}

/**
 * A cost line of another currency at the latest rate on or before the last day of its month, rounded once; null for
 * one that is in `to` already. Throws `MissingExchangeRateError`, which names the currencies and the day.
 */
export function convertCost(
  line: Pick<CostLine, "amountMinor" | "currency" | "month">,
  to: string,
  rates: readonly ExchangeRate[],
): ConvertedCost | null {
  if (line.currency === to) return null;
  const date = lastDay(line.month);
  const { amountMinor } = convertMoney(line, to, date, rates);
  const found = findExchangeRate(rates, { from: line.currency, to, date });
  const rate = rates.find((one) => one.from === found?.from && one.to === to && one.date === found.date);
  if (rate === undefined)
    throw new Error(`the rate of ${line.currency} on ${date} was converted by and is gone`);
  return { amountMinor, rate };
}
