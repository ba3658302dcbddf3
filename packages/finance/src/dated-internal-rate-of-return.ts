import { readAmount, type Amount } from "./amount.ts";
import { dayNumber } from "./day-number.ts";
import { rateOfReturn, type RateOfReturn } from "./rate-of-return.ts";

/** Flows by day, in any order: `dates[j]` is the day of `amounts[j]`. */
export type DatedFlows = { readonly dates: readonly string[]; readonly amounts: readonly Amount[] };

/** Throws a RangeError unless each amount has its date. */
export function requireDatePerAmount({ dates, amounts }: DatedFlows): void {
  if (dates.length !== amounts.length) {
    throw new RangeError(`There are ${amounts.length} amounts and ${dates.length} dates: each has its own`);
  }
}

/**
 * The annual internal rates of return of dated flows (XIRR): all real rates above −100 percent at which
 * Σ amount / (1 + rate)^(days / 365) is zero, or why there is none. The order of the flows does not
 * matter, nor the day that days are counted from; flows of one day are netted.
 *
 * Searched from −99.9999999999 percent to 1e17. Throws a RangeError on a day that does not exist, on an
 * amount that is no decimal and where dates and amounts differ in number. Source: formulae 3 and 6 of the
 * finance definitions.
 *
 *     datedInternalRateOfReturn({ dates: ["2010-01-01", "2011-01-01"], amounts: [-1000, 900] })
 *     // { status: "unique", rate: -0.1, … }
 */
export function datedInternalRateOfReturn(flows: DatedFlows): RateOfReturn {
  requireDatePerAmount(flows);
  const timed = flows.amounts.map((amount, index) => ({
    amount: readAmount(amount),
    time: dayNumber(flows.dates[index] ?? ""),
  }));
  return rateOfReturn(timed, 365);
}
