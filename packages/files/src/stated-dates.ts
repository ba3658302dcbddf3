import type { DateFormat } from "@liftledger/contracts/import-recipe";
import { readDate } from "./date-cell.ts";

/** The days from which to which a report says it is. */
export type StatedDates = { first: string; last: string };

/** Formats that can be read in one way only: 03/04/2026 is none. */
const unmistakable: readonly DateFormat[] = [
  "yyyy-MM-dd",
  "yyyy/MM/dd",
  "yyyy.MM.dd",
  "yyyyMMdd",
  "dd MMM yyyy",
  "MMM dd, yyyy",
];

/**
 * The range of days that the titles above a table state, such as "July 8, 2025 - July 31, 2025"; the one
 * nearest the table where several do. Undefined where none does.
 */
export function statedDates(titles: readonly string[]): StatedDates | undefined {
  for (const title of titles.toReversed()) {
    const [from = "", to, more] = bare(title).split(/\s+(?:-|–|—|to)\s+/);
    if (more !== undefined) continue;
    const first = dayOf(from.replace(/^[^:]*:/, ""));
    const last = to === undefined ? first : dayOf(to);
    if (first !== undefined && last !== undefined && first <= last) return { first, last };
  }
  return undefined;
}

/** The day on which a report says it starts, as in "# Start date: 20231208", or that of its range. */
export function statedStart(titles: readonly string[]): string | undefined {
  for (const title of titles.toReversed()) {
    const found = /start date\s*[:=,;\t]\s*(.+)$/i.exec(bare(title));
    const day = found === null ? undefined : dayOf(found[1] as string);
    if (day !== undefined) return day;
  }
  return statedDates(titles)?.first;
}

function bare(title: string): string {
  return title
    .replaceAll('"', "")
    .replace(/[,;\t]+$/, "")
    .trim();
}

function dayOf(text: string): string | undefined {
  for (const format of unmistakable) {
    const reading = readDate(text.trim(), format);
    if (reading.kind === "day") return reading.date;
  }
  return undefined;
}
