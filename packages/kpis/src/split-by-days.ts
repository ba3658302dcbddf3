import {
  addDecimals,
  divideDecimals,
  multiplyDecimals,
  roundHalfEven,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
import type { Month } from "./iso-date.ts";
import { daysByMonth, daysInPeriod, type Period } from "./period.ts";
import { quarterOf, type Quarter } from "./quarter.ts";

/** An amount of one week or month, as a decimal text. */
export type PeriodAmount = { readonly period: Period; readonly amount: string };

/**
 * Amounts of weeks or months as amounts of months, split by days: a week with six days in January gives it
 * 6/7 of its amount. Parts are rounded to `places` digits (half to even) and the last part of each period
 * takes the rest, so the months add up exactly to what was given. Each period is split on its own: a later
 * one never changes what an earlier one gave. Months in order; a month without an amount is absent, not 0.
 * Throws a RangeError on what is no period or no plain decimal.
 *
 *     splitByMonth([{ period: "2026-W05", amount: "70" }], 2)
 *     // [{ month: "2026-01", amount: "60" }, { month: "2026-02", amount: "10" }]
 */
export function splitByMonth(
  amounts: Iterable<PeriodAmount>,
  places: number,
): { month: Month; amount: string }[] {
  const byMonth = new Map<Month, string>();
  for (const { period, amount } of amounts) {
    for (const part of splitOne(period, amount, places)) {
      byMonth.set(part.month, addDecimals(byMonth.get(part.month) ?? "0", part.amount));
    }
  }
  return [...byMonth]
    .map(([month, amount]) => ({ month, amount }))
    .toSorted((left, right) => (left.month < right.month ? -1 : 1));
}

/**
 * The same by quarter: the sums of `splitByMonth`, so a quarter is always the sum of its months.
 *
 *     splitByQuarter([{ period: "2026-W14", amount: "70" }], 2)
 *     // [{ quarter: "2026-Q1", amount: "20" }, { quarter: "2026-Q2", amount: "50" }]
 */
export function splitByQuarter(
  amounts: Iterable<PeriodAmount>,
  places: number,
): { quarter: Quarter; amount: string }[] {
  const byQuarter = new Map<Quarter, string>();
  for (const { month, amount } of splitByMonth(amounts, places)) {
    const quarter = quarterOf(month);
    byQuarter.set(quarter, addDecimals(byQuarter.get(quarter) ?? "0", amount));
  }
  return [...byQuarter].map(([quarter, amount]) => ({ quarter, amount }));
}

function splitOne(period: Period, amount: string, places: number): { month: Month; amount: string }[] {
  const days = String(daysInPeriod(period));
  const parts = daysByMonth(period);
  let left = amount;
  return parts.map((part, at) => {
    const share = multiplyDecimals(amount, String(part.days));
    const given = at === parts.length - 1 ? left : roundHalfEven(divideDecimals(share, days), places);
    left = subtractDecimals(left, given);
    return { month: part.month, amount: given };
  });
}
