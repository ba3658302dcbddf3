import type { DateFormat } from "@liftledger/contracts/import-recipe";
import { isPeriod, type Period } from "@liftledger/kpis/period";
import { localTimeExists } from "./local-time.ts";

/** A date cell as read: a calendar day, a whole period, or the rule it breaks. */
export type DateReading =
  | { kind: "day"; date: string }
  | { kind: "period"; period: Period }
  | { kind: "wrong"; rule: "not-a-date" | "impossible-date"; message: string };

type DateShape = { pattern: RegExp; parts: readonly ("year" | "month" | "day")[] };

/** Of a day as spreadsheets count it. */
export const secondsPerDay = 86_400;
const yearFirst = ["year", "month", "day"] as const;
const dayFirst = ["day", "month", "year"] as const;
const monthFirst = ["month", "day", "year"] as const;
const weekday = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +)?";

/** The day formats: how each is spelled and in which order its parts stand. */
const dayShapes: Partial<Record<DateFormat, DateShape>> = {
  "yyyy-MM-dd": { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, parts: yearFirst },
  "yyyy/MM/dd": { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, parts: yearFirst },
  "yyyy.MM.dd": { pattern: /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/, parts: yearFirst },
  yyyyMMdd: { pattern: /^(\d{4})(\d{2})(\d{2})$/, parts: yearFirst },
  "dd-MM-yyyy": { pattern: /^(\d{1,2})-(\d{1,2})-(\d{4})$/, parts: dayFirst },
  "MM-dd-yyyy": { pattern: /^(\d{1,2})-(\d{1,2})-(\d{4})$/, parts: monthFirst },
  "dd/MM/yyyy": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: dayFirst },
  "MM/dd/yyyy": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: monthFirst },
  "dd.MM.yyyy": { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, parts: dayFirst },
  "dd/MM/yy": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/, parts: dayFirst },
  "MM/dd/yy": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/, parts: monthFirst },
  "dd.MM.yy": { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{2})$/, parts: dayFirst },
  "dd MMM yyyy": {
    pattern: new RegExp(`^${weekday}(\\d{1,2})[ -]([a-z]{3,9})\\.?[ ,-]+(\\d{4})$`, "i"),
    parts: dayFirst,
  },
  "MMM dd, yyyy": {
    pattern: new RegExp(`^${weekday}([a-z]{3,9})\\.? +(\\d{1,2}),? +(\\d{4})$`, "i"),
    parts: monthFirst,
  },
};

const monthNames = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const plausibleYears = { first: 1900, last: 2199 };
const afterDate = /^(.*\d)(?:T| +)(\d{1,2}:\d{2}.*)$/s;
const timeOfDay =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?( ?[AP]M)?(?: ?Z| ?[+-]\d{2}:?\d{2})?(?:\[([^\]]+)\])?$/i;

/**
 * Splits a time of day off a date cell: ["26-02-2018", "19:58"]. The date part alone decides the period,
 * so a file of a million time stamps has only as many distinct dates as days.
 */
export function splitTime(text: string): [date: string, time: string | undefined] {
  if (!text.includes(":")) return [text.trim(), undefined];
  const parts = afterDate.exec(text.trim());
  return parts ? [parts[1] as string, parts[2]] : [text.trim(), undefined];
}

/**
 * Reads a date cell in one declared format. The calendar day as written counts: an offset from UTC does
 * not move it. A day that no calendar has, an hour that does not exist in its named zone, and years
 * outside 1900 to 2199 are impossible dates.
 *
 * @example
 * readDate("5.08.2019", "dd.MM.yyyy")   // { kind: "day", date: "2019-08-05" }
 * readDate("2026-02-30", "yyyy-MM-dd")  // { kind: "wrong", rule: "impossible-date", ... }
 */
export function readDate(text: string, format: DateFormat): DateReading {
  const [dateText, time] = splitTime(text);
  const reading = readDatePart(dateText, format);
  if (time === undefined || reading.kind === "wrong") return reading;
  return checkTime(reading, time, text.trim());
}

function readDatePart(text: string, format: DateFormat): DateReading {
  if (format === "excel-serial") return readSerial(text);
  if (format === "yyyy-Www" || format === "yyyy-MM") return readPeriod(text, format);
  const shape = dayShapes[format];
  const found = shape?.pattern.exec(text);
  if (!shape || !found) return notADate(text, format);
  const part = (name: "year" | "month" | "day") => found[shape.parts.indexOf(name) + 1] as string;
  const year = part("year").length === 2 ? 2000 + Number(part("year")) : Number(part("year"));
  const month = monthNumber(part("month"));
  if (month === undefined) return notADate(text, format);
  return checkDay(year, month, Number(part("day")), text);
}

function monthNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const name = text.toLowerCase();
  const index = monthNames.findIndex(
    (month) => month === name || month.slice(0, 3) === name || (name === "sept" && month === "september"),
  );
  return index < 0 ? undefined : index + 1;
}

function checkDay(year: number, month: number, day: number, text: string): DateReading {
  const isPlausible = year >= plausibleYears.first && year <= plausibleYears.last;
  const real = new Date(Date.UTC(year, month - 1, day));
  if (!isPlausible || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day || month > 12) {
    return { kind: "wrong", rule: "impossible-date", message: `"${text}" is a day that does not exist` };
  }
  return { kind: "day", date: real.toISOString().slice(0, 10) };
}

function readPeriod(text: string, format: "yyyy-Www" | "yyyy-MM"): DateReading {
  const shape = format === "yyyy-Www" ? /^\d{4}-?W\d{2}$/i : /^\d{4}-\d{2}$/;
  if (!shape.test(text)) return notADate(text, format);
  const period = format === "yyyy-Www" ? text.toUpperCase().replace(/^(\d{4})W/, "$1-W") : text;
  if (isPeriod(period)) return { kind: "period", period };
  const what = format === "yyyy-Www" ? "week" : "month";
  return { kind: "wrong", rule: "impossible-date", message: `"${text}" is a ${what} that does not exist` };
}

/** The day a spreadsheet shows, to the second: midnight as arithmetic leaves it, 45697.9999999999, is that of day 45698. */
export function serialDay(serial: number): number {
  return Math.floor(Math.round(serial * secondsPerDay) / secondsPerDay);
}

/** The 1900 date system, with the 29 February 1900 it believes in: serial 60 is a day that never was. */
function readSerial(text: string): DateReading {
  if (!/^\d{1,6}(\.\d+)?$/.test(text)) return notADate(text, "excel-serial");
  const serial = serialDay(Number(text));
  if (serial === 60 || serial < 1) {
    return { kind: "wrong", rule: "impossible-date", message: `"${text}" is a day that does not exist` };
  }
  const day = new Date(Date.UTC(1899, 11, serial < 60 ? 31 + serial : 30 + serial));
  return checkDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), text);
}

/** Whether the text is a time of day that is right in any zone, such as "19:58" or "02:30:00+02:00". */
export function isTimeOfDay(text: string): boolean {
  const found = timeOfDay.exec(text);
  return found !== null && found[5] === undefined && isClockTime(found);
}

function isClockTime(found: RegExpExecArray): boolean {
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  return hour <= (found[4] ? 12 : 24) && minute <= 59 && second <= 60;
}

function checkTime(
  reading: Exclude<DateReading, { kind: "wrong" }>,
  time: string,
  text: string,
): DateReading {
  const found = timeOfDay.exec(time);
  if (!found || !isClockTime(found)) {
    return { kind: "wrong", rule: "not-a-date", message: `"${text}" has a time of day that cannot be read` };
  }
  const zone = found[5];
  if (
    zone !== undefined &&
    reading.kind === "day" &&
    !localTimeExists(reading.date, Number(found[1]), Number(found[2]), zone)
  ) {
    return {
      kind: "wrong",
      rule: "impossible-date",
      message: `"${text}" is a time that does not exist in ${zone}`,
    };
  }
  return reading;
}

function notADate(text: string, format: DateFormat): DateReading {
  return { kind: "wrong", rule: "not-a-date", message: `"${text}" is not a date written as ${format}` };
}
