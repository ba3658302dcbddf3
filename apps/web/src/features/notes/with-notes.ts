import { addDays } from "@liftledger/kpis/iso-date";
import type { ChartNote, LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import type { NumberedNote } from "./numbered-notes.ts";
import { t } from "../../words.ts";

/** Longer than any period of a chart: what lies further before its first point is not on it. */
const longestPeriodDays = 31;

/**
 * A chart with its notes: the number of each at the point in whose period its day falls, over all points of a period,
 * and its text where one points at it. What happened before the chart begins or after it ends is left out.
 */
export function withNotes(
  spec: LineChartSpec,
  lastDays: readonly string[],
  notes: readonly NumberedNote[],
): LineChartSpec {
  const first = lastDays[0];
  if (first === undefined || notes.length === 0) return spec;
  const begin = addDays(first, -longestPeriodDays);
  const titles = [...spec.titles];
  const placed = notes.flatMap(({ from, until, number, text }): ChartNote[] => {
    const at = lastDays.findIndex((day) => day >= from);
    const end = lastDays.findIndex((day) => day >= (until ?? from));
    if (at === -1 || (until ?? from) <= begin) return [];
    titles[at] = `${titles[at] ?? ""}\n${t`Note ${number}: ${shortened(text)}`}`;
    const to = end === -1 ? lastDays.length - 1 : end;
    return [{ at, label: String(number), ...(to > at ? { to } : {}) }];
  });
  return placed.length === 0 ? spec : { ...spec, titles, notes: placed };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
