import type { ExactNumber } from "./exact-number.ts";

export type DurationUnit = "seconds" | "minutes" | "hours";

/** Milliseconds of one unit, and the power of ten by which what does not divide evenly is rounded. */
const millisecondsPer = { seconds: 1_000, minutes: 60_000, hours: 3_600_000 } as const;
const decimals = 9;

/**
 * Reads a duration, "h:mm:ss" or "mm:ss" with or without a fraction, into `into`: exact in seconds, to nine
 * decimals in minutes and hours. Returns whether the text was one. "0:02:23" is 143 seconds; "2:23" too.
 */
export function readDuration(text: string, unit: DurationUnit, into: ExactNumber): boolean {
  const found = /^(?:(\d{1,5}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (found === null) return false;
  const [hours, minutes, seconds] = [Number(found[1] ?? 0), Number(found[2]), Number(found[3])];
  if (seconds > 59 || (found[1] !== undefined && minutes > 59)) return false;
  const milliseconds =
    ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((found[4] ?? "").padEnd(3, "0"));
  if (unit === "seconds") {
    into.mantissa = milliseconds;
    into.scale = 3;
    return true;
  }
  into.mantissa = Math.round((milliseconds / millisecondsPer[unit]) * 10 ** decimals);
  into.scale = decimals;
  return Number.isSafeInteger(into.mantissa);
}
