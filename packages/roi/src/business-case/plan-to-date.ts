import { addPeriods, firstDay, isPeriod, lastDay, periodIndex, periodOf } from "@liftledger/kpis/period";
import { divideDecimals } from "@liftledger/numerics/decimal";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { firstColumn } from "./plan-columns.ts";

/** The periods in which a plan is held against what came: the start, with all that lies before it, then months. */
export interface PlanCalendar {
  /** Those that have ended, oldest first: "Start", "2026-01", … */
  elapsed: readonly string[];
  /** Those still to come, to the horizon. */
  remaining: readonly string[];
}

/** What stands for everything before the first month. */
export const startPeriod = "Start";

/** The periods of a plan that have ended by a day, and those to come. The start has ended once its first day is here. */
export function planCalendar(plan: CasePlan, until: string): PlanCalendar {
  const count = plan.horizon * (plan.period === "month" ? 1 : 12);
  const months = Array.from({ length: count }, (_, place) => addPeriods(plan.start, place));
  const hasEnded = (month: string) => lastDay(month) <= until;
  const hasStart = firstColumn(plan) === 0;
  const hasBegun = hasStart && firstDay(plan.start) <= until;
  return {
    elapsed: [...(hasBegun ? [startPeriod] : []), ...months.filter(hasEnded)],
    remaining: [
      ...(hasStart && !hasBegun ? [startPeriod] : []),
      ...months.filter((month) => !hasEnded(month)),
    ],
  };
}

/**
 * The period in which a month's actual counts: what came before the first month belongs to the start, or to the first
 * month where the plan has no start column. What comes after the horizon stands in no period of the plan.
 */
export function periodOfActual(plan: CasePlan, month: string): string {
  if (!isPeriod(month) || periodOf(`${month}-01`, "month") !== month)
    throw new RangeError(`"${month}" is no month; write it as 2026-01`);
  if (month >= plan.start) return month;
  return firstColumn(plan) === 0 ? startPeriod : plan.start;
}

/** The column of a period: the plan's column that holds the month. */
export function columnOfPeriod(plan: CasePlan, period: string): number {
  if (period === startPeriod) return 0;
  const months = periodIndex(period) - periodIndex(plan.start);
  return 1 + Math.floor(months / (plan.period === "month" ? 1 : 12));
}

/**
 * What a line plans for a period, exact for a case planned by month. Of one planned by year each month has a twelfth of
 * it, to 34 digits: nobody said otherwise. Null where it is not valued, "0" outside the horizon.
 */
export function plannedIn(
  plan: CasePlan,
  { planned }: Pick<CaseLine, "planned">,
  period: string,
): string | null {
  const column = columnOfPeriod(plan, period);
  const amount = planned[column - firstColumn(plan)];
  if (amount === undefined) return "0";
  if (amount === null || plan.period === "month" || column === 0) return amount;
  return divideDecimals(amount, "12");
}
