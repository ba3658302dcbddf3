import type { Amount } from "./amount.ts";
import { DEFAULT_TIMING, type FlowTiming } from "./cash-flow.ts";
import { internalRateOfReturn } from "./internal-rate-of-return.ts";
import { netPresentValue } from "./net-present-value.ts";
import type { RateOfReturn } from "./rate-of-return.ts";

/** Net present value against the rate, and every rate at which it is zero. */
export type NetPresentValueProfile = {
  readonly points: readonly { readonly rate: Amount; readonly netPresentValue: string }[];
  readonly crossings: RateOfReturn;
};

/**
 * The profile of the net present value over the given rates, for a chart: what to show where the internal
 * rate of return is not unique. The crossings are all there are, also between and beyond the given rates.
 * Throws as `netPresentValue` does.
 *
 *     netPresentValueProfile(["-28", "53", "-8"], ["0", "0.5", "1"])
 *     // { points: [{ rate: "0", netPresentValue: "17" }, …], crossings: { status: "multiple", … } }
 */
export function netPresentValueProfile(
  amounts: readonly Amount[],
  rates: readonly Amount[],
  timing: FlowTiming = DEFAULT_TIMING,
): NetPresentValueProfile {
  return {
    points: rates.map((rate) => ({ rate, netPresentValue: netPresentValue(rate, amounts, timing) })),
    crossings: internalRateOfReturn(amounts, timing),
  };
}
