import { clockTimeIn, isTimeZone } from "@liftledger/kpis/time-zone";

/** When nobody is to be told anything: from and to as the organisation's clock shows them, "20:00" to "07:00". */
export interface QuietHours {
  timeZone: string;
  from: string;
  to: string;
}

const clockShape = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Whether an instant (milliseconds since 1970) lies in the quiet hours: from `from`, up to before `to`, over midnight
 * where `to` is the earlier. Equal ends are no quiet hours. Throws a RangeError for times that no clock shows and for
 * what is no time zone.
 *
 * @example isQuiet(Date.parse("2026-01-05T06:30:00Z"), { timeZone: "UTC", from: "20:00", to: "07:00" }) // true
 */
export function isQuiet(milliseconds: number, { timeZone, from, to }: QuietHours): boolean {
  for (const time of [from, to])
    if (!clockShape.test(time)) throw new RangeError(`"${time}" is no time of day; write it as 07:00`);
  if (!isTimeZone(timeZone)) throw new RangeError(`"${timeZone}" is not a time zone`);
  if (from === to) return false;
  const now = clockTimeIn(milliseconds, timeZone);
  return from < to ? now >= from && now < to : now >= from || now < to;
}
