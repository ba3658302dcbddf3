import { uncalculated } from "./sheet-rows.ts";

const errors: ReadonlySet<string> = new Set([
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#VALUE!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  uncalculated,
]);

/** Whether a cell holds a spreadsheet's error instead of a value, in a workbook or exported to text. */
export function isErrorCell(text: string): boolean {
  return text.startsWith("#") && errors.has(text);
}

/** Why a row with such a cell is refused. */
export function errorCell(text: string): { rule: string; message: string } {
  const message =
    text === uncalculated
      ? "the cell is a formula without a stored value; open the workbook in a spreadsheet and save it"
      : `the cell holds the error ${text}`;
  return { rule: "error-cell", message };
}
