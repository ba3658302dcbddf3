import { csvText } from "../../components/csv-text.ts";
import { saveFile } from "../../components/save-file.ts";

/** Rows of a list as the API names them, as a file with every digit: a column a field, many values in one cell by semicolons. */
export function saveRows(fileName: string, rows: readonly object[]): void {
  saveFile(fileName, rowsAsCsv(rows), "text/csv;charset=utf-8");
}

/** @example rowsAsCsv([{ name: "Costs", owners: ["Ada", "Ben"], note: null }]) // "name,owners,note\r\nCosts,Ada; Ben,\r\n" */
export function rowsAsCsv(rows: readonly object[]): string {
  return csvText(rowsAsTable(rows));
}

/** The same as cells, with the names of the fields first. */
export function rowsAsTable(rows: readonly object[]): string[][] {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [fields, ...rows.map((row) => fields.map((field) => cellText(row, field)))];
}

function cellText(row: object, field: string): string {
  const value = (row as Record<string, unknown>)[field];
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
