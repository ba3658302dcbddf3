import {
  daysInMonth,
  monthAndDay,
  monthFromIndex,
  monthIndex,
  type CalendarMonth,
} from "./calendar-month.ts";
import type { CostLine } from "./cost-accrual.ts";

/** Days after the end of a month within which its cost is not yet missing: books close after the month does. */
export const bookingGraceDays = 14;

/** Up to which day costs are booked, so that value is not counted beyond it. */
export type BookedUntil = {
  /** The valuation date, or the end of the last month before those whose cost is still to come. */
  readonly day: string;
  /** The months whose cost is not due yet, oldest first. */
  readonly waitingFor: readonly CalendarMonth[];
};

/**
 * The day up to which value may be counted without running ahead of cost. The month under way and one that ended at
 * most `graceDays` before the valuation date may still lack their actual cost: such a month is waited for, and the
 * day is the last one before it. A month with an actual (0 is one), or whose plan is 0, is booked. A month that is
 * older and lacks its cost is missing, which the coverage says; it is not waited for.
 *
 * A month is waited for only where the one before it is booked: whoever has not booked for longer is not about to,
 * and there is nothing to count up to before the first cost. Then the day is the valuation date. Throws a RangeError on a day that does not exist and on a grace that is not 0 to 27
 * whole days: longer, and a third month would be waited for.
 *
 *     bookedUntil({ lines, until: "2026-07-05" }) // { day: "2026-05-31", waitingFor: ["2026-06", "2026-07"] }
 */
export function bookedUntil(input: {
  readonly lines: readonly Pick<CostLine, "month" | "amountMinor" | "kind">[];
  readonly until: string;
  readonly graceDays?: number;
}): BookedUntil {
  const { lines, until, graceDays = bookingGraceDays } = input;
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > 27)
    throw new RangeError(`A booking grace is 0 to 27 whole days, not ${graceDays}`);
  const { month, day } = monthAndDay(until);
  const underWay = monthIndex(month);
  const candidates = [
    ...(day <= graceDays ? [underWay - 1] : []),
    // A month that ends today is as if under way: nobody books on the day itself.
    underWay,
  ].map(monthFromIndex);
  const waitingFor = candidates.filter((candidate) => !isBooked(lines, candidate));
  const [first] = waitingFor;
  if (first === undefined) return { day: until, waitingFor: [] };
  const before = monthFromIndex(monthIndex(first) - 1);
  if (!isBooked(lines, before)) return { day: until, waitingFor: [] };
  return { day: `${before}-${daysInMonth(before)}`, waitingFor };
}

function isBooked(
  lines: readonly Pick<CostLine, "month" | "amountMinor" | "kind">[],
  month: CalendarMonth,
): boolean {
  const own = lines.filter((line) => line.month === month);
  if (own.some((line) => line.kind === "actual")) return true;
  return own.length > 0 && own.every((line) => line.amountMinor === 0n);
}
