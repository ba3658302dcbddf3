import { Precise, sumPrecise, writeAmount } from "@liftledger/finance/amount";
import { periodRate } from "@liftledger/finance/discount-rate";
import { presentValues } from "@liftledger/finance/net-present-value";
import { leaf } from "../explanation.ts";
import type { CasePlan } from "./case-plan.ts";
import type { WeightOf } from "./line-tree.ts";
import { planColumns } from "./plan-columns.ts";

/** What 1 in each of some columns is worth at the start: the sum of their discount factors, with whose rate it is. */
export function discountSums(plan: CasePlan): WeightOf {
  const { annual, source, setBy, setOn } = plan.discountRate;
  const columns = planColumns(plan);
  const ones = columns.map(() => new Precise(1));
  const factors = presentValues(periodRate(annual, plan.period), ones, plan.timing);
  const by = setBy === null ? "" : `, set by ${setBy}${setOn === null ? "" : ` on ${setOn}`}`;
  return (wanted, label) => {
    const own = factors.filter((_, place) => wanted.includes(columns[place]?.column ?? -1));
    return leaf(`Discount factors, ${label}`, writeAmount(sumPrecise(own)), "count", {
      kind: "assumption",
      text: `${annual} a year: ${source}${by}`,
    });
  };
}
