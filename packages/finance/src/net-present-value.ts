import type { Decimal } from "decimal.js";
import { readAmount, sumPrecise, writeAmount, type Amount } from "./amount.ts";
import { DEFAULT_TIMING, halfPeriodsAt, type FlowTiming } from "./cash-flow.ts";
import { readRate } from "./discount-rate.ts";

/**
 * Net present value of flows a period apart, Σ amount / (1 + rate)^time, as decimal text to 34 digits. The
 * rate is that of one period: monthly flows take `monthlyRate`. By default column 0 lies at the start and
 * is not discounted; `excel_npv` discounts it by a whole period, as the spreadsheet function NPV does, so
 * that `NPV(rate, rest) + first` is the default here. No flows are worth "0".
 *
 * Throws a RangeError at a rate of −100 percent or below and on an amount that is no decimal. Source:
 * formula 2 of the finance definitions.
 *
 *     netPresentValue("0.1", ["-10000", "2000", "4000", "8000"]) // "1134.485349361382…"
 *     netPresentValue("0.1", ["-10000", "2000", "4000", "8000"], "excel_npv") // "1031.350317601256…"
 */
export function netPresentValue(
  rate: Amount,
  amounts: readonly Amount[],
  timing: FlowTiming = DEFAULT_TIMING,
): string {
  const flows = amounts.map((amount) => readAmount(amount));
  const present = presentValues(readRate(rate), flows, timing);
  return writeAmount(sumPrecise(present));
}

/** What each flow is worth at the start, in the order of the flows. */
export function presentValues(rate: Decimal, flows: readonly Decimal[], timing: FlowTiming): Decimal[] {
  const growth = rate.plus(1);
  const isHalved = timing === "mid_period";
  const step = isHalved ? growth.sqrt() : growth;
  return flows.map((flow, column) => {
    if (flow.isZero()) return flow;
    const halves = halfPeriodsAt(timing, column);
    return flow.dividedBy(step.pow(isHalved ? halves : halves / 2));
  });
}
