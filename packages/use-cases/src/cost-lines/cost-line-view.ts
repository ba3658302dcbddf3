import { CostCategory, type CostLine as WireCostLine } from "@liftledger/contracts/initiative";
import type { CostLine } from "@liftledger/database/cost-lines";
import { moneyToDecimal } from "@liftledger/finance/money";

/** A cost line as it crosses the wire: the amount as an exact decimal in the major unit. */
export function costLineView(line: Omit<CostLine, "retractedAt">): WireCostLine {
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
  };
}
