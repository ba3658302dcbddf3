import { addDays, daysBetween, type IsoDate, type Month } from "./iso-date.ts";
import { firstDay, lastDay, periodType, type Period } from "./period.ts";
import { firstDayOfQuarter, isQuarter, lastDayOfQuarter, type Quarter } from "./quarter.ts";

/** How much of a month or quarter a set of periods covers. */
export type PeriodCoverage = {
  readonly days: number;
  readonly covered: number;
  /** covered ÷ days, 0 to 1. */
  readonly share: number;
  readonly complete: boolean;
  /** The days not covered, as ranges with both ends included. */
  readonly gaps: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
};

/**
 * How much of a month or quarter is covered by the logged weeks or months: it is complete when each of its
 * days lies in one of them, so a month needs the weeks that straddle its ends too. Order, overlap and
 * periods elsewhere do not matter. Throws when a text is no period.
 *
 *     periodCoverage("2026-02", ["2026-W05", "2026-W06", "2026-W07", "2026-W08"])
 *     // { days: 28, covered: 22, share: 0.786, complete: false, gaps: [{ from: "2026-02-23", to: "2026-02-28" }] }
 */
export function periodCoverage(of: Month | Quarter, periods: Iterable<Period>): PeriodCoverage {
  const [first, last] = endsOf(of);
  const spans = [...new Set(periods)]
    .map((period) => ({ from: firstDay(period), to: lastDay(period) }))
    .filter((span) => span.to >= first && span.from <= last)
    .toSorted((left, right) => (left.from < right.from ? -1 : 1));
  const gaps: { from: IsoDate; to: IsoDate }[] = [];
  let next = first;
  for (const span of spans) {
    if (span.from > next) gaps.push({ from: next, to: addDays(span.from, -1) });
    if (span.to >= next) next = addDays(span.to, 1);
  }
  if (next <= last) gaps.push({ from: next, to: last });
  const days = daysBetween(first, last) + 1;
  const open = gaps.reduce((sum, gap) => sum + daysBetween(gap.from, gap.to) + 1, 0);
  return { days, covered: days - open, share: (days - open) / days, complete: open === 0, gaps };
}

function endsOf(of: Month | Quarter): [IsoDate, IsoDate] {
  if (isQuarter(of)) return [firstDayOfQuarter(of), lastDayOfQuarter(of)];
  if (periodType(of) === "week")
    throw new RangeError(`"${of}" is a week; coverage is of a month or a quarter`);
  return [firstDay(of), lastDay(of)];
}
