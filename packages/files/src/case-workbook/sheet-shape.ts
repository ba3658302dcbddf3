import { dayNumber } from "@liftledger/finance/day-number";
import { currencyExponent } from "@liftledger/finance/currency";
import { cellName, rangeName } from "../spreadsheet/cell-name.ts";
import type { NumberFormat } from "../spreadsheet/cell-look.ts";
import type { SheetDraft } from "../spreadsheet/sheet-draft.ts";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";

/** The column of the case's first column: the same on Inputs and Flows, so that a period stands under itself. */
export const firstTime = 5;

/** Spreadsheets count days from the one before 1900-01-01, and a leap day that never was. */
const daysBefore1970 = 25_569;

/** The number of a day in a spreadsheet. */
export function dayOfSheet(date: string): number {
  return dayNumber(date) + daysBefore1970;
}

/** The range of a row over all columns of the case, both ends fixed. */
export function acrossTime(row: number, columns: number, from: number = 0): string {
  return rangeName({ row, column: firstTime + from }, { row, column: firstTime + columns - 1 });
}

/** The cell of a row in one of the case's columns. */
export function atTime(row: number, index: number, fix: "none" | "row" = "none"): string {
  return cellName({ row, column: firstTime + index }, fix);
}

/** How many pages wide a sheet with a row of columns is printed: a page takes the labels and thirteen of them. */
export function pagesFor(columns: number): number {
  return Math.max(1, Math.ceil(columns / 13));
}

/** The width and height of a printed page within its margins over those of a digit and of a row, in points. */
const [digitsWide, rowsHigh] = [784 / 5.25, 516 / 16];

/**
 * Begins a printed page with each of the sections that would otherwise be cut in two, given their first rows in order,
 * once the sheet is filled: so a section's heads stand over all of it wherever a page can hold it.
 */
export function startPages(sheet: SheetDraft, sections: readonly number[]): void {
  const width = sheet.columnWidths.reduce((sum, column) => sum + column, 0);
  const rowsOnPage = Math.floor((rowsHigh * width) / (digitsWide * (sheet.pagesWide ?? 1)));
  let pageStart = 0;
  sections.forEach((row, index) => {
    const next = sections[index + 1] ?? Math.max(...sheet.cells.keys()) + 1;
    if (next - pageStart <= rowsOnPage) return;
    sheet.pageStarts.push(row);
    pageStart = row;
  });
}

/** The widths of a sheet with a row of columns. */
export function widthsFor(labels: readonly number[], columns: number): number[] {
  return [...labels, ...Array.from({ length: columns }, () => 14)];
}

/** Money of the case's currency. */
export function moneyFormat({ currency }: Pick<CaseWorkbookInput, "currency">): NumberFormat {
  return { kind: "money", digits: currencyExponent(currency) };
}

/** What a period of the case is called, one and several. */
export function periodWords({ period }: Pick<CaseWorkbookInput, "period">): { one: string; many: string } {
  return { one: period, many: `${period}s` };
}

/** An instant as people read it: "2026-11-22 21:30 UTC". */
export function instantWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
