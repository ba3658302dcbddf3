import { addDays, type IsoDate } from "./iso-date.ts";
import { addPeriods, firstDay, lastDay, periodOf, type Period, type PeriodType } from "./period.ts";

/**
 * The first period whose days all lie on or after a day: the week after the one that the day is in the middle of.
 *
 * @example firstPeriodFrom("2026-06-01", "week") // "2026-W23", which begins on that Monday
 */
export function firstPeriodFrom(day: IsoDate, type: PeriodType): Period {
  const period = periodOf(day, type);
  return firstDay(period) === day ? period : addPeriods(period, 1);
}

/**
 * The first period that no month of some lies in, nor before: where what is to change nothing in them may begin. Null
 * where there is no month.
 *
 * @example firstPeriodAfter(["2026-04", "2026-05"], "week") // "2026-W23": the week over the end of May is no more open
 */
export function firstPeriodAfter(months: Iterable<Period>, type: PeriodType): Period | null {
  const last = [...months].toSorted().at(-1);
  return last === undefined ? null : firstPeriodFrom(addDays(lastDay(last), 1), type);
}
