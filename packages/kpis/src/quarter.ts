import { daysBetween, isIsoDate, type IsoDate, type Month } from "./iso-date.ts";
import { daysByMonth, lastDay, type Period } from "./period.ts";

/**
 * A calendar quarter as text that sorts: "2026-Q1" is January to March. Quarters are for reporting; a series
 * is logged by the week or the month.
 */
export type Quarter = string;

const quarterShape = /^([1-9]\d{3})-Q([1-4])$/;
const quartersInYear = 4;
const monthsInQuarter = 3;

/** Whether the text is a quarter in its one spelling: `isQuarter("2026-Q1")`, not "2026Q1" or "2026-Q5". */
export function isQuarter(text: string): text is Quarter {
  return quarterShape.test(text);
}

/** Returns the text when it is a quarter; throws a RangeError that names it when it is not. */
export function parseQuarter(text: string): Quarter {
  quarterIndex(text);
  return text;
}

/**
 * The quarter in which a day or a month lies. Throws when the text is neither.
 *
 *     quarterOf("2026-03-31") // "2026-Q1"
 *     quarterOf("2026-04")    // "2026-Q2"
 */
export function quarterOf(dayOrMonth: IsoDate | Month): Quarter {
  if (!isIsoDate(dayOrMonth) && !isIsoDate(`${dayOrMonth}-01`)) {
    throw new RangeError(`"${dayOrMonth}" is no day or month; write it as 2026-03-31 or 2026-03`);
  }
  const month = Number(dayOrMonth.slice(5, 7));
  return `${dayOrMonth.slice(0, 4)}-Q${Math.ceil(month / monthsInQuarter)}`;
}

/**
 * The number of a quarter; consecutive quarters have consecutive integers. Throws when the text is none.
 *
 *     quarterIndex("2027-Q1") - quarterIndex("2026-Q3") // 2
 */
export function quarterIndex(quarter: Quarter): number {
  const parts = quarterShape.exec(quarter);
  if (!parts) throw new RangeError(`"${quarter}" is not a quarter; write it as 2026-Q1`);
  return Number(parts[1]) * quartersInYear + Number(parts[2]) - 1;
}

/** The quarter `count` later, or earlier when negative: `addQuarters("2026-Q4", 1)` is "2027-Q1". */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  const index = quarterIndex(quarter) + count;
  const year = Math.floor(index / quartersInYear);
  if (!Number.isInteger(index)) throw new RangeError(`A count of quarters is an integer, not ${count}`);
  if (year < 1000 || year > 9999) throw new RangeError(`The year ${year} lies outside 1000 to 9999`);
  return `${year}-Q${index - year * quartersInYear + 1}`;
}

/** How many quarters `left` lies after `right`; negative when before. */
export function compareQuarters(left: Quarter, right: Quarter): number {
  return quarterIndex(left) - quarterIndex(right);
}

/** All quarters from one to another, both included; empty when `to` lies before `from`. */
export function listQuarters(from: Quarter, to: Quarter): Quarter[] {
  const length = Math.max(0, compareQuarters(to, from) + 1);
  return Array.from({ length }, (_, offset) => addQuarters(from, offset));
}

/** The three months of a quarter: `monthsOfQuarter("2026-Q1")` is ["2026-01", "2026-02", "2026-03"]. */
export function monthsOfQuarter(quarter: Quarter): Month[] {
  const first = (quarterIndex(quarter) % quartersInYear) * monthsInQuarter + 1;
  return [0, 1, 2].map((offset) => `${quarter.slice(0, 4)}-${String(first + offset).padStart(2, "0")}`);
}

/** The first day of a quarter: `firstDayOfQuarter("2026-Q2")` is "2026-04-01". */
export function firstDayOfQuarter(quarter: Quarter): IsoDate {
  return `${monthsOfQuarter(quarter)[0]}-01`;
}

/** The last day of a quarter: `lastDayOfQuarter("2026-Q2")` is "2026-06-30". */
export function lastDayOfQuarter(quarter: Quarter): IsoDate {
  return lastDay(monthsOfQuarter(quarter)[2] ?? "");
}

/** How many days a quarter has: 90 to 92. */
export function daysInQuarter(quarter: Quarter): number {
  return daysBetween(firstDayOfQuarter(quarter), lastDayOfQuarter(quarter)) + 1;
}

/**
 * How many days of a week or month lie in each quarter, in order. Throws when the text is no period.
 *
 *     daysByQuarter("2026-W14") // [{ quarter: "2026-Q1", days: 2 }, { quarter: "2026-Q2", days: 5 }]
 */
export function daysByQuarter(period: Period): { quarter: Quarter; days: number }[] {
  const byQuarter = new Map<Quarter, number>();
  for (const { month, days } of daysByMonth(period)) {
    const quarter = quarterOf(month);
    byQuarter.set(quarter, (byQuarter.get(quarter) ?? 0) + days);
  }
  return [...byQuarter].map(([quarter, days]) => ({ quarter, days }));
}
