import type { DateFormat } from "@liftledger/contracts/import-recipe";
import {
  firstDay,
  periodIndex,
  periodOf,
  periodType,
  type Period,
  type PeriodType,
} from "@liftledger/kpis/period";
import { isTimeOfDay, readDate, splitTime, type DateReading } from "./date-cell.ts";
import { isTotalLabel } from "./total-row.ts";
import { ownText } from "./own-text.ts";

/** A row's date: `day` counts days since 1970-01-01; `dayBit` marks the day within its period, for counting days. */
export type DateInPeriod = {
  kind: "in";
  period: number;
  day: number;
  dayBit: number;
  isWholePeriod: boolean;
};

/** What a date cell of the main file says of its row. */
export type DateEntry = DateInPeriod | { kind: "total" } | { kind: "wrong"; rule: string; message: string };

const millisecondsPerDay = 86_400_000;
const mostRemembered = 50_000;
/** A file may be dated a little ahead (a plan of next week's spend); more is a mistake in the year. */
const daysAhead = 7;

/**
 * Reads the date column of a file of any length: each distinct text is worked out once, periods become
 * small integers, and time stamps share the entry of their day.
 */
export class DateColumn {
  readonly #format: DateFormat;
  readonly #periodType: PeriodType;
  readonly #lastDay: number;
  readonly #today: string;
  readonly #entries = new Map<string, DateEntry>();
  readonly #ordinals = new Map<Period, number>();
  /** Day 0 of the format "nth-day". */
  start: string | undefined;
  /** The periods seen, by their number here. */
  readonly periods: Period[] = [];

  constructor(format: DateFormat, type: PeriodType, today: string) {
    this.#format = format;
    this.#periodType = type;
    this.#today = today;
    this.#lastDay = toDayNumber(today) + daysAhead;
  }

  read(text: string): DateEntry {
    const known = this.#entries.get(text);
    if (known !== undefined) return known;
    if (text.includes(":")) {
      const [date, time] = splitTime(text);
      if (time !== undefined && isTimeOfDay(time)) return this.read(date);
    }
    return this.#remember(text);
  }

  #remember(text: string): DateEntry {
    const own = ownText(text);
    const entry = this.#workOut(own);
    if (this.#entries.size >= mostRemembered) this.#entries.clear();
    this.#entries.set(own, entry);
    return entry;
  }

  #workOut(text: string): DateEntry {
    const value = text.trim();
    if (value === "") return { kind: "wrong", rule: "empty-cell", message: "the date is empty" };
    if (isTotalLabel(value)) return { kind: "total" };
    const reading = this.#format === "nth-day" ? this.#readNthDay(value) : readDate(value, this.#format);
    if (reading.kind === "wrong") return reading;
    const isWholePeriod = reading.kind === "period";
    if (isWholePeriod && periodType(reading.period) !== this.#periodType) {
      const message = `"${value}" is a ${periodType(reading.period)}, and the recipe counts by ${this.#periodType}`;
      return { kind: "wrong", rule: "other-period", message };
    }
    const date = isWholePeriod ? firstDay(reading.period) : reading.date;
    const day = toDayNumber(date);
    if (day > this.#lastDay) {
      const message = `"${value}" lies more than ${daysAhead} days after today, ${this.#today}`;
      return { kind: "wrong", rule: "future-date", message };
    }
    const period = isWholePeriod ? reading.period : periodOf(date, this.#periodType);
    return {
      kind: "in",
      period: this.#ordinal(period),
      day,
      dayBit: dayBit(day, date, this.#periodType),
      isWholePeriod,
    };
  }

  #readNthDay(text: string): DateReading {
    if (!/^\d{1,5}$/.test(text) || this.start === undefined) {
      return { kind: "wrong", rule: "not-a-date", message: `"${text}" is not a number of days` };
    }
    const day = toDayNumber(this.start) + Number(text);
    return { kind: "day", date: new Date(day * millisecondsPerDay).toISOString().slice(0, 10) };
  }

  #ordinal(period: Period): number {
    const known = this.#ordinals.get(period);
    if (known !== undefined) return known;
    const ordinal = this.periods.length;
    this.periods.push(period);
    this.#ordinals.set(period, ordinal);
    return ordinal;
  }

  /** For each period by its number here: its place among those seen, in the order of time. */
  ranks(): Int32Array {
    const inOrder = [...this.periods.keys()].toSorted(
      (a, b) => indexAt(this.periods, a) - indexAt(this.periods, b),
    );
    const ranks = new Int32Array(inOrder.length);
    inOrder.forEach((ordinal, rank) => (ranks[ordinal] = rank));
    return ranks;
  }
}

function indexAt(periods: readonly Period[], ordinal: number): number {
  return periodIndex(periods[ordinal] as Period);
}

function toDayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

/** Monday is bit 0 of a week, the 1st bit 0 of a month. */
function dayBit(day: number, date: string, type: PeriodType): number {
  // 1970-01-01, day 0, was a Thursday.
  return type === "week" ? 1 << ((((day + 3) % 7) + 7) % 7) : 1 << (Number(date.slice(8)) - 1);
}
