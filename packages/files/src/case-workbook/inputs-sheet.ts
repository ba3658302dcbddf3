import { cellName, onSheet, rangeName } from "../spreadsheet/cell-name.ts";
import {
  newSheet,
  put,
  putHeading,
  putHeads,
  putTexts,
  type SheetDraft,
} from "../spreadsheet/sheet-draft.ts";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";
import { putAssumptions } from "./assumption-rows.ts";
import { putChoices, type ChoicePlaces } from "./choice-rows.ts";
import { benefitTiers, counts, riskIn, tellsTiers } from "./flow-figures.ts";
import { dayOfSheet, firstTime, pagesFor, startPages, widthsFor } from "./sheet-shape.ts";

/** Where on Inputs the other sheets find what they reckon with. */
export type InputPlaces = {
  readonly choices: ChoicePlaces;
  /** By line, quantity and scenario: the row of the values. */
  readonly quantityRows: readonly (readonly (readonly number[])[])[];
  /** By line, then scenario: the cell of its risk, with its sheet. */
  readonly riskCells: readonly (readonly string[])[];
  /** How each benefit counts, and whether it does (1 or 0): ranges with their sheet; none where nobody says. */
  readonly tierRange: string | undefined;
  readonly countsRange: string | undefined;
  /** By line: the cell that says whether it counts. */
  readonly countsCells: readonly (string | undefined)[];
  readonly headingRow: number;
  readonly dateRow: number | undefined;
};

export const inputsName = "Inputs";

/** The sheet of everything a reader may change: choices, lines and their assumptions, with where each comes from. */
export function inputsSheet(
  input: CaseWorkbookInput,
  ratePerPeriod: string,
): { sheet: SheetDraft; places: InputPlaces } {
  const width =
    firstTime + Math.max(input.columns.length, input.scenarios.length + (tellsTiers(input) ? 1 : 0));
  const sheet = newSheet(inputsName, {
    columnWidths: widthsFor([nameWidth(input), 30, 20, 22, 60], input.columns.length),
    frozen: { rows: 0, columns: 1 },
    tabColour: "BF9000",
    summary:
      "Everything that may be changed: scenario, rates, lines and their assumptions with their sources.",
    pagesWide: pagesFor(input.columns.length),
  });
  const { title, organisation, subtitle } = input;
  put(sheet, { row: 0, column: 0 }, { value: title, look: "title" });
  put(sheet, { row: 1, column: 0 }, { value: `${organisation} · ${subtitle}`, look: "subtitle" });
  const legend = "Blue on yellow is an input and may be changed; everything else is a formula or a label.";
  put(sheet, { row: 2, column: 0 }, { value: legend, look: "subtitle" });
  const { places: choices, nextRow: registerRow } = putChoices(sheet, input, ratePerPeriod, 4, width);
  const { nextRow, ...register } = putRegister(sheet, input, registerRow, width);
  putHeading(sheet, nextRow, "Assumptions by line, a column a period", width);
  const headingRow = nextRow + 1;
  putHeads(sheet, headingRow, ["Line", "Quantity", "Scenario", "Unit", "Evidence and source"], input.columns);
  const dateRow = putDates(sheet, input, headingRow + 1);
  const firstLine = dateRow === undefined ? headingRow + 1 : dateRow + 1;
  const quantityRows = putAssumptions(sheet, input, firstLine);
  // A printed page repeats one stretch of heads: those over the assumptions, which are the longest table.
  sheet.repeated = { from: nextRow, to: firstLine - 1 };
  startPages(sheet, [registerRow, nextRow]);
  return { sheet, places: { choices, ...register, quantityRows, headingRow, dateRow } };
}

function putDates(sheet: SheetDraft, { dates }: CaseWorkbookInput, row: number): number | undefined {
  if (dates === undefined) return undefined;
  put(sheet, { row, column: 0 }, { value: "Date of the flow", look: "row-label" });
  dates.forEach((date, index) => {
    put(
      sheet,
      { row, column: firstTime + index },
      { value: dayOfSheet(date), look: "input", format: { kind: "day" } },
    );
  });
  return row;
}

/** One row a line: what it is and the share by which it may fall short, a column a scenario. */
function putRegister(
  sheet: SheetDraft,
  input: CaseWorkbookInput,
  row: number,
  width: number,
): Pick<InputPlaces, "riskCells" | "tierRange" | "countsRange" | "countsCells"> & {
  readonly nextRow: number;
} {
  const { lines, scenarios } = input;
  putHeading(sheet, row, "Lines and their risk", width);
  const heads = scenarios.map(({ name }) => `Risk,\n${name}`);
  putHeads(
    sheet,
    row + 1,
    ["Line", "Class or category", "Kind", "Counts as", "Owner; reason of the risk"],
    [...heads, ...(tellsTiers(input) ? ["Counts (1 yes, 0 no)"] : [])],
  );
  const riskCells = lines.map((line, index) => {
    const at = row + 2 + index;
    putTexts(sheet, { row: at, column: 0 }, [line.name, line.group, line.kind], "row-label");
    const reason = [line.owner ?? "", line.risk?.reason ?? ""].filter((text) => text !== "").join("; ");
    put(sheet, { row: at, column: 4 }, { value: reason, look: "row-label" });
    const base = cellName({ row: at, column: firstTime }, "both");
    return scenarios.map(({ name }, number) => {
      const place = { row: at, column: firstTime + number };
      const value = Number(riskIn(line, name));
      const isOwn = number === 0 || line.risk?.inScenarios?.[name] !== undefined;
      put(sheet, place, {
        value,
        ...(isOwn ? { look: "input" } : { look: "calculated", formula: base }),
        format: { kind: "percent" },
      });
      return onSheet(inputsName, cellName(place, "both"));
    });
  });
  return { riskCells, ...putTiers(sheet, input, row + 2), nextRow: row + 3 + lines.length };
}

/** How each benefit counts, and whether it does on the chosen basis. Benefits are the first lines of the register. */
function putTiers(
  sheet: SheetDraft,
  input: CaseWorkbookInput,
  row: number,
): Pick<InputPlaces, "tierRange" | "countsRange" | "countsCells"> {
  const { lines, scenarios } = input;
  const benefits = lines.filter(({ kind }) => kind === "benefit");
  if (!tellsTiers(input)) return { tierRange: undefined, countsRange: undefined, countsCells: [] };
  const countsColumn = firstTime + scenarios.length;
  const [cash, capacity] = benefitTiers;
  const countsCells = benefits.map((line, index) => {
    const [tierPlace, countsPlace] = [3, countsColumn].map((column) => ({ row: row + index, column })) as [
      { row: number; column: number },
      { row: number; column: number },
    ];
    const tier = put(sheet, tierPlace, { value: line.tier ?? "", look: "input" });
    put(sheet, countsPlace, {
      value: counts(input, line) ? 1 : 0,
      formula: `IF(OR(${tier}="${cash}",AND(${tier}="${capacity}",BasisNumber>=2),BasisNumber=3),1,0)`,
      look: "calculated",
      format: { kind: "whole" },
    });
    const prompt = "cash, capacity, or risk-avoided: a loss that is expected to stay away.";
    sheet.choices.push({ cell: tier, from: `"${benefitTiers.join(",")}"`, prompt });
    return onSheet(inputsName, cellName(countsPlace, "both"));
  });
  const down = (column: number): string =>
    onSheet(inputsName, rangeName({ row, column }, { row: row + benefits.length - 1, column }));
  return { tierRange: down(3), countsRange: down(countsColumn), countsCells };
}

/** As wide as the longest name of a line needs, up to a width that leaves room for the rest. */
function nameWidth({ lines }: CaseWorkbookInput): number {
  return Math.min(60, Math.max(34, ...lines.map(({ name }) => name.length)));
}
