import { addPeriods, isoWeeksInYear, periodType, type Period } from "./period.ts";

/** A period of the year before, or the reason why there is none, with the nearest. */
export type PeriodLastYear =
  | { readonly kind: "period"; readonly period: Period }
  | { readonly kind: "no-period"; readonly nearest: Period; readonly reason: string };

/**
 * The same period a year before, to compare with. A month has one. A week has the one of the same number in
 * the ISO year before; week 53 of a long year follows a year of 52, so there is none, and the answer names
 * week 52 as the nearest. Throws when the text is no period.
 *
 *     samePeriodLastYear("2026-W05") // { kind: "period", period: "2025-W05" }
 *     samePeriodLastYear("2026-W53") // { kind: "no-period", nearest: "2025-W52", reason: "2025 has no …" }
 */
export function samePeriodLastYear(period: Period): PeriodLastYear {
  if (periodType(period) === "month") return { kind: "period", period: addPeriods(period, -12) };
  const year = Number(period.slice(0, 4)) - 1;
  const weekNumber = Number(period.slice(6));
  const lastWeek = isoWeeksInYear(year);
  if (weekNumber <= lastWeek) return { kind: "period", period: `${year}${period.slice(4)}` };
  return {
    kind: "no-period",
    nearest: `${year}-W${lastWeek}`,
    reason: `${year} has no week ${weekNumber}: it ended with week ${lastWeek}.`,
  };
}
