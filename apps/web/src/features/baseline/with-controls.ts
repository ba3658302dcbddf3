import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import type { DataTableProps } from "../../components/charts/data-table.tsx";
import type { LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import { t } from "../../words.ts";

type Compared = Pick<BenefitEvaluation, "points" | "controls"> & { kpi: { name: string } };

/** The chart of a KPI with the series it is compared with drawn faintly, each brought to the level of the KPI itself. */
export function withControls(spec: LineChartSpec, { kpi, points, controls }: Compared): LineChartSpec {
  const own = levelOf(points);
  const faint = controls.flatMap(({ name, level, points: theirs }) => {
    if (own === null || level === null || level === 0) return [];
    const ratios = new Map(theirs.map(({ period, ratio }) => [period, ratio]));
    const values = points.map(({ period }) => {
      const ratio = ratios.get(period) ?? null;
      return ratio === null ? null : (ratio * own) / level;
    });
    return [{ name: shortName(name, kpi.name), values, colour: "plan" as const, faint: true }];
  });
  return { ...spec, lines: [...spec.lines, ...faint] };
}

/** Of the same KPI only where it is: a long name leaves the lines no room on a phone. */
function shortName(name: string, kpiName: string): string {
  const [opening, closing] = [`${kpiName} (`, ")"];
  return name.startsWith(opening) && name.endsWith(closing) ? name.slice(opening.length, -1) : name;
}

/** The table of a KPI with the same numbers of the series it is compared with. */
export function tableWithControls(table: DataTableProps, spec: LineChartSpec): DataTableProps {
  const faint = spec.lines.filter((line) => line.faint === true);
  return {
    columns: [...table.columns, ...faint.map(({ name }) => t`${name}, brought level`)],
    rows: table.rows.map((row, place) => [
      ...row,
      ...faint.map(({ values }) => {
        const value = values[place] ?? null;
        return value === null ? "–" : spec.format(value);
      }),
    ]),
  };
}

/** The pooled ratio of the KPI before the start; null without volume or where it is nothing. */
function levelOf(points: Compared["points"]): number | null {
  const before = points.filter(({ side }) => side === "before");
  const sum = (of: "numerator" | "denominator") =>
    before.reduce((total, point) => total + (point[of] ?? 0), 0);
  const [numerator, denominator] = [sum("numerator"), sum("denominator")];
  return denominator === 0 || numerator === 0 ? null : numerator / denominator;
}
