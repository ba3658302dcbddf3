import { addDays, monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay, listPeriods, periodOf } from "@liftledger/kpis/period";

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

// Three closed months of a phase end "provisional"; each close evaluates the whole demo, so there are not many more.
const closedMonths = 5;

/** When finance closes which month: on the 15th of the next, when its last week and its invoices are in; oldest first. */
export function demoCloses(today: string): { month: string; at: string }[] {
  const present = monthOf(today);
  return listPeriods(addPeriods(present, -closedMonths), addPeriods(present, -1)).map((month) => ({
    month,
    at: instant(addDays(firstDay(addPeriods(month, 1)), 14), "16:00"),
  }));
}
