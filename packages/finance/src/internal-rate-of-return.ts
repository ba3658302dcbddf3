import { readAmount, type Amount } from "./amount.ts";
import { DEFAULT_TIMING, halfPeriodsAt, type FlowTiming } from "./cash-flow.ts";
import { rateOfReturn, type RateOfReturn } from "./rate-of-return.ts";

/**
 * The internal rates of return of flows a period apart: all real rates per period above −100 percent at
 * which their net present value is zero, or why there is none. Monthly flows give a monthly rate; see
 * `annualRateOfMonthly`. An empty list, or one sign only, has none. Flows after the first may lie in the
 * middle of their periods; where they all move together the rate does not change.
 *
 * Searched from −99.9999999999 percent to 1e17. Throws a RangeError on an amount that is no decimal.
 * Source: formula 6 of the finance definitions; roots separated as `exponentialSumRoots` says.
 *
 *     internalRateOfReturn([-4500, 3045, 2371]) // { status: "unique", rate: 0.13918184168764958, … }
 */
export function internalRateOfReturn(
  amounts: readonly Amount[],
  timing: FlowTiming = DEFAULT_TIMING,
): RateOfReturn {
  const flows = amounts.map((amount, column) => ({
    amount: readAmount(amount),
    time: timing === "mid_period" ? halfPeriodsAt(timing, column) : column,
  }));
  return rateOfReturn(flows, timing === "mid_period" ? 2 : 1);
}
