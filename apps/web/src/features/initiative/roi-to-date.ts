import type { Band, InitiativeEvaluation } from "@liftledger/contracts/evaluation";
import type { DataTableProps } from "../../components/charts/data-table.tsx";
import type { ChartBox, LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import { formatDate, formatDayAndMonth, monthTicks } from "../../components/format-date.ts";
import { formatPercent } from "../../components/format-number.ts";
import { intervalAxis } from "../../components/interval-axis.ts";
import { bandText } from "../verdict/band-text.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { t } from "../../words.ts";

export type ToDatePoint = InitiativeEvaluation["toDate"][number];

type Place = "below" | "inside" | "above";

function placeOf(roi: number, band: Band): Place {
  if (roi < band.floor) return "below";
  return band.ceiling !== null && roi >= band.ceiling ? "above" : "inside";
}

/**
 * Where ROI to date stands against its benchmark and since when without a break, in one sentence. Weeks that
 * are too early to judge say nothing, and neither does an initiative whose verdict waits.
 */
export function roiFinding(points: readonly ToDatePoint[], band: Band | null, waits = false): string {
  const judged = points.filter((point) => point.judgeable && point.roi !== null);
  const last = judged.at(-1);
  if (last === undefined || last.roi === null) return t`ROI waits until there is enough to judge`;
  if (waits) return t`ROI to date, not judged yet`;
  if (band === null) return t`ROI to date; this phase has no benchmark`;
  const place = placeOf(last.roi, band);
  const before = judged.findLastIndex((point) => point.roi !== null && placeOf(point.roi, band) !== place);
  const since = judged[before + 1];
  const phase = phaseNames[band.phase];
  if (before === -1 || since === undefined)
    return {
      below: t`ROI has been below the ${phase} benchmark since it could be judged`,
      inside: t`ROI has been inside the ${phase} benchmark since it could be judged`,
      above: t`ROI has been above the ${phase} benchmark since it could be judged`,
    }[place];
  const day = formatDate(since.lastDay);
  return {
    below: t`ROI has been below the ${phase} benchmark since ${day}`,
    inside: t`ROI has been inside the ${phase} benchmark since ${day}`,
    above: t`ROI has been above the ${phase} benchmark since ${day}`,
  }[place];
}

/** ROI to date with its likely range, the benchmark behind it, the weeks that were too early hatched. */
export function roiToDateSpec(
  points: readonly ToDatePoint[],
  band: Band | null,
  waits = false,
): LineChartSpec {
  return {
    ticks: monthTicks(points.map((point) => point.lastDay)),
    titles: points.map(({ lastDay, judgeable }) =>
      judgeable ? t`To ${formatDate(lastDay)}` : t`To ${formatDate(lastDay)}, too early to judge`,
    ),
    lines: [
      {
        name: "ROI",
        values: points.map((point) => (point.judgeable ? point.roi : null)),
        colour: "actual",
        dashed: waits,
      },
    ],
    range: {
      name: t`Likely range`,
      low: points.map((point) => point.roiLow),
      high: points.map((point) => point.roiHigh),
      colour: "actual",
    },
    boxes: [...bandBox(band), ...tooEarlyBox(points)],
    ...roiAxis(points, band),
    format: (value) => formatPercent(value),
  };
}

function bandBox(band: Band | null): ChartBox[] {
  if (band === null) return [];
  const label = t`${phaseNames[band.phase]} benchmark ${bandText(band)}`;
  return [{ look: "band", low: band.floor, ...(band.ceiling === null ? {} : { high: band.ceiling }), label }];
}

function tooEarlyBox(points: readonly ToDatePoint[]): ChartBox[] {
  const first = points.findIndex((point) => point.judgeable);
  const to = first === -1 ? points.length - 1 : first;
  const until = points[to];
  if (to <= 0 || until === undefined) return [];
  const label = first === -1 ? t`too early to judge` : t`too early until ${formatDayAndMonth(until.lastDay)}`;
  return [{ look: "hatched", from: 0, to, label }];
}

/** Round ends over the judged weeks and the benchmark; the wild first weeks may leave the picture. */
function roiAxis(points: readonly ToDatePoint[], band: Band | null): { lowest: number; highest: number } {
  const judged = points.filter((point) => point.judgeable);
  const axis = intervalAxis(
    (judged.length === 0 ? points.slice(-1) : judged).map((point) => ({
      value: point.roi,
      low: point.roiLow,
      high: point.roiHigh,
      floor: band?.floor ?? null,
      ceiling: band?.ceiling ?? (band === null ? null : band.floor * 1.4),
    })),
  );
  const step = (axis.ticks[1] ?? 1) - (axis.ticks[0] ?? 0);
  return { lowest: Math.floor(axis.low / step) * step, highest: Math.ceil(axis.high / step) * step };
}

/** The same numbers as a table. */
export function roiToDateTable(points: readonly ToDatePoint[]): DataTableProps {
  const percent = (value: number | null) => (value === null ? "–" : formatPercent(value));
  return {
    columns: [t`To`, "ROI", t`Likely, low`, t`Likely, high`, t`Judged`],
    rows: points.map((point) => [
      formatDate(point.lastDay),
      percent(point.roi),
      percent(point.roiLow),
      percent(point.roiHigh),
      point.judgeable ? t`yes` : t`too early`,
    ]),
  };
}
