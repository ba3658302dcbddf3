import { monthAndDay, monthIndex } from "./calendar-month.ts";

/**
 * The number of a day in the Gregorian calendar, so that differences are days; 1970-01-01 is 0. Throws a
 * RangeError when the text is no day.
 *
 *     dayNumber("2024-03-01") - dayNumber("2024-02-28") // 2
 */
export function dayNumber(date: string): number {
  const { month, day } = monthAndDay(date);
  const index = monthIndex(month);
  // Years that begin in March end with the leap day, and their months are 31, 30, 31, 30, 31 days long,
  // again and again: 153 days in five months.
  const monthFromMarch = ((index % 12) + 10) % 12;
  const year = Math.floor(index / 12) - (monthFromMarch >= 10 ? 1 : 0);
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719_468;
}
