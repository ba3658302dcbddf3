import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import type { DataTableProps } from "../../components/charts/data-table.tsx";
import type { LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import { monthTicks } from "../../components/format-date.ts";
import { said, type Sentence } from "../../components/sentence.ts";
import { formatMoney } from "../../components/format-number.ts";
import { columnName, periodOfCase } from "./case-time.ts";
import {
  metricsOf,
  paybackAnswer,
  type CaseBasis,
  type CaseMetrics,
  type EvaluatedScenario,
  type MetricUnits,
} from "./metric-rows.ts";
import { baseScenario } from "./use-results-search.ts";
import { scenarioName, type OpensFigure } from "./result-words.ts";
import { t } from "../../words.ts";

interface Shown {
  basis: CaseBasis;
  risk: "before" | "after";
}

/** Running sums of what comes less what goes. */
function cumulativeFlows({ netFlows }: Pick<CaseMetrics, "netFlows">): number[] {
  let sum = 0;
  return netFlows.map((flow) => (sum += Number(flow)));
}

/** When the base is paid back, as the title of the picture. */
export function cumulativeFinding(base: CaseMetrics, units: MetricUnits, opens: OpensFigure): Sentence {
  const { durable } = base.payback;
  if (durable.kind === "reached")
    return said`What was spent has come back ${opens("paybackDurable", paybackAnswer(durable, units).text)}`;
  if (durable.kind === "nothing-to-pay-back") return said`There is nothing to pay back`;
  return said`What is spent does not come back within the plan`;
}

/** What has come less what was spent, per scenario, with the crossing of the base. */
export function cumulativeSpec(evaluation: CaseEvaluation, { basis, risk }: Shown): LineChartSpec {
  const { columns, scenarios, currency } = evaluation;
  const isByMonth = periodOfCase(columns) === "month";
  const [base] = scenarios;
  const lines = scenarios.map(({ name, totals }) => ({
    name: scenarioName(name),
    values: cumulativeFlows(metricsOf(totals[basis], risk)),
    colour: name === baseScenario ? ("actual" as const) : ("plan" as const),
    dashed: name !== baseScenario,
  }));
  const names = columns.map(({ label }) => columnName(label));
  return {
    ticks: isByMonth
      ? monthTicks(columns.map(({ months, day }) => (months === null ? day : `${months[0]}-01`)))
      : names.map((month, at) => ({ at, month, year: "" })),
    titles: names,
    lines,
    marks: base === undefined ? [] : crossingOf(base, metricsOf(base.totals[basis], risk)),
    format: (value) => formatMoney(value, currency, { compact: "axis" }),
  };
}

/** Where the base is paid back for good: between two columns, as interpolated. */
function crossingOf(
  { lines }: Pick<EvaluatedScenario, "lines">,
  { payback: { durable }, netFlows }: CaseMetrics,
): NonNullable<LineChartSpec["marks"]> {
  if (durable.kind !== "reached") return [];
  // Payback is counted from the first column in which anything flows.
  const first = netFlows.findIndex((_, place) =>
    lines.some(({ credited }) => Number(credited[place] ?? 0) !== 0),
  );
  return [{ at: Math.max(0, first) + Number(durable.periods), label: t`Paid back` }];
}

/** The same numbers as a table. */
export function cumulativeTable(evaluation: CaseEvaluation, { basis, risk }: Shown): DataTableProps {
  const { columns, scenarios, currency } = evaluation;
  const sums = scenarios.map(({ totals }) => cumulativeFlows(metricsOf(totals[basis], risk)));
  return {
    columns: [t`To`, ...scenarios.map(({ name }) => scenarioName(name))],
    rows: columns.map(({ label }, place) => [
      columnName(label),
      ...sums.map((values) => formatMoney(values[place] ?? 0, currency)),
    ]),
  };
}
