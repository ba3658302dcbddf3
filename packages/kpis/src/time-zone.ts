import type { IsoDate } from "./iso-date.ts";

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether the text names a time zone, as the IANA list does: "Europe/Berlin", "UTC". */
export function isTimeZone(text: string): boolean {
  // An offset such as "+02:00" would be taken too, and knows no summer.
  return /^[A-Za-z]/.test(text) && clockOf(text) !== undefined;
}

/**
 * Which day it is in a time zone at an instant, given in milliseconds since 1970. Throws a RangeError for what is no
 * time zone or no instant.
 *
 *     dayIn(Date.parse("2026-11-22T23:30:00.000Z"), "Europe/Berlin") // "2026-11-23"
 */
export function dayIn(milliseconds: number, timeZone: string): IsoDate {
  const clock = clockOf(timeZone);
  if (clock === undefined) throw new RangeError(`"${timeZone}" is not a time zone`);
  return clock.format(milliseconds);
}

/**
 * What the clock shows in a time zone at an instant, given in milliseconds since 1970: hours and minutes as text that
 * sorts. Throws a RangeError for what is no time zone or no instant.
 *
 *     clockTimeIn(Date.parse("2026-11-22T23:30:00.000Z"), "Europe/Berlin") // "00:30"
 */
export function clockTimeIn(milliseconds: number, timeZone: string): string {
  if (!isTimeZone(timeZone)) throw new RangeError(`"${timeZone}" is not a time zone`);
  const shown = timesOfDay.get(timeZone) ?? timeOfDayOf(timeZone);
  return shown.format(milliseconds);
}

const timesOfDay = new Map<string, Intl.DateTimeFormat>();

function timeOfDayOf(timeZone: string): Intl.DateTimeFormat {
  const made = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  timesOfDay.set(timeZone, made);
  return made;
}

/** Swedish writes a day as ISO does. Making one takes a hundred times as long as asking it. */
function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    clocks.set(timeZone, made);
    return made;
  } catch {
    return undefined;
  }
}
