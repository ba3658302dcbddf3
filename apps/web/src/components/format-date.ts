import { dayIn } from "@liftledger/kpis/time-zone";
import { followedZone, readersZone } from "./organisation-clock.ts";
import { readerLocale } from "./reader-locale.ts";
import { t } from "../words.ts";

const day = 86_400_000;

const utc = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);

/** "15 Nov 2026" in the reader's order; a date has no time zone, so none is applied. */
export function formatDate(isoDate: string, locale: string = readerLocale): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(utc(isoDate));
}

/** The day of an instant by the organisation's clock: "15 Nov 2026". */
export function formatDayOf(instant: string, locale: string = readerLocale): string {
  return formatDate(dayIn(Date.parse(instant), followedZone() ?? readersZone()), locale);
}

/** "November 2026". */
export function formatMonth(isoDate: string, locale: string = readerLocale): string {
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    utc(isoDate),
  );
}

/** "13 Jul", for an axis or a label within one year. */
export function formatDayAndMonth(isoDate: string, locale: string = readerLocale): string {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(
    utc(isoDate),
  );
}

/** "13 July", a day within a sentence whose year is plain. */
export function formatLongDay(isoDate: string, locale: string = readerLocale): string {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(
    utc(isoDate),
  );
}

/** "Jul", the month that a day is in, for the head of a narrow column. */
export function formatShortMonth(isoDate: string, locale: string = readerLocale): string {
  return new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(utc(isoDate));
}

/** An instant by the organisation's clock: "22 Nov 2026, 06:00", with its zone where the reader's clock shows another. */
export function formatInstant(instant: string, locale: string = readerLocale): string {
  const timeZone = followedZone();
  const named =
    timeZone === undefined || timeZone === readersZone() ? {} : { timeZoneName: "short" as const };
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(timeZone === undefined ? {} : { timeZone }),
    ...named,
  }).format(new Date(instant));
}

/**
 * How long before `reference` something was: "3 days ago", "2 weeks ago", "today".
 * @example formatAgo("2026-11-12", "2026-11-15", "en") // "3 days ago"
 */
export function formatAgo(isoDate: string, reference: string, locale: string = readerLocale): string {
  const days = Math.round((utc(isoDate).getTime() - utc(reference).getTime()) / day);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(days) < 21) return words.format(days, "day");
  if (Math.abs(days) < 75) return words.format(Math.round(days / 7), "week");
  return words.format(Math.round(days / 30.4375), "month");
}

/** A period as a person says it: "2026-W05" is "week 5, 2026", "2026-03" is "March 2026". */
export function formatPeriod(period: string, locale: string = readerLocale): string {
  return period.includes("W") ? weekInWords(period)[0] : formatMonth(`${period}-01`, locale);
}

/** A week with its year, and alone. */
export function weekInWords(week: string): [whole: string, alone: string] {
  const number = Number(week.slice(6));
  return [t`week ${number}, ${week.slice(0, 4)}`, t`week ${number}`];
}

/** A month that begins at a point of a time axis. */
export interface MonthTick {
  at: number;
  month: string;
  year: string;
}

/**
 * Where the months begin along the points of a time axis. A first month of which only the end is shown is
 * left out, since its label would run into the next.
 */
export function monthTicks(lastDays: readonly string[], locale: string = readerLocale): MonthTick[] {
  const name = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const starts = lastDays.flatMap((lastDay, at) =>
    at > 0 && lastDays[at - 1]?.slice(0, 7) === lastDay.slice(0, 7)
      ? []
      : [{ at, month: name.format(utc(lastDay)), year: lastDay.slice(0, 4) }],
  );
  const [first, second, third] = starts;
  const firstMonthIsCut =
    first !== undefined &&
    second !== undefined &&
    third !== undefined &&
    second.at - first.at < (third.at - second.at) * 0.7;
  return firstMonthIsCut ? starts.slice(1) : starts;
}

/**
 * The labels under an axis with room for so many: every month, every second, third and so on, each year
 * named with the first of its months that is shown. One entry a point, empty for most.
 */
export function thinTicks(ticks: readonly MonthTick[], points: number, room: number): (string | string[])[] {
  const every = Math.max(1, Math.ceil(ticks.length / Math.max(1, room)));
  const labels = Array.from({ length: points }, (): string | string[] => "");
  let year = "";
  ticks.forEach((tick, index) => {
    if (index % every !== 0) return;
    labels[tick.at] = tick.year === year ? tick.month : [tick.month, tick.year];
    year = tick.year;
  });
  return labels;
}
