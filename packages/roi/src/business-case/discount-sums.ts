import { Precise, sumPrecise, writeAmount } from "@liftledger/finance/amount";
import { dayNumber } from "@liftledger/finance/day-number";
import { periodRate } from "@liftledger/finance/discount-rate";
import { presentValues } from "@liftledger/finance/net-present-value";
import { leaf } from "../explanation.ts";
import type { CasePlan } from "./case-plan.ts";
import type { WeightOf } from "./line-tree.ts";
import { planColumns } from "./plan-columns.ts";

type Factors = ReturnType<typeof presentValues>;

/** What 1 in each of some columns is worth at the start: the sum of their discount factors, with whose rate it is. */
export function discountSums(plan: CasePlan): WeightOf {
  const ones = planColumns(plan).map(() => new Precise(1));
  return sumsOf(plan, presentValues(periodRate(plan.discountRate.annual, plan.period), ones, plan.timing));
}

/** The same by the days between each flow and the start, over 365. */
export function datedDiscountSums(plan: CasePlan): WeightOf {
  const growth = periodRate(plan.discountRate.annual, "year").plus(1);
  const daily = growth.pow(new Precise(1).dividedBy(365));
  const start = dayNumber(`${plan.start}-01`);
  const factors = planColumns(plan).map(({ day }) =>
    new Precise(1).dividedBy(daily.pow(dayNumber(day) - start)),
  );
  return sumsOf(plan, factors);
}

/** Whose discount rate it is. */
export function rateSource({
  discountRate: { annual, source, setBy, setOn },
}: Pick<CasePlan, "discountRate">): string {
  const by = setBy === null ? "" : `, set by ${setBy}${setOn === null ? "" : ` on ${setOn}`}`;
  return `${annual} a year: ${source}${by}`;
}

function sumsOf(plan: CasePlan, factors: Factors): WeightOf {
  const columns = planColumns(plan);
  return (wanted, label) => {
    const own = factors.filter((_, place) => wanted.includes(columns[place]?.column ?? -1));
    return leaf(`Discount factors, ${label}`, writeAmount(sumPrecise(own)), "count", {
      kind: "assumption",
      text: rateSource(plan),
    });
  };
}
