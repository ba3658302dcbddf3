import { readAmount, writeAmount, type Amount } from "./amount.ts";

/** A return as a source states it: net percent, gross back for each 1, or the two amounts. */
export type StatedReturn =
  | { readonly netRoiPercent: Amount }
  | { readonly grossReturnPerUnit: Amount }
  | { readonly benefits: Amount; readonly costs: Amount };

/** One return in the three ways in which it is quoted, or why there is none. */
export type ReturnBases =
  | {
      readonly kind: "value";
      readonly netRoiPercent: string;
      readonly grossReturnPerUnit: string;
      readonly netGainPerUnit: string;
    }
  | { readonly kind: "undefined"; readonly reason: string };

/**
 * Says a return in every basis: what comes back for each 1 (gross), what is left of it (net gain), and that
 * as a percentage (net ROI). "544 %" net is 6.44 back; "5.44 for every dollar" is 444 % net: a source that
 * prints both contradicts itself. Undefined, with a reason, unless costs are above zero. Throws a RangeError
 * on what is no decimal. Source: formula 4 of the finance definitions.
 *
 *     returnBases({ grossReturnPerUnit: "5.44" })
 *     // { kind: "value", netRoiPercent: "444", grossReturnPerUnit: "5.44", netGainPerUnit: "4.44" }
 */
export function returnBases(stated: StatedReturn): ReturnBases {
  if ("benefits" in stated) {
    const costs = readAmount(stated.costs);
    if (costs.lessThanOrEqualTo(0)) {
      return { kind: "undefined", reason: "There is no cost above zero, so there is no return on cost." };
    }
    return basesOf(readAmount(stated.benefits).dividedBy(costs));
  }
  if ("grossReturnPerUnit" in stated) return basesOf(readAmount(stated.grossReturnPerUnit));
  return basesOf(readAmount(stated.netRoiPercent).dividedBy(100).plus(1));
}

function basesOf(gross: ReturnType<typeof readAmount>): ReturnBases {
  return {
    kind: "value",
    netRoiPercent: writeAmount(gross.minus(1).times(100)),
    grossReturnPerUnit: writeAmount(gross),
    netGainPerUnit: writeAmount(gross.minus(1)),
  };
}
