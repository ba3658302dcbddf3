import type { Decimal } from "decimal.js";
import { readAmount, writeAmount, type Amount } from "./amount.ts";
import { readRate } from "./discount-rate.ts";

/** An amount a year, or why there is none. */
export type EquivalentAnnualAnnuity =
  | { readonly kind: "value"; readonly amount: string }
  | { readonly kind: "undefined"; readonly reason: string };

/**
 * The even amount at each year's end that is worth as much as a net present value,
 * NPV · r / (1 − (1 + r)^−years), so that cases of different length compare; NPV / years at a rate of 0.
 * Years may be a fraction. Undefined, with a reason, unless years are above 0. Throws a RangeError at a
 * rate of −100 percent or below. Source: formula 5 of the finance definitions.
 *
 *     equivalentAnnualAnnuity({ netPresentValue: "38542.44928625094", annualRate: "0.1", years: 3 })
 *     // { kind: "value", amount: "15498.489425981…" }
 */
export function equivalentAnnualAnnuity({
  netPresentValue,
  annualRate,
  years,
}: {
  readonly netPresentValue: Amount;
  readonly annualRate: Amount;
  readonly years: Amount | Decimal;
}): EquivalentAnnualAnnuity {
  const rate = readRate(annualRate);
  // A Decimal prints all its digits, and so is read again without loss.
  const length = readAmount(String(years));
  if (length.lessThanOrEqualTo(0)) {
    return { kind: "undefined", reason: "A case of no length has no amount a year." };
  }
  const value = readAmount(netPresentValue);
  const perYear = rate.isZero()
    ? value.dividedBy(length)
    : value.times(rate).dividedBy(rate.plus(1).pow(length.negated()).negated().plus(1));
  return { kind: "value", amount: writeAmount(perYear) };
}
