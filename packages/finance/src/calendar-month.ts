/** A calendar month as text that sorts: "2026-03". */
export type CalendarMonth = string;

const monthShape = /^(\d{4})-(0[1-9]|1[0-2])$/;
const dateShape = /^(\d{4}-(?:0[1-9]|1[0-2]))-(\d{2})$/;

/** The number of a month; consecutive months have consecutive integers. Throws when the text is no month. */
export function monthIndex(month: CalendarMonth): number {
  const match = monthShape.exec(month);
  if (!match) throw new RangeError(`"${month}" is not a month; write it as 2026-03`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** The month with that number. */
export function monthFromIndex(index: number): CalendarMonth {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}`;
}

/** Days of a month in the Gregorian calendar: 29 for "2024-02". */
export function daysInMonth(month: CalendarMonth): number {
  const index = monthIndex(month);
  const year = Math.floor(index / 12);
  if (month.endsWith("-02")) {
    const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return isLeapYear ? 29 : 28;
  }
  return ["04", "06", "09", "11"].includes(month.slice(5)) ? 30 : 31;
}

/** Splits an ISO date into its month and day. Throws a RangeError when the text is not a day that exists. */
export function monthAndDay(date: string): { month: CalendarMonth; day: number } {
  const match = dateShape.exec(date);
  const month = match?.[1] ?? "";
  const day = Number(match?.[2]);
  if (month === "" || day < 1 || day > daysInMonth(month)) {
    throw new RangeError(`"${date}" is not a day of the calendar; write it as 2026-03-31`);
  }
  return { month, day };
}
