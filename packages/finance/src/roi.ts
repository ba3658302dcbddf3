import { divideDecimals } from "@liftledger/numerics/decimal";

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
  return overCost(valueMinor - costMinor, costMinor);
}

/**
 * Gross multiple, value / cost: "1.82" is 1.82 back for each 1 spent, which is 82 percent net. Undefined,
 * with a reason, unless the cost is above zero.
 */
export function grossMultiple({ valueMinor, costMinor }: ValueAndCost): ReturnOnCost {
  return overCost(valueMinor, costMinor);
}

function overCost(amountMinor: bigint, costMinor: bigint): ReturnOnCost {
  if (costMinor === 0n)
    return { kind: "undefined", reason: "There is no cost yet, so there is no return on cost." };
  if (costMinor < 0n) {
    return { kind: "undefined", reason: "The cost is negative: costs are gross, and a saving is a benefit." };
  }
  return { kind: "value", ratio: divideDecimals(String(amountMinor), String(costMinor), digits) };
}
