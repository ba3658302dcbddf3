import { cellName, onSheet, rangeName } from "../spreadsheet/cell-name.ts";
import type { CellLook, NumberFormat } from "../spreadsheet/cell-look.ts";
import { newSheet, put, putHeading, putHeads, type SheetDraft } from "../spreadsheet/sheet-draft.ts";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";
import { discountFactors, tellsTiers, type FlowFigures, type ScenarioFigures } from "./flow-figures.ts";
import { flowSection, type SectionPlaces } from "./flow-section.ts";
import { inputsName, type InputPlaces } from "./inputs-sheet.ts";
import { riskChoices } from "./choice-rows.ts";
import {
  acrossTime,
  atTime,
  dayOfSheet,
  firstTime,
  moneyFormat,
  pagesFor,
  widthsFor,
} from "./sheet-shape.ts";

/** The rows every section of the flows reckons with. */
export type TimeRows = {
  readonly columns: number;
  readonly number: number;
  readonly time: number;
  readonly factor: number;
  readonly date: number | undefined;
};

/** Where Results finds the flows. */
export type FlowPlaces = {
  readonly rows: TimeRows;
  /** What a unit of money in each column is worth at the start. */
  readonly factors: readonly number[];
  /** After risk by scenario, then before risk by scenario: the order of the columns of Results. */
  readonly sections: readonly SectionPlaces[];
  /** The flows of the chosen scenario. */
  readonly chosen: Record<ChosenRow, number>;
};

type ChosenRow = "benefits" | "costs" | "net" | "cumulative" | "discounted" | "cumulativeDiscounted";

export const flowsName = "Flows";

const chosenRows: readonly (readonly [ChosenRow, label: string, look: CellLook])[] = [
  ["benefits", "Benefits", "calculated"],
  ["costs", "Costs", "calculated"],
  ["net", "Net flow", "total"],
  ["cumulative", "Net flow so far", "calculated"],
  ["discounted", "Net flow, discounted", "calculated"],
  ["cumulativeDiscounted", "Net flow, discounted, so far", "calculated"],
];

/** Which of the figures the workbook opens with: its place among after risk, then before risk, by scenario. */
export function chosenIndex(input: CaseWorkbookInput): number {
  const scenario = Math.max(
    0,
    input.scenarios.findIndex(({ name }) => name === input.chosenScenario),
  );
  return scenario + (input.opensAfterRisk === false ? input.scenarios.length : 0);
}

/** The sheet of all flows by date: the chosen scenario on top, then every scenario after risk and before it. */
export function flowsSheet(
  input: CaseWorkbookInput,
  figures: readonly ScenarioFigures[],
  inputs: InputPlaces,
): { sheet: SheetDraft; places: FlowPlaces } {
  const columns = input.columns.length;
  const width = firstTime + columns;
  const sheet = newSheet(flowsName, {
    columnWidths: widthsFor([38, 26, 11, 16, 16], columns),
    frozen: { rows: input.dates === undefined ? 4 : 5, columns: 1 },
    tabColour: "12355B",
    summary: "Every flow by date: the chosen scenario first, then each scenario after risk and before it.",
    pagesWide: pagesFor(columns),
  });
  put(sheet, { row: 0, column: 0 }, { value: `${input.title}: flows`, look: "title" });
  const told = tellsTiers(input)
    ? " A benefit that does not count on the chosen basis stands among the lines and is not in their total."
    : "";
  const unit = `Amounts in ${input.currency}; the first column of amounts is the sum, the second the present value.${told}`;
  put(sheet, { row: 1, column: 0 }, { value: unit, look: "subtitle" });
  const rows = putTime(sheet, input, figures, inputs);
  const chosenHead = rows.factor + 2;
  const firstSection = chosenHead + chosenRows.length + 2;
  const after = figures.map((scenario) => scenario.after);
  const before = figures.map((scenario) => scenario.before);
  // Before risk stands first on the sheet of each scenario, since after risk is made of it.
  let row = firstSection;
  const sections = figures.map((_, scenario) => {
    const section = { sheet, input, inputs, rows, scenario, width };
    const plain = flowSection({ ...section, row, figures: before[scenario] as FlowFigures });
    const adjusted = flowSection({
      ...section,
      row: plain.nextRow,
      figures: after[scenario] as FlowFigures,
      before: plain,
    });
    row = adjusted.nextRow;
    return { plain, adjusted };
  });
  const ordered = [...sections.map(({ adjusted }) => adjusted), ...sections.map(({ plain }) => plain)];
  const shown = [...after, ...before][chosenIndex(input)] as FlowFigures;
  const chosen = putChosen({ sheet, input, rows, ordered, shown, row: chosenHead, width });
  const factors = discountFactors(input, figures[0]?.after.metrics.periodRate ?? "0").map(Number);
  return { sheet, places: { rows, factors, sections: ordered, chosen } };
}

function putTime(
  sheet: SheetDraft,
  input: CaseWorkbookInput,
  figures: readonly ScenarioFigures[],
  inputs: InputPlaces,
): TimeRows {
  const { dates, columns: heads, timing } = input;
  putHeads(sheet, 3, ["Flow", "Class or category"], ["Risk", "Sum", "Present value", ...heads]);
  const rate = figures[0]?.after.metrics.periodRate ?? "0";
  const dateRow = dates === undefined ? undefined : 4;
  const number = dateRow === undefined ? 4 : 5;
  const rows = { columns: heads.length, number, time: number + 1, factor: number + 2, date: dateRow };
  const timeFormula = { t0_then_end: "", mid_period: "-0.5", excel_npv: "+1" }[timing];
  const [times, factors] = [figures[0]?.after.times ?? [], discountFactors(input, rate)];
  const put1 = (row: number, index: number, value: number, formula: string, format: NumberFormat) =>
    put(sheet, { row, column: firstTime + index }, { value, formula, look: "calculated", format });
  const labels = {
    "Number of the column": rows.number,
    "Time in periods": rows.time,
    "Discount factor": rows.factor,
  };
  for (const [value, row] of Object.entries(labels))
    put(sheet, { row, column: 0 }, { value, look: "row-label" });
  if (dateRow !== undefined) put(sheet, { row: dateRow, column: 0 }, { value: "Date", look: "row-label" });
  heads.forEach((_, index) => {
    const date = dates?.[index];
    if (dateRow !== undefined && date !== undefined) {
      const source = onSheet(inputsName, atTime(inputs.dateRow ?? 0, index));
      put1(dateRow, index, dayOfSheet(date), source, { kind: "day" });
    }
    const before = index === 0 ? "0" : `${atTime(rows.number, index - 1)}+1`;
    put1(rows.number, index, index, before, { kind: "whole" });
    const own = atTime(rows.number, index);
    const time = timing === "mid_period" ? `MAX(0,${own}${timeFormula})` : `${own}${timeFormula}`;
    put1(rows.time, index, times[index] ?? 0, time, { kind: "number" });
    const discount = `(1+PeriodRate)^-${atTime(rows.time, index)}`;
    put1(rows.factor, index, Number(factors[index]), discount, { kind: "factor" });
  });
  return rows;
}

type ChosenInput = {
  readonly sheet: SheetDraft;
  readonly input: CaseWorkbookInput;
  readonly rows: TimeRows;
  readonly ordered: readonly SectionPlaces[];
  readonly shown: FlowFigures;
  readonly row: number;
  readonly width: number;
};

function putChosen({
  sheet,
  input,
  rows,
  ordered,
  shown,
  row,
  width,
}: ChosenInput): Record<ChosenRow, number> {
  const risk = riskChoices[input.opensAfterRisk === false ? 1 : 0];
  const scenario = input.chosenScenario ?? input.scenarios[0]?.name ?? "";
  const heading = `Chosen: ${scenario}, ${risk.toLowerCase()}`;
  putHeading(
    sheet,
    row,
    { value: heading, formula: '"Chosen: "&Scenario&", "&LOWER(RiskChoice)', look: "heading" },
    width,
  );
  const format = moneyFormat(input);
  const places = {} as Record<ChosenRow, number>;
  chosenRows.forEach(([key, label, look], index) => {
    const at = row + 1 + index;
    places[key] = at;
    put(sheet, { row: at, column: 0 }, { value: label, look: look === "total" ? "total" : "row-label" });
    if (look === "total")
      for (const column of [1, 2, 4]) put(sheet, { row: at, column }, { value: "", look });
    input.columns.forEach((_, column) => {
      const sources = ordered.map((section) => atTime(section[key], column));
      const formula = `CHOOSE(ResultNumber,${sources.join(",")})`;
      const value = Number(shown[key][column] ?? "0");
      put(sheet, { row: at, column: firstTime + column }, { value, formula, look, format });
    });
    if (key.startsWith("cumulative")) return;
    const across = acrossTime(at, rows.columns);
    const sum = shown[key].reduce((total, value) => total + Number(value), 0);
    put(sheet, { row: at, column: 3 }, { value: sum, formula: `SUM(${across})`, look, format });
  });
  return places;
}

/** A range of a row of the flows, as other sheets write it. */
export function flowRange(row: number, columns: number, from: number = 0): string {
  return onSheet(flowsName, acrossTime(row, columns, from));
}

/** One cell of the flows, as other sheets write it. */
export function flowCell(row: number, column: number): string {
  return onSheet(flowsName, cellName({ row, column }, "both"));
}

/** A range of sums, a row a line. */
export function sumRange(firstRow: number, lastRow: number): string {
  return onSheet(flowsName, rangeName({ row: firstRow, column: 3 }, { row: lastRow, column: 3 }));
}
