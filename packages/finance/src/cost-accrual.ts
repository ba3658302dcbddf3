import { daysInMonth, monthAndDay, monthIndex, type CalendarMonth } from "./calendar-month.ts";
import type { CostCategory } from "./cost-category.ts";
import { roundedQuotient } from "./rounded-quotient.ts";

/** What one category costs in one month, planned or actual. Costs are gross: a saving is a benefit. */
export type CostLine = {
  readonly category: CostCategory;
  readonly month: CalendarMonth;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly kind: "planned" | "actual";
};

/**
 * How much of a cost line has accrued by the end of a day. A month's cost accrues evenly by day: before
 * the month nothing, after it everything, within it the share of days that have ended, rounded half to
 * even. Throws a RangeError on a month or a day that does not exist.
 *
 *     accruedMinor({ month: "2026-04", amountMinor: 3000n, … }, "2026-04-10") // 1000n
 */
export function accruedMinor(line: Pick<CostLine, "month" | "amountMinor">, until: string): bigint {
  const { month, day } = monthAndDay(until);
  const monthsAhead = monthIndex(line.month) - monthIndex(month);
  if (monthsAhead > 0) return 0n;
  if (monthsAhead < 0) return line.amountMinor;
  return roundedQuotient(line.amountMinor * BigInt(day), BigInt(daysInMonth(month)));
}
