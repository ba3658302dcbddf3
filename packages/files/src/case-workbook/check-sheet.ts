import { cellName } from "../spreadsheet/cell-name.ts";
import { newSheet, put, putHeads, putTexts, type SheetDraft } from "../spreadsheet/sheet-draft.ts";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";
import { flowCell, flowRange, type FlowPlaces } from "./flows-sheet.ts";
import type { ResultMetric } from "./result-metrics.ts";
import type { ResultPlaces } from "./results-sheet.ts";
import { firstTime } from "./sheet-shape.ts";

const checkName = "Check";

type CheckRow = {
  readonly texts: readonly [what: string, scenario: string, risk: string];
  readonly engine: number | string;
  /** What it is held against, and what that is now. */
  readonly sheet: { readonly formula: string; readonly value: number | string };
  readonly tolerance: number;
  readonly format: ResultPlaces["metrics"][number]["format"];
};

const agrees = "agrees";
const differs = "differs";
const firstRow = 6;

/**
 * The sheet that holds the workbook against the engine: each result as the engine reckoned it, as the sheet reckons it
 * now, and how far they are apart.
 */
export function checkSheet(input: CaseWorkbookInput, flows: FlowPlaces, results: ResultPlaces): SheetDraft {
  const sheet = newSheet(checkName, {
    columnWidths: [50, 22, 14, 24, 24, 16, 14, 12],
    frozen: { rows: firstRow, columns: 1 },
    tabColour: "6E7781",
    summary: "Each result as the engine reckoned it and as this workbook does, with the difference.",
  });
  put(sheet, { row: 0, column: 0 }, { value: `${input.title}: check`, look: "title" });
  const why =
    "The engine's values are those of the export. Whoever changes an input sees here what it changed.";
  put(sheet, { row: 1, column: 0 }, { value: why, look: "subtitle" });
  const rows = [...resultRows(results), ...controlRows(input, flows, results)];
  const verdicts = `$H$${firstRow + 1}:$H$${firstRow + rows.length}`;
  put(
    sheet,
    { row: 3, column: 0 },
    {
      value: `All ${rows.length} agree`,
      formula: `IF(COUNTIF(${verdicts},"${differs}")=0,"All ${rows.length} agree",COUNTIF(${verdicts},"${differs}")&" of ${rows.length} differ")`,
      look: "headline",
    },
  );
  const numbers = ["Engine", "This workbook", "Difference", "Tolerance"];
  putHeads(sheet, firstRow - 1, ["Figure", "Scenario", "Risk"], numbers);
  put(sheet, { row: firstRow - 1, column: 7 }, { value: "Verdict", look: "note-head" });
  rows.forEach((row, index) => putCheck(sheet, row, firstRow + index));
  sheet.alarms.push({ range: verdicts.replaceAll("$", ""), text: differs });
  return sheet;
}

function resultRows({ metrics, figures, columnHeads, cellOf }: ResultPlaces): readonly CheckRow[] {
  return figures.flatMap((figure, column) => {
    const { scenario = "", risk = "" } = columnHeads[column] ?? {};
    return metrics.filter(isRead).map((metric): CheckRow => {
      const value = metric.value(figure);
      return {
        texts: [metric.label, scenario, risk],
        engine: value,
        sheet: { formula: cellOf(metric.key, column), value },
        tolerance: toleranceOf(metric, value),
        format: metric.format,
      };
    });
  });
}

/** What IRR sets off from is no result: it is judged by the rate that is found. */
function isRead({ key }: ResultMetric): boolean {
  return !key.startsWith("irr-start");
}

/** A rate above 1 may differ by as small a part of itself: no double holds more. */
function toleranceOf({ format, tolerance }: ResultMetric, value: number | string): number {
  if (format.kind === "money" || typeof value === "string") return tolerance;
  return tolerance * Math.max(1, Math.abs(value));
}

/** What must hold within the workbook: other ways to the same figure. */
function controlRows(
  { scenarios, columns }: CaseWorkbookInput,
  { sections, rows }: FlowPlaces,
  { figures, columnHeads, metrics }: ResultPlaces,
): readonly CheckRow[] {
  const format = metrics[0]?.format ?? { kind: "number" };
  return sections.slice(0, scenarios.length).flatMap((section, column): CheckRow[] => {
    const { scenario = "", risk = "" } = columnHeads[column] ?? {};
    const figure = figures[column]?.metrics;
    const present = Number(figure?.netPresentValue ?? "0");
    const last = flowCell(section.cumulative, firstTime + columns.length - 1);
    const net = Number(figure?.netBenefit ?? "0");
    const shared = { tolerance: 0.005, format } as const;
    return [
      {
        texts: ["Discounted flows add up to the net present value", scenario, risk],
        engine: present,
        sheet: { formula: `SUM(${flowRange(section.discounted, rows.columns)})`, value: present },
        ...shared,
      },
      {
        texts: ["The flow so far ends at the net benefit", scenario, risk],
        engine: net,
        sheet: { formula: last, value: net },
        ...shared,
      },
    ];
  });
}

function putCheck(
  sheet: SheetDraft,
  { texts, engine, sheet: now, tolerance, format }: CheckRow,
  row: number,
): void {
  putTexts(sheet, { row, column: 0 }, texts, "row-label");
  const look = "calculated";
  const [engineCell, sheetCell, difference] = [3, 4, 5].map((column) => cellName({ row, column }));
  put(sheet, { row, column: 3 }, { value: engine, look, format });
  put(sheet, { row, column: 4 }, { value: now.value, formula: now.formula, look, format });
  put(
    sheet,
    { row, column: 5 },
    {
      value: 0,
      // Words have no distance: they are the same or they are not.
      formula: `IF(AND(ISNUMBER(${engineCell}),ISNUMBER(${sheetCell})),${sheetCell}-${engineCell},IF(${engineCell}=${sheetCell},0,1))`,
      look,
      format: { kind: "tiny" },
    },
  );
  put(sheet, { row, column: 6 }, { value: tolerance, look, format: { kind: "tiny" } });
  put(
    sheet,
    { row, column: 7 },
    {
      value: agrees,
      formula: `IF(ABS(${difference})<=${cellName({ row, column: 6 })},"${agrees}","${differs}")`,
      look: "note",
    },
  );
}
