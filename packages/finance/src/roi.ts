import { readAmount, writeAmount, type Amount } from "./amount.ts";

/** A return on cost as a decimal, or the reason why there is none. */
export type ReturnOnCost =
  | { readonly kind: "value"; readonly ratio: string }
  | { readonly kind: "undefined"; readonly reason: string };

type ValueAndCost = { readonly valueMinor: bigint; readonly costMinor: bigint };

/** Significant digits of a ratio: more than any money has, so that rounding is left to who shows it. */
const digits = 20;

/**
 * Net return on cost, (value − cost) / cost: "0.82" is 82 percent, "-1" everything lost. Both amounts are
 * in the same currency and minor unit. Undefined, with a reason, unless the cost is above zero: no cost
 * is "no cost", not infinity. Definition: `roi_net` of finance practice, undiscounted.
 *
 *     netRoi({ valueMinor: 182n, costMinor: 100n }) // { kind: "value", ratio: "0.82" }
 */
export function netRoi({ valueMinor, costMinor }: ValueAndCost): ReturnOnCost {
  return ratioToCost(valueMinor - costMinor, costMinor);
}

/**
 * Gross multiple, value / cost: "1.82" is 1.82 back for each 1 spent, which is 82 percent net. Undefined,
 * with a reason, unless the cost is above zero.
 */
export function grossMultiple({ valueMinor, costMinor }: ValueAndCost): ReturnOnCost {
  return ratioToCost(valueMinor, costMinor);
}

/**
 * Net return in present values, NPV / PV(costs), as Total Economic Impact states its ROI (`roi_net_pv`):
 * not the undiscounted `netRoi`, and never compared with it. Undefined, with a reason, unless the present
 * value of the costs is above zero.
 *
 *     netRoiOnPresentValue({ netPresentValue: "14868.52", presentValueOfCosts: "22434.26" })
 *     // { kind: "value", ratio: "0.66276…" }
 */
export function netRoiOnPresentValue({
  netPresentValue,
  presentValueOfCosts,
}: {
  readonly netPresentValue: Amount;
  readonly presentValueOfCosts: Amount;
}): ReturnOnCost {
  return ratioToCost(netPresentValue, presentValueOfCosts);
}

/** An amount over a cost, both in one currency and unit; undefined, with a reason, unless the cost is above zero. */
export function ratioToCost(amount: Amount, cost: Amount): ReturnOnCost {
  const divisor = readAmount(cost);
  if (divisor.isZero())
    return { kind: "undefined", reason: "There is no cost yet, so there is no return on cost." };
  if (divisor.isNegative()) {
    return { kind: "undefined", reason: "The cost is negative: costs are gross, and a saving is a benefit." };
  }
  return {
    kind: "value",
    ratio: writeAmount(readAmount(amount).dividedBy(divisor).toSignificantDigits(digits)),
  };
}
