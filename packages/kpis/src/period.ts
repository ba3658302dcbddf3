import { UTCDateMini } from "@date-fns/utc";
import { addWeeks } from "date-fns/addWeeks";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
import { getISOWeeksInYear } from "date-fns/getISOWeeksInYear";
import { startOfISOWeek } from "date-fns/startOfISOWeek";
import {
  addDays,
  daysBetween,
  monthOf,
  requireIsoDate,
  toIsoDate,
  toUtcDate,
  type IsoDate,
  type Month,
} from "./iso-date.ts";

/** What a series is counted by. A series has one period type. */
export type PeriodType = "week" | "month";

/**
 * A period in its one canonical spelling: an ISO 8601 week "2026-W05" (Monday to Sunday; the year is the
 * one its Thursday lies in) or a calendar month "2026-03". Periods of one type sort as text.
 */
export type Period = string;

const weekShape = /^([1-9]\d{3})-W(\d{2})$/;
const monthShape = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/;
const daysInWeek = 7;
const monthsInYear = 12;

/** The Monday from which weeks are counted; 1970-01-01 was the Thursday of that week. */
const mondayOfWeekZero = new UTCDateMini(1969, 11, 29);

/**
 * Returns the text when it is a period, and throws a RangeError that says what is wrong when it is not.
 *
 *     parsePeriod("2026-W53") // "2026-W53"
 *     parsePeriod("2025-W53") // throws: The year 2025 has 52 ISO weeks, so "2025-W53" does not exist
 */
export function parsePeriod(text: string): Period {
  periodIndex(text);
  return text;
}

/** Whether the text is a period in its canonical spelling. */
export function isPeriod(text: string): text is Period {
  if (indexes.has(text) || monthShape.test(text)) return true;
  const week = weekShape.exec(text);
  return week !== null && weekExists(Number(week[1]), Number(week[2]));
}

/** Whether a period is a week or a month. Throws when it is neither. */
export function periodType(period: Period): PeriodType {
  if (monthShape.test(period)) return "month";
  parsePeriod(period);
  return "week";
}

/**
 * The period of the given type in which a day lies. Throws when the text is no day.
 *
 *     periodOf("2025-12-29", "week")  // "2026-W01"
 *     periodOf("2025-12-29", "month") // "2025-12"
 */
export function periodOf(date: IsoDate, type: PeriodType): Period {
  return type === "week" ? weekOf(date) : (months.get(date) ?? remember(months, date, monthOf(date)));
}

/**
 * The number of a period: consecutive periods of one type have consecutive integers, so a difference is
 * a length. Week 0 is the one of 1970-01-01, month 0 is January of the year 0. Numbers of weeks and of
 * months must not be mixed. Throws when the text is no period.
 *
 *     periodIndex("2021-W01") - periodIndex("2020-W52") // 2: 2020 has a week 53
 */
export function periodIndex(period: Period): number {
  const known = indexes.get(period);
  if (known !== undefined) return known;
  return remember(indexes, period, computePeriodIndex(period));
}

/** The period with that number, the inverse of `periodIndex`. Throws outside the years 1000 to 9999. */
export function periodFromIndex(index: number, type: PeriodType): Period {
  if (!Number.isInteger(index)) throw new RangeError(`A period's number is an integer, not ${index}`);
  if (type === "week") return weekOf(mondayOfIndex(index));
  const year = Math.floor(index / monthsInYear);
  if (year < 1000 || year > 9999) throw new RangeError(`The year ${year} lies outside 1000 to 9999`);
  return `${year}-${twoDigits(index - year * monthsInYear + 1)}`;
}

/** The period `count` later, or earlier when negative: `addPeriods("2020-W53", 1)` is "2021-W01". */
export function addPeriods(period: Period, count: number): Period {
  return periodFromIndex(periodIndex(period) + count, periodType(period));
}

/** The first day of a period: the Monday of a week, the 1st of a month. */
export function firstDay(period: Period): IsoDate {
  return periodType(period) === "month" ? `${period}-01` : mondayOfIndex(periodIndex(period));
}

/** The last day of a period: the Sunday of a week, the last of a month. */
export function lastDay(period: Period): IsoDate {
  return lastDays.get(period) ?? remember(lastDays, period, addDays(firstDay(addPeriods(period, 1)), -1));
}

/**
 * How many days a period has: 7 for a week, 28 to 31 for a month.
 *
 *     daysInPeriod("2024-02") // 29
 */
export function daysInPeriod(period: Period): number {
  return daysBetween(firstDay(period), lastDay(period)) + 1;
}

/**
 * How many ISO weeks a year has: 53 where it begins on a Thursday, or on a Wednesday and is a leap year;
 * otherwise 52. Throws outside the years 1000 to 9999.
 *
 *     isoWeeksInYear(2026) // 53
 */
export function isoWeeksInYear(year: number): number {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw new RangeError(`The year ${year} lies outside 1000 to 9999`);
  }
  return weeksInYear(year);
}

/**
 * All periods from one to another, both included; empty when `to` lies before `from`. Throws when one is
 * a week and the other a month.
 */
export function listPeriods(from: Period, to: Period): Period[] {
  const length = comparePeriods(to, from) + 1;
  const start = periodIndex(from);
  return Array.from({ length: Math.max(0, length) }, (_, offset) =>
    periodFromIndex(start + offset, periodType(from)),
  );
}

/** How many periods `left` lies after `right`; negative when before. Throws when their types differ. */
export function comparePeriods(left: Period, right: Period): number {
  if (periodType(left) !== periodType(right)) {
    throw new RangeError(`"${left}" and "${right}" are a week and a month: they have no order`);
  }
  return periodIndex(left) - periodIndex(right);
}

/**
 * How many days of a period lie in each month, in order. This is how a week's value is split over months.
 *
 *     daysByMonth("2026-W05") // [{ month: "2026-01", days: 6 }, { month: "2026-02", days: 1 }]
 */
export function daysByMonth(period: Period): { month: Month; days: number }[] {
  const first = firstDay(period);
  const last = lastDay(period);
  const days = daysInPeriod(period);
  if (first.slice(0, 7) === last.slice(0, 7)) return [{ month: first.slice(0, 7), days }];
  const daysInLastMonth = Number(last.slice(8));
  return [
    { month: first.slice(0, 7), days: days - daysInLastMonth },
    { month: last.slice(0, 7), days: daysInLastMonth },
  ];
}

// A file of a million rows has a few thousand distinct days and periods: each is worked out once.
const mostRemembered = 50_000;
const weeks = new Map<IsoDate, Period>();
const months = new Map<IsoDate, Period>();
const indexes = new Map<Period, number>();
const mondays = new Map<number, IsoDate>();
const lastDays = new Map<Period, IsoDate>();

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): Value {
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, value);
  return value;
}

function weekOf(date: IsoDate): Period {
  const known = weeks.get(date);
  if (known !== undefined) return known;
  const day = toUtcDate(requireIsoDate(date));
  const weekYear = getISOWeekYear(day);
  if (weekYear < 1000 || weekYear > 9999)
    throw new RangeError(`The week of "${date}" lies outside the years 1000 to 9999`);
  return remember(weeks, date, `${weekYear}-W${twoDigits(getISOWeek(day))}`);
}

function computePeriodIndex(period: Period): number {
  const month = monthShape.exec(period);
  if (month) return Number(month[1]) * monthsInYear + Number(month[2]) - 1;
  const week = weekShape.exec(period);
  if (!week)
    throw new RangeError(`"${period}" is not a period; write a week as 2026-W05 or a month as 2026-03`);
  const year = Number(week[1]);
  const weekNumber = Number(week[2]);
  if (!weekExists(year, weekNumber)) {
    throw new RangeError(
      `The year ${year} has ${weeksInYear(year)} ISO weeks, so "${period}" does not exist`,
    );
  }
  const monday = addWeeks(startOfISOWeek(fourthOfJanuary(year)), weekNumber - 1);
  return differenceInCalendarDays(monday, mondayOfWeekZero) / daysInWeek;
}

function mondayOfIndex(index: number): IsoDate {
  return mondays.get(index) ?? remember(mondays, index, toIsoDate(addWeeks(mondayOfWeekZero, index)));
}

function weekExists(year: number, weekNumber: number): boolean {
  return weekNumber >= 1 && weekNumber <= weeksInYear(year);
}

function weeksInYear(year: number): number {
  return getISOWeeksInYear(fourthOfJanuary(year));
}

/** The 4th of January always lies in the first ISO week of its year. */
function fourthOfJanuary(year: number): Date {
  return new UTCDateMini(year, 0, 4);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
