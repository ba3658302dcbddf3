import type { Decimal } from "decimal.js";
import { readAmount, runningSums, writeAmount, type Amount } from "./amount.ts";
import { DEFAULT_TIMING, type FlowTiming } from "./cash-flow.ts";
import { readRate } from "./discount-rate.ts";
import { presentValues } from "./net-present-value.ts";

/** When the money is back, in periods, or why there is no such time. */
export type PaybackTime =
  | { readonly kind: "reached"; readonly periods: string }
  /** Never behind: nothing was to be paid back. */
  | { readonly kind: "nothing-to-pay-back"; readonly reason: string }
  | { readonly kind: "not-within-horizon"; readonly reason: string };

/** The first time the cumulative flow comes back to zero, and the time from which it stays there. */
export type Payback = {
  readonly first: PaybackTime;
  readonly durable: PaybackTime;
  readonly breaksEvenAtHorizon: boolean;
  readonly startsPositive: boolean;
};

/** Where the clock starts: at the first column that is not zero, or at column 0. */
export type PaybackStart = "first-flow" | "column-0";

/**
 * Payback of net flows, a column a period, column 0 at the start. The cumulative flow is interpolated on a
 * straight line within a period. `first` is the first time it comes up to zero from below, `durable` the
 * time from which it stays there until the horizon. Periods count from the first flow unless told
 * otherwise, so that a case that is only planned to begin later does not look slower.
 *
 * Throws a RangeError on an amount that is no decimal. Source: formula 8 of the finance definitions.
 *
 *     payback(["-100", "150", "-80", "60"])
 *     // first 0.666… periods; durable 2.5, because the flow falls behind again in between
 */
export function payback(amounts: readonly Amount[], start: PaybackStart = "first-flow"): Payback {
  const flows = amounts.map((amount) => readAmount(amount));
  return paybackFrom(flows, start === "column-0" ? 0 : firstFlow(flows));
}

/**
 * The same on discounted flows. The rate is that of one period; a flow is discounted as its timing says and
 * the interpolation runs over its period. Throws as `payback` does, and at a rate of −100 percent or below.
 *
 *     discountedPayback("0.1", ["-100000", "40000", "60000", "70000"]) // both 2.267… periods
 */
export function discountedPayback(
  rate: Amount,
  amounts: readonly Amount[],
  timing: FlowTiming = DEFAULT_TIMING,
  start: PaybackStart = "first-flow",
): Payback {
  const flows = amounts.map((amount) => readAmount(amount));
  const present = presentValues(readRate(rate), flows, timing);
  return paybackFrom(present, start === "column-0" ? 0 : firstFlow(flows));
}

/** The column of the first flow that is not zero; 0 where there is none. */
function firstFlow(flows: readonly Decimal[]): number {
  return Math.max(
    0,
    flows.findIndex((flow) => !flow.isZero()),
  );
}

/** Payback of flows in periods since the given column. */
export function paybackFrom(flows: readonly Decimal[], startColumn: number): Payback {
  const cumulative = runningSums(flows);
  const crossings = cumulative.flatMap((after, column) => {
    const before = cumulative[column - 1];
    if (!before || !isBelowZero(before) || isBelowZero(after)) return [];
    // Within the period the flow comes in evenly.
    return [
      before
        .negated()
        .dividedBy(after.minus(before))
        .plus(column - 1 - startColumn),
    ];
  });
  const last = cumulative.at(-1);
  const breaksEvenAtHorizon = last !== undefined && !isBelowZero(last);
  const start = cumulative[startColumn];
  return {
    first: paybackTime(crossings[0], cumulative),
    durable: paybackTime(breaksEvenAtHorizon ? crossings.at(-1) : undefined, cumulative),
    breaksEvenAtHorizon,
    startsPositive: start !== undefined && !isBelowZero(start),
  };
}

function paybackTime(crossing: Decimal | undefined, cumulative: readonly Decimal[]): PaybackTime {
  if (crossing) return { kind: "reached", periods: writeAmount(crossing) };
  if (!cumulative.some((sum) => isBelowZero(sum))) {
    return { kind: "nothing-to-pay-back", reason: "The cumulative flow is never below zero." };
  }
  const last = cumulative.length - 1;
  return {
    kind: "not-within-horizon",
    reason: `Not within the horizon of ${last} ${last === 1 ? "period" : "periods"}.`,
  };
}

function isBelowZero(value: Decimal): boolean {
  return value.isNegative() && !value.isZero();
}
