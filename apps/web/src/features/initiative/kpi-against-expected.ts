import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import type { DataTableProps } from "../../components/charts/data-table.tsx";
import type { ChartLine, LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import { formatDate, formatPeriod, monthTicks } from "../../components/format-date.ts";
import { formatKpi, formatKpiMark } from "../../components/format-kpi.ts";
import { formatCount } from "../../components/format-number.ts";
import { t } from "../../words.ts";

type Benefit = Pick<BenefitEvaluation, "kpi" | "currency" | "points" | "stretches">;

/** A KPI as it was measured against what was expected without AI, with the line of the launch. */
export function kpiSpec({ kpi, currency, points, stretches }: Benefit): LineChartSpec {
  const launched = points.findIndex((point) => point.side === "after");
  const first = points[launched];
  return {
    ticks: monthTicks(points.map((point) => point.lastDay)),
    titles: points.map((point) => fillingUp(formatPeriod(point.period), point)),
    lines: [
      measuredLine(points),
      {
        name: t`Expected without AI`,
        values: points.map((point) => point.expected),
        colour: "plan",
        dashed: true,
      },
    ],
    range: {
      name: t`Likely without AI`,
      low: points.map((point) => point.low),
      high: points.map((point) => point.high),
      colour: "plan",
    },
    marks:
      first === undefined || launched === 0
        ? []
        : [
            {
              at: launched,
              label: launchLabel(first.period, stretches, points[launched - 1]?.actual !== null),
            },
          ],
    format: (value) => formatKpi(value, kpi.display, currency),
    mark: (value, areWhole) => formatKpiMark(value, kpi.display, currency, areWhole),
  };
}

/** The launch; where the assumptions count only from a later period on, that one. */
function launchLabel(period: string, stretches: Benefit["stretches"], isNext: boolean): string {
  const isLater = !isNext && stretches[0]?.assumptions.validFrom === period;
  return isLater ? t`Counted from ${formatPeriod(period)}` : t`Launched, ${formatPeriod(period)}`;
}

/** What is said of a period that the KPI's maturation window leaves out of the difference. */
function fillingUp(when: string, { mature }: Benefit["points"][number]): string {
  return mature ? when : t`${when}, still filling up`;
}

function measuredLine(points: Benefit["points"]): ChartLine {
  const unripeFrom = points.findIndex((point) => point.side === "after" && !point.mature);
  return {
    name: t`Measured`,
    values: points.map((point) => point.actual),
    colour: "actual",
    ...(unripeFrom === -1 ? {} : { unripeFrom }),
  };
}

/** The same numbers as a table, with the counts behind each ratio. */
export function kpiTable({ kpi, currency, points }: Omit<Benefit, "stretches">): DataTableProps {
  const ratio = (value: number | null) => (value === null ? "–" : formatKpi(value, kpi.display, currency));
  const count = (value: number | null) => (value === null ? "–" : formatCount(value));
  return {
    columns: [
      t`Period ending`,
      kpi.numerator.counts,
      kpi.denominator.counts,
      t`Measured`,
      t`Expected without AI`,
      t`Likely, low`,
      t`Likely, high`,
    ],
    rows: points.map((point) => [
      fillingUp(formatDate(point.lastDay), point),
      count(point.numerator),
      count(point.denominator),
      ratio(point.actual),
      ratio(point.expected),
      ratio(point.low),
      ratio(point.high),
    ]),
  };
}
