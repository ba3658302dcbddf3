import { moneyToDecimal } from "@liftledger/finance/money";
import { divideDecimals, multiplyDecimals } from "@liftledger/numerics/decimal";
import type { CostInput } from "../cost-tree.ts";
import type { CostActual } from "./case-actuals.ts";
import type { CasePlan } from "./case-plan.ts";

/** How many units of the ledger's currency one unit of the plan's was worth at a month's end. Throws where none is known. */
export type PlanRate = (month: string) => string;

/**
 * The actual entries of the cost ledger in a plan's currency, at the rate of their month and at the plan's locked one.
 * What was paid in the plan's own currency counts as it was paid; what the ledger converted counts as the ledger has it.
 * Where the plan is in another currency than the ledger it is converted by the rate between the two. A currency for which
 * the plan locked no rate was not planned: it has no exchange effect.
 */
export function costActuals(
  costs: readonly CostInput[],
  { currency, budgetRates }: Pick<CasePlan, "currency" | "budgetRates">,
  rateOf: PlanRate,
): readonly CostActual[] {
  const locked = (from: string) => budgetRates.find((rate) => rate.from === from)?.rate;
  return costs
    .filter(({ kind }) => kind === "actual")
    .map((line): CostActual => {
      const { category, month } = line;
      const paid = line.exchange ?? line;
      const [asPaid, asBooked] = [moneyToDecimal(paid), moneyToDecimal(line)];
      if (paid.currency === currency) return { category, month, amount: asPaid, atBudgetRate: asPaid };
      const amount = line.currency === currency ? asBooked : divideDecimals(asBooked, rateOf(month));
      const [own, ledgers] = [locked(paid.currency), locked(line.currency)];
      if (own !== undefined) return { category, month, amount, atBudgetRate: multiplyDecimals(asPaid, own) };
      const isBooked = line.currency !== currency && ledgers !== undefined;
      return {
        category,
        month,
        amount,
        atBudgetRate: isBooked ? multiplyDecimals(asBooked, ledgers) : amount,
      };
    });
}
