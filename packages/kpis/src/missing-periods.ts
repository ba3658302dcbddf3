import { listPeriods, type Period } from "./period.ts";

/**
 * The periods that are missing in a series, in order: those between its first and its last, or between the
 * ends given, that it does not have. Order and repetition of the input do not matter. Empty for no periods
 * without both ends. Throws when weeks and months are mixed or a text is no period.
 *
 *     missingPeriods(["2020-W52", "2021-W02"])                  // ["2020-W53", "2021-W01"]
 *     missingPeriods(["2026-01"], { to: "2026-03" })            // ["2026-02", "2026-03"]
 */
export function missingPeriods(
  periods: Iterable<Period>,
  ends: { readonly from?: Period | undefined; readonly to?: Period | undefined } = {},
): Period[] {
  const present = new Set(periods);
  const sorted = [...present].toSorted();
  const from = ends.from ?? sorted[0];
  const to = ends.to ?? sorted.at(-1);
  if (from === undefined || to === undefined) return [];
  return listPeriods(from, to).filter((period) => !present.has(period));
}
