import { cellName, onSheet, rangeName } from "../spreadsheet/cell-name.ts";
import { newSheet, put, putHeading, putTexts, type SheetDraft } from "../spreadsheet/sheet-draft.ts";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";
import { riskChoices } from "./choice-rows.ts";
import type { FlowFigures, ScenarioFigures } from "./flow-figures.ts";
import { chosenIndex, flowRange, type FlowPlaces } from "./flows-sheet.ts";
import type { InputPlaces } from "./inputs-sheet.ts";
import { resultMetrics, type MetricKey, type ResultMetric } from "./result-metrics.ts";
import { acrossTime, instantWords } from "./sheet-shape.ts";

/** Where the other sheets find the results. */
export type ResultPlaces = {
  readonly metrics: readonly ResultMetric[];
  /** After risk by scenario, then before risk by scenario. */
  readonly figures: readonly FlowFigures[];
  readonly columnHeads: readonly { readonly scenario: string; readonly risk: string }[];
  readonly cellOf: (key: MetricKey, column: number) => string;
  readonly chosenCellOf: (key: MetricKey) => string;
};

const resultsName = "Results";
const firstResult = 3;

/** The sheet of results: the chosen scenario first, then all side by side, after risk and before it, with two charts. */
export function resultsSheet(
  input: CaseWorkbookInput,
  scenarios: readonly ScenarioFigures[],
  inputs: InputPlaces,
  flows: FlowPlaces,
): { sheet: SheetDraft; places: ResultPlaces } {
  const figures = [...scenarios.map(({ after }) => after), ...scenarios.map(({ before }) => before)];
  const width = firstResult + figures.length;
  const sheet = newSheet(resultsName, {
    columnWidths: [36, 24, 66, ...figures.map(() => 19)],
    frozen: { rows: 5, columns: 2 },
    tabColour: "1A7F37",
    isOnePage: true,
    summary:
      "What the case comes to: the chosen scenario, then all scenarios after and before risk, with charts.",
  });
  put(sheet, { row: 0, column: 0 }, { value: `${input.title}: results`, look: "title" });
  const asOf = `${input.organisation} · figures as of ${instantWords(input.asOf)} · engine ${input.engineVersion} · amounts in ${input.currency}`;
  put(sheet, { row: 1, column: 0 }, { value: asOf, look: "subtitle" });
  const columnHeads = riskChoices.flatMap((risk) =>
    input.scenarios.map(({ name }) => ({ scenario: name, risk })),
  );
  putResultHeads(sheet, input, columnHeads);
  const metrics = resultMetrics(input);
  const rowOf = new Map(metrics.map(({ key }, index) => [key, 5 + index]));
  const place = (key: MetricKey, column: number) => ({
    row: rowOf.get(key) ?? 0,
    column: firstResult + column,
  });
  for (const metric of metrics) {
    figures.forEach((figure, column) => {
      const section = flows.sections[column];
      if (section === undefined) return;
      const cellOf = (key: MetricKey): string => cellName(place(key, column));
      const formula = metric.formula({ input, inputs, flows, section, figures: figure, cellOf });
      put(sheet, place(metric.key, column), {
        value: metric.value(figure),
        ...(formula !== undefined && { formula }),
        look: "calculated",
        format: metric.format,
      });
    });
    putChosen(sheet, metric, rowOf.get(metric.key) ?? 0, figures, chosenIndex(input));
  }
  putCharts(sheet, input, flows, 5 + metrics.length + 1, width);
  return {
    sheet,
    places: {
      metrics,
      figures,
      columnHeads,
      cellOf: (key, column) => onSheet(resultsName, cellName(place(key, column), "both")),
      chosenCellOf: (key) => onSheet(resultsName, cellName({ row: rowOf.get(key) ?? 0, column: 1 }, "both")),
    },
  };
}

function putResultHeads(
  sheet: SheetDraft,
  input: CaseWorkbookInput,
  heads: ResultPlaces["columnHeads"],
): void {
  const names = heads.map(({ scenario }) => scenario);
  putHeading(sheet, 3, "", firstResult);
  names.forEach((value, index) => {
    put(
      sheet,
      { row: 3, column: firstResult + index },
      { value, look: "heading", format: { kind: "number" } },
    );
  });
  putTexts(sheet, { row: 4, column: 0 }, ["Result"], "column-head");
  const risk = riskChoices[input.opensAfterRisk === false ? 1 : 0];
  const scenario = input.chosenScenario ?? input.scenarios[0]?.name ?? "";
  put(
    sheet,
    { row: 4, column: 1 },
    {
      value: `Chosen: ${scenario}, ${risk.toLowerCase()}`,
      formula: '"Chosen: "&Scenario&", "&LOWER(RiskChoice)',
      look: "column-head",
    },
  );
  putTexts(sheet, { row: 4, column: 2 }, ["Basis"], "column-head");
  putTexts(
    sheet,
    { row: 4, column: firstResult },
    heads.map((head) => head.risk),
    "number-head",
  );
}

function putChosen(
  sheet: SheetDraft,
  metric: ResultMetric,
  row: number,
  figures: readonly FlowFigures[],
  chosen: number,
): void {
  put(sheet, { row, column: 0 }, { value: metric.label, look: "row-label" });
  const range = `$${cellName({ row, column: firstResult })}:$${cellName({ row, column: firstResult + figures.length - 1 })}`;
  put(
    sheet,
    { row, column: 1 },
    {
      value: figures[chosen] === undefined ? "" : metric.value(figures[chosen]),
      formula: `INDEX(${range},1,ResultNumber)`,
      look: "headline",
      format: metric.format,
    },
  );
  put(sheet, { row, column: 2 }, { value: metric.basis, look: "note" });
}

function putCharts(
  sheet: SheetDraft,
  input: CaseWorkbookInput,
  { rows, chosen }: FlowPlaces,
  row: number,
  width: number,
): void {
  const heads = `Flows!${acrossTime(3, rows.columns)}`;
  const scenarios = input.scenarios.length;
  const line = (first: number) =>
    onSheet(resultsName, rangeName({ row: 5, column: first }, { row: 5, column: first + scenarios - 1 }));
  putHeading(sheet, row, "Charts", width);
  sheet.charts.push(
    {
      kind: "line",
      title: "Net flow so far, chosen scenario",
      altText:
        "Line chart of the cumulative net flow of the chosen scenario by period, undiscounted and discounted.",
      categories: heads,
      series: [
        { name: "Undiscounted", values: flowRange(chosen.cumulative, rows.columns), colour: "12355B" },
        {
          name: "Discounted",
          values: flowRange(chosen.cumulativeDiscounted, rows.columns),
          colour: "C2570C",
        },
      ],
      from: { row: row + 2, column: 0 },
      to: { row: row + 22, column: 2 },
      valueFormat: { kind: "money", digits: 0 },
    },
    {
      kind: "column",
      title: "Net present value by scenario",
      altText: "Column chart of the net present value of each scenario, after risk and before it.",
      categories: scenarioNames(input),
      series: [
        { name: "After risk", values: line(firstResult), colour: "12355B" },
        { name: "Before risk", values: line(firstResult + scenarios), colour: "8FB3D9" },
      ],
      from: { row: row + 2, column: 2 },
      to: { row: row + 22, column: Math.min(firstResult + 3, width) },
      valueFormat: { kind: "money", digits: 0 },
    },
  );
}

/** The band above the results, where the names of the scenarios stand alone. */
function scenarioNames(input: CaseWorkbookInput): string {
  const range = rangeName(
    { row: 3, column: firstResult },
    { row: 3, column: firstResult + input.scenarios.length - 1 },
  );
  return onSheet(resultsName, range);
}
