import { Precise, readAmount, sumPrecise, writeAmount, type Amount } from "./amount.ts";

/** A modified rate of return per period as a decimal, or why there is none. */
export type ModifiedRateOfReturn =
  | { readonly kind: "rate"; readonly rate: string }
  | { readonly kind: "undefined"; readonly reason: string };

/**
 * Modified internal rate of return per period: what is paid out is financed at one rate, what comes in is
 * reinvested at another until the last flow,
 *
 *     (Σ in · (1 + reinvest)^(n−1−k) / (Σ |out| / (1 + finance)^k))^(1/(n−1)) − 1
 *
 * with n flows from k = 0. There is never more than one. Undefined, with a reason, unless something is paid
 * out and something comes in, and where a rate below −100 percent turns either sum negative. Throws a
 * RangeError on an amount that is no decimal. Source: formula 7 of the finance definitions; the arguments
 * are those of the spreadsheet function MIRR.
 *
 *     modifiedInternalRateOfReturn({ amounts: ["-1000", "100", "250", "500", "500"],
 *       financeRate: "0.1", reinvestRate: "0.1" }) // { kind: "rate", rate: "0.104016267459591…" }
 */
export function modifiedInternalRateOfReturn({
  amounts,
  financeRate,
  reinvestRate,
}: {
  readonly amounts: readonly Amount[];
  readonly financeRate: Amount;
  readonly reinvestRate: Amount;
}): ModifiedRateOfReturn {
  const flows = amounts.map((amount) => readAmount(amount));
  const financeGrowth = readAmount(financeRate).plus(1);
  const reinvestGrowth = readAmount(reinvestRate).plus(1);
  const isPaid = flows.some((flow) => flow.lessThan(0));
  const isEarned = flows.some((flow) => flow.greaterThan(0));
  if (!isPaid || !isEarned) {
    return undefinedRate("needs an amount paid out and an amount that comes in; there is only one kind.");
  }
  if (financeGrowth.isZero()) return undefinedRate("has no finance rate of -100 %: nothing discounts at it.");
  const last = flows.length - 1;
  const earned = flows.map((flow, k) =>
    flow.greaterThan(0) ? flow.times(reinvestGrowth.pow(last - k)) : new Precise(0),
  );
  const paid = flows.map((flow, k) =>
    flow.lessThan(0) ? flow.abs().dividedBy(financeGrowth.pow(k)) : new Precise(0),
  );
  const cost = sumPrecise(paid);
  if (cost.isZero()) return undefinedRate("has nothing to divide by: what is paid out is worth nothing now.");
  const growth = sumPrecise(earned).dividedBy(cost);
  if (growth.lessThan(0)) {
    return undefinedRate("does not exist: a rate below -100 % turns one of its sums negative.");
  }
  return { kind: "rate", rate: writeAmount(growth.pow(new Precise(1).dividedBy(last)).minus(1)) };
}

function undefinedRate(why: string): ModifiedRateOfReturn {
  return { kind: "undefined", reason: `The modified rate of return ${why}` };
}
