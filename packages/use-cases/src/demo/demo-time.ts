import { addPeriods, firstDay, periodOf } from "@liftledger/kpis/period";

/** Weeks of history the demo has: a year with initiatives, and a year before to compare with. */
export const historyWeeks = 106;

/** An instant of a day by its clock, in UTC. */
export function instant(day: string, time: string): string {
  return `${day}T${time}:00.000Z`;
}

/** The Monday of the week so many weeks before the present one. */
export function weekStart(today: string, weeksAgo: number): string {
  return firstDay(addPeriods(periodOf(today, "week"), -weeksAgo));
}
