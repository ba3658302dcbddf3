import type { Kpi } from "@liftledger/contracts/kpi";
import type { Series, Snapshot } from "@liftledger/contracts/series";
import type { SeriesQuality } from "@liftledger/contracts/series-quality";
import { lastDay, listPeriods } from "@liftledger/kpis/period";
import type { DataTableProps } from "../../components/charts/data-table.tsx";
import type { ChartMark, LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import { formatPeriod, monthTicks } from "../../components/format-date.ts";
import { formatKpi, formatKpiMark } from "../../components/format-kpi.ts";
import { formatCount } from "../../components/format-number.ts";
import { t } from "../../words.ts";

type Use = SeriesQuality["usedBy"][number];

export interface SeriesChartInput {
  kpi: Kpi;
  series: Pick<Series, "currency" | "scope">;
  snapshots: readonly Snapshot[];
  uses: readonly Use[];
}

/** An initiative on a series with the letter by which the chart names its launch. */
export interface LetteredUse extends Use {
  letter: string;
}

/** The initiatives on a series, first launch first, one a letter: A, B, …; after Z they go unnamed. */
export function letteredUses(uses: readonly Use[]): LetteredUse[] {
  return uses
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map((use, place) => ({ ...use, letter: place < 26 ? String.fromCharCode(65 + place) : "" }));
}

/** What was measured, period by period, gaps left open, with a line where each initiative began. */
export function seriesSpec({ kpi, series, snapshots, uses }: SeriesChartInput): LineChartSpec {
  const periods = periodsOf(snapshots);
  const known = new Map(snapshots.map((snapshot) => [snapshot.period, snapshot]));
  const unripeFrom = periods.findIndex((period) => known.get(period)?.mature === false);
  return {
    ticks: monthTicks(periods.map(lastDay)),
    titles: periods.map((period) => periodTitle(period, known.get(period)?.mature !== false)),
    lines: [
      {
        name: t`Measured`,
        values: periods.map((period) => known.get(period)?.ratio ?? null),
        colour: "actual",
        ...(unripeFrom === -1 ? {} : { unripeFrom }),
      },
    ],
    marks: launches(periods, uses),
    format: (value) => formatKpi(value, kpi.display, series.currency),
    mark: (value, areWhole) => formatKpiMark(value, kpi.display, series.currency, areWhole),
  };
}

function periodTitle(period: string, mature: boolean): string {
  return mature ? formatPeriod(period) : t`${formatPeriod(period)}, still filling up`;
}

/** One line a period in which something began, with the letters of what did. */
function launches(periods: readonly string[], uses: readonly Use[]): ChartMark[] {
  const byPlace = Map.groupBy(letteredUses(uses), ({ from }) => periods.indexOf(from));
  return [...byPlace]
    .filter(([at]) => at > 0)
    .map(([at, began]) => ({ at, label: began.map(({ letter }) => letter).join(", ") }));
}

/** Every period from the first to the last that has a number, gaps among them. */
export function periodsOf(snapshots: readonly Snapshot[]): string[] {
  const [first] = snapshots;
  const last = snapshots.at(-1);
  return first === undefined || last === undefined ? [] : listPeriods(first.period, last.period);
}

/** The same numbers as a table, latest first, with the counts behind each ratio and where they come from. */
export function seriesTable({ kpi, series, snapshots }: SeriesChartInput): DataTableProps {
  const isTotal = kpi.denominator.kind === "period";
  return {
    columns: [
      t`Period`,
      kpi.numerator.counts,
      ...(isTotal ? [] : [kpi.denominator.counts, t`Measured`]),
      t`Source`,
    ],
    rows: snapshots
      .toReversed()
      .map(({ period, numerator, denominator, ratio, mature, source }) => [
        periodTitle(period, mature),
        formatCount(Number(numerator)),
        ...(isTotal
          ? []
          : [
              formatCount(Number(denominator)),
              ratio === null ? "–" : formatKpi(ratio, kpi.display, series.currency),
            ]),
        source,
      ]),
  };
}
