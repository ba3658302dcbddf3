import { UTCDateMini } from "@date-fns/utc";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";

/** A calendar day as text that sorts: "2026-03-31". It has no time and no zone. */
export type IsoDate = string;

/** A calendar month as text that sorts: "2026-03". */
export type Month = string;

const dateShape = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/**
 * Whether the text is a day that exists, written as year-month-day. Years run from 1000 to 9999, so that
 * texts sort as days do.
 *
 *     isIsoDate("2024-02-29") // true
 *     isIsoDate("2026-02-29") // false: no leap year
 *     isIsoDate("2026-2-1")   // false: not the one way to write it
 */
export function isIsoDate(text: string): text is IsoDate {
  return dateShape.test(text) && toIsoDate(toUtcDate(text)) === text;
}

/** Throws a RangeError that names the text when it is not a day; returns it otherwise. */
export function requireIsoDate(text: string): IsoDate {
  if (!isIsoDate(text)) {
    throw new RangeError(`"${text}" is not a day of the calendar; write it as 2026-03-31`);
  }
  return text;
}

/**
 * The day `days` later, or earlier when negative. Throws when the text is no day or the answer leaves
 * the years 1000 to 9999.
 *
 *     addDays("2026-02-28", 1) // "2026-03-01"
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  const moved = toUtcDate(requireIsoDate(date));
  moved.setDate(moved.getDate() + days);
  return toIsoDate(moved);
}

/**
 * Days from one day to another; negative when `to` lies before `from`.
 *
 *     daysBetween("2026-03-01", "2026-03-31") // 30
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return differenceInCalendarDays(toUtcDate(requireIsoDate(to)), toUtcDate(requireIsoDate(from)));
}

/** The month a day lies in: "2026-03-31" gives "2026-03". Throws when the text is no day. */
export function monthOf(date: IsoDate): Month {
  return requireIsoDate(date).slice(0, 7);
}

/**
 * A day as people read it, in the given locale.
 *
 *     formatIsoDate("2027-03-31", "en-GB") // "31 March 2027"
 */
export function formatIsoDate(date: IsoDate, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(toUtcDate(requireIsoDate(date)));
}

/** The day as a date object that computes in UTC; the caller has checked the text. */
export function toUtcDate(date: IsoDate): Date {
  return new UTCDateMini(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
}

/** The day of a UTC date object. Throws when it lies outside the years 1000 to 9999. */
export function toIsoDate(date: Date): IsoDate {
  const year = date.getUTCFullYear();
  if (!(year >= 1000 && year <= 9999)) throw new RangeError(`The year ${year} lies outside 1000 to 9999`);
  return date.toISOString().slice(0, 10);
}
