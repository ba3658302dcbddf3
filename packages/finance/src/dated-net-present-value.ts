import { Precise, readAmount, sumPrecise, writeAmount, type Amount } from "./amount.ts";
import { requireDatePerAmount, type DatedFlows } from "./dated-internal-rate-of-return.ts";
import { dayNumber } from "./day-number.ts";
import { readRate } from "./discount-rate.ts";

/**
 * Net present value of dated flows (XNPV), Σ amount / (1 + rate)^((day − valuation day) / 365), as decimal
 * text to 34 digits. The rate is annual. The valuation date is always given: spreadsheets take the first
 * listed one, whatever it is. Flows may come in any order and lie before the valuation date, where they
 * are compounded.
 *
 * Throws a RangeError at a rate of −100 percent or below, on a day that does not exist, on an amount that
 * is no decimal and where dates and amounts differ in number. Source: formula 3 of the finance definitions.
 *
 *     datedNetPresentValue({ rate: "0.1", valuationDate: "2025-01-01",
 *       dates: ["2025-01-01", "2026-01-01"], amounts: ["-100", "121"] }) // "10"
 */
export function datedNetPresentValue({
  rate,
  valuationDate,
  ...flows
}: DatedFlows & { readonly rate: Amount; readonly valuationDate: string }): string {
  requireDatePerAmount(flows);
  const from = dayNumber(valuationDate);
  const dailyGrowth = readRate(rate).plus(1).pow(new Precise(1).dividedBy(365));
  const present = flows.amounts.map((amount, index) =>
    readAmount(amount).dividedBy(dailyGrowth.pow(dayNumber(flows.dates[index] ?? "") - from)),
  );
  return writeAmount(sumPrecise(present));
}
