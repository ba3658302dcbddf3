import { periodRate } from "@liftledger/finance/discount-rate";
import { netPresentValue } from "@liftledger/finance/net-present-value";
import { payback, type PaybackTime } from "@liftledger/finance/payback";
import { ratioToCost, type ReturnOnCost } from "@liftledger/finance/roi";
import { subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { countsIn, sidesOf, type CaseBasis } from "./case-totals.ts";

/** The few figures of a case that a person watches while writing it, after the risk of its lines. */
export interface CaseKeyFigures {
  /** Why it is no whole, a sentence for each line that is not valued yet; then the figures are of the others only. */
  missing: readonly string[];
  totalBenefits: string;
  totalCosts: string;
  netPresentValue: string;
  netRoi: ReturnOnCost;
  /** In periods since the first flow. */
  payback: PaybackTime;
}

/**
 * What `caseTotals` says of a case, without what takes time (rates of return): to be reckoned at every key that is
 * pressed. The payback is the durable one.
 *
 * @example caseKeyFigures(plan, caseLines(plan)).netPresentValue
 */
export function caseKeyFigures(
  plan: CasePlan,
  lines: readonly CaseLine[],
  basis: CaseBasis = "cash",
): CaseKeyFigures {
  const counted = lines.filter((line) => countsIn(basis, line));
  const { benefits, costs } = sidesOf(plan, counted, "adjusted");
  const net = benefits.map((benefit, place) => subtractDecimals(benefit, costs[place] ?? "0"));
  const [totalBenefits, totalCosts] = [sumDecimals(benefits), sumDecimals(costs)];
  const rate = periodRate(plan.discountRate.annual, plan.period).toString();
  return {
    missing: counted.flatMap((line) => (line.missing === null ? [] : [line.missing.reason])),
    totalBenefits,
    totalCosts,
    netPresentValue: netPresentValue(rate, net, plan.timing),
    netRoi: ratioToCost(subtractDecimals(totalBenefits, totalCosts), totalCosts),
    payback: payback(net).durable,
  };
}
