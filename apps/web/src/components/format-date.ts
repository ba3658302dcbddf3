const day = 86_400_000;

const utc = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);

/** "15 Nov 2026" in the reader's order; a date has no time zone, so none is applied. */
export function formatDate(isoDate: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(utc(isoDate));
}

/** "November 2026". */
export function formatMonth(isoDate: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    utc(isoDate),
  );
}

/** "13 Jul", for an axis or a label within one year. */
export function formatDayAndMonth(isoDate: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(
    utc(isoDate),
  );
}

/** An instant in the reader's time zone: "22 Nov 2026, 06:00". */
export function formatInstant(instant: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(instant),
  );
}

/**
 * How long before `reference` something was: "3 days ago", "2 weeks ago", "today".
 * @example formatAgo("2026-11-12", "2026-11-15", "en") // "3 days ago"
 */
export function formatAgo(isoDate: string, reference: string, locale?: string): string {
  const days = Math.round((utc(isoDate).getTime() - utc(reference).getTime()) / day);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(days) < 21) return words.format(days, "day");
  if (Math.abs(days) < 75) return words.format(Math.round(days / 7), "week");
  return words.format(Math.round(days / 30.4375), "month");
}

/** A period as a person says it: "2026-W05" is "week 5, 2026", "2026-03" is "March 2026". */
export function formatPeriod(period: string, locale?: string): string {
  const [year = "", part = ""] = period.split("-");
  if (part.startsWith("W")) return `week ${Number(part.slice(1))}, ${year}`;
  return formatMonth(`${year}-${part}-01`, locale);
}

/**
 * What stands under the ticks of a time axis: the month where it begins, the year with each January and
 * with the first month, nothing in between.
 */
export function monthTicks(lastDays: readonly string[], locale?: string): (string | string[])[] {
  const name = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  let firstShown = true;
  return lastDays.map((lastDay, index) => {
    const month = lastDay.slice(0, 7);
    if (index > 0 && lastDays[index - 1]?.slice(0, 7) === month) return "";
    // The first week may be the last of its month: its label would run into the next.
    if (index === 0 && lastDays[1] !== undefined && lastDays[1].slice(0, 7) !== month) return "";
    const withYear = firstShown || month.endsWith("-01");
    firstShown = false;
    return withYear ? [name.format(utc(lastDay)), month.slice(0, 4)] : name.format(utc(lastDay));
  });
}
