import { currencyExponent } from "@liftledger/finance/currency";
import { moneyToDecimal } from "@liftledger/finance/money";
import { costLabel, paidTree, type CostInput } from "../cost-tree.ts";
import { leaf, product, quotient, type Explanation, type ExplanationSource } from "../explanation.ts";
import type { CasePlan } from "./case-plan.ts";
import type { PlanRate } from "./cost-actuals.ts";

/** An entry of the cost ledger in a plan's currency, explained: at the rate of its day, and at the plan's locked one. */
export interface CostActualTrees {
  amount: Explanation;
  atBudgetRate: Explanation;
}

/** A rate of the ledger with where it stands. */
export interface KnownPlanRate {
  rateOf: PlanRate;
  sourceOf: (month: string) => ExplanationSource;
}

/** How the amounts that `costActuals` gives for an entry came about. The two are one tree where no rate parts them. */
export function costActualTrees(
  line: CostInput,
  { currency, budgetRates }: Pick<CasePlan, "currency" | "budgetRates">,
  known: KnownPlanRate,
): CostActualTrees {
  const label = costLabel(line);
  const booked = paidTree(line, label, currencyExponent(line.currency));
  const paid = line.exchange ?? line;
  const isAsPaid = paid.currency === currency;
  const asPaid =
    line.exchange === undefined
      ? booked
      : leaf(`${label}, in ${paid.currency}`, moneyToDecimal(paid), paid.currency, line.source);
  if (isAsPaid) return { amount: asPaid, atBudgetRate: asPaid };
  const amount =
    line.currency === currency
      ? booked
      : quotient(`${label}, in ${currency}`, currency, booked, ledgerRate(line, currency, known));
  const locked = (from: string) => budgetRates.find((rate) => rate.from === from);
  const own = locked(paid.currency);
  if (own !== undefined) return { amount, atBudgetRate: atLockedRate(label, currency, asPaid, own) };
  const ledgers = line.currency === currency ? undefined : locked(line.currency);
  return {
    amount,
    atBudgetRate: ledgers === undefined ? amount : atLockedRate(label, currency, booked, ledgers),
  };
}

/** How many units of the ledger's currency one unit of the plan's was worth at the month's end. */
export function ledgerRate(
  { month, currency }: { month: string; currency: string },
  planCurrency: string,
  { rateOf, sourceOf }: KnownPlanRate,
): Explanation {
  return leaf(`${currency} for 1 ${planCurrency}, ${month}`, rateOf(month), "count", sourceOf(month));
}

function atLockedRate(
  label: string,
  currency: string,
  amount: Explanation,
  { from, rate, lockedOn }: CasePlan["budgetRates"][number],
): Explanation {
  const source = { kind: "assumption", text: `budget rate, locked on ${lockedOn}` } as const;
  const locked = leaf(`${currency} for 1 ${from}, as planned`, rate, "count", source);
  return product(`${label}, at the planned rate`, currency, [amount, locked]);
}
