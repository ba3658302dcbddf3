import {
  daysInMonth,
  monthAndDay,
  monthFromIndex,
  monthIndex,
  type CalendarMonth,
} from "./calendar-month.ts";
import type { CostLine } from "./cost-accrual.ts";

/** How much of the elapsed time has actual costs. */
export type CostCoverage = {
  /** Between 0 and 1. */
  readonly coverage: number;
  /** The whole months that have ended, oldest first. */
  readonly elapsedMonths: readonly CalendarMonth[];
  /** Those among them without an actual, oldest first. */
  readonly missingMonths: readonly CalendarMonth[];
  /** What each elapsed month weighs, oldest first; the coverage is the weight of those booked over that of all. */
  readonly weights: readonly {
    readonly month: CalendarMonth;
    readonly weight: number;
    readonly isBooked: boolean;
  }[];
  /** Why the coverage is what it is, in one plain sentence. */
  readonly reason: string;
};

/**
 * The share of elapsed whole months that have an actual cost. Elapsed are the months from the start, or
 * from the first cost line when that is earlier, through the last one that has fully ended by `until`.
 *
 * Months weigh as much as was planned for them. A month without a plan among planned ones weighs their
 * mean, so that it cannot drop out for want of a plan; a plan of 0 says that nothing is expected and
 * weighs nothing. Without any plan above zero all months weigh the same. An actual of 0 is an actual.
 * With no month elapsed nothing can be missing: the coverage is 1.
 *
 * Throws a RangeError on dates that do not exist and on plans in several currencies, which have no sum.
 *
 *     costCoverage({ lines: [], from: "2026-01-15", until: "2026-03-30" })
 *     // { coverage: 0, elapsedMonths: ["2026-01", "2026-02"], missingMonths: ["2026-01", "2026-02"], … }
 */
export function costCoverage(input: {
  readonly lines: readonly Pick<CostLine, "month" | "amountMinor" | "currency" | "kind">[];
  readonly from: string;
  readonly until: string;
}): CostCoverage {
  const { lines, from, until } = input;
  const elapsedMonths = listElapsedMonths(
    lines.map((line) => line.month),
    from,
    until,
  );
  if (elapsedMonths.length === 0) {
    return {
      coverage: 1,
      elapsedMonths,
      missingMonths: [],
      weights: [],
      reason: "No whole month has ended yet, so no cost can be missing.",
    };
  }
  const withActual = new Set(lines.filter((line) => line.kind === "actual").map((line) => line.month));
  const missingMonths = elapsedMonths.filter((month) => !withActual.has(month));
  const plans = planWeights(
    elapsedMonths,
    lines.filter((line) => line.kind === "planned"),
  );
  const weights = elapsedMonths.map((month) => ({
    month,
    weight: plans.get(month) ?? 0,
    isBooked: withActual.has(month),
  }));
  const weigh = (months: typeof weights) => months.reduce((sum, { weight }) => sum + weight, 0);
  const covered = weights.filter(({ isBooked }) => isBooked);
  const coverage = weigh(covered) / weigh(weights);
  const reason = `${covered.length} of ${elapsedMonths.length} elapsed ${elapsedMonths.length === 1 ? "month has" : "months have"} an actual cost.`;
  return { coverage, elapsedMonths, missingMonths, weights, reason };
}

function listElapsedMonths(
  costMonths: readonly CalendarMonth[],
  from: string,
  until: string,
): CalendarMonth[] {
  const end = monthAndDay(until);
  const hasEnded = end.day === daysInMonth(end.month);
  const last = monthIndex(end.month) - (hasEnded ? 0 : 1);
  const first = costMonths.reduce(
    (earliest, month) => Math.min(earliest, monthIndex(month)),
    monthIndex(monthAndDay(from).month),
  );
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => monthFromIndex(first + offset));
}

function planWeights(
  months: readonly CalendarMonth[],
  planned: readonly Pick<CostLine, "month" | "amountMinor" | "currency">[],
): Map<CalendarMonth, number> {
  const currencies = new Set(planned.map((line) => line.currency));
  if (currencies.size > 1) {
    throw new RangeError(
      `Plans in ${[...currencies].join(" and ")} have no sum: convert them to one currency first`,
    );
  }
  const plans = new Map<CalendarMonth, number>();
  for (const line of planned) {
    if (months.includes(line.month))
      plans.set(line.month, (plans.get(line.month) ?? 0) + Number(line.amountMinor));
  }
  // Costs are gross: a plan below zero is no reason to want less of the actuals.
  for (const [month, plan] of plans) plans.set(month, Math.max(0, plan));
  const total = [...plans.values()].reduce((sum, plan) => sum + plan, 0);
  if (total === 0) return new Map(months.map((month) => [month, 1]));
  const mean = total / plans.size;
  return new Map(months.map((month) => [month, plans.get(month) ?? mean]));
}
