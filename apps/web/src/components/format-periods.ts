import { sayPeriod } from "@liftledger/kpis/say-days";
import { weekInWords } from "./format-date.ts";
import { readerLocale } from "./reader-locale.ts";

/**
 * Periods one after the other, of which the last one says the year of all that have it.
 * @example formatPeriods(["2026-W05", "2026-W08"], "en") // ["week 5", "week 8, 2026"]
 */
export function formatPeriods(periods: readonly string[], locale: string = readerLocale): string[] {
  return periods.map((period, place) => sayPeriod(period, periods[place + 1] ?? "", locale, weekInWords));
}
