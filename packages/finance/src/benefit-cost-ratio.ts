import type { Amount } from "./amount.ts";
import { ratioToCost, type ReturnOnCost } from "./roi.ts";

/**
 * Benefit-cost ratio, present value of the benefits over present value of the costs: "1.26" is 1.26 back,
 * in today's money, for each 1. Undefined, with a reason, unless the costs are above zero. Source: formula
 * 5 of the finance definitions.
 *
 *     benefitCostRatio({ presentValueOfBenefits: "180239", presentValueOfCosts: "145236" })
 *     // { kind: "value", ratio: "1.24100085378…" }
 */
export function benefitCostRatio({
  presentValueOfBenefits,
  presentValueOfCosts,
}: {
  readonly presentValueOfBenefits: Amount;
  readonly presentValueOfCosts: Amount;
}): ReturnOnCost {
  return ratioToCost(presentValueOfBenefits, presentValueOfCosts);
}
