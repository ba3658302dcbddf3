import { CostCategory, type CostLine as WireCostLine } from "@liftledger/contracts/initiative";
import type { CostLine } from "@liftledger/database/cost-lines";
import type { ExchangeRate } from "@liftledger/database/exchange-rates";
import { moneyToDecimal } from "@liftledger/finance/money";
import { convertCost, type ConvertedCost } from "../exchange-rates/convert-cost.ts";

/** A cost line as it crosses the wire: the amount as an exact decimal in the major unit, converted where it is. */
export function costLineView(
  line: Omit<CostLine, "retractedAt">,
  organisationCurrency: string,
  rates: readonly ExchangeRate[],
): WireCostLine {
  const { costLineId, category, month, currency, kind, source, recordedAt } = line;
  return {
    costLineId,
    category: CostCategory.parse(category),
    month,
    amount: moneyToDecimal(line),
    currency,
    kind,
    source,
    recordedAt,
    converted: convertedView(convertCost(line, organisationCurrency, rates)),
  };
}

function convertedView(converted: ConvertedCost | null): WireCostLine["converted"] {
  if (converted === null) return null;
  const { amountMinor, rate } = converted;
  const { to: currency, date, source } = rate;
  return { amount: moneyToDecimal({ amountMinor, currency }), currency, rate: rate.rate, date, source };
}
