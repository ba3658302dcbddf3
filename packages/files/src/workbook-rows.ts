import { columnPosition, missingColumn, missingColumns, type CsvHeader } from "./csv-header.ts";
import { spellCell, type ColumnSpelling } from "./cell-spelling.ts";
import type { RowVisitor } from "./csv-scanner.ts";
import { FileRefusal } from "./file-refusal.ts";
import { readSheetRows, type SheetCell } from "./sheet-rows.ts";
import type { TableHeader, TableOptions } from "./table-rows.ts";
import { openWorkbook, type Workbook, type WorkbookSheet } from "./workbook.ts";

/** Titles stand above the headings; so many rows are looked at. */
const rowsSearched = 50;

/** Several sheets have the columns that were asked for. Which one is meant is not ours to say. */
export class AmbiguousSheet extends Error {
  readonly sheets: readonly string[];

  constructor(sheets: readonly string[]) {
    super(`${sheets.length} sheets have these columns`);
    this.name = "AmbiguousSheet";
    this.sheets = sheets;
  }
}

type Found = { sheet: WorkbookSheet; names: string[]; row: number; titles: string[] };

/**
 * Reads the rows of one sheet of a workbook as `readCsvRows` reads a CSV file: the chosen columns of every row
 * below the headings that is not blank, spelled as text. The sheet is the one the options name, or the only
 * one that has every column; where several have, `AmbiguousSheet` is thrown.
 */
export async function readWorkbookRows(
  file: Buffer,
  options: TableOptions,
  visit: RowVisitor,
): Promise<TableHeader> {
  const workbook = await openWorkbook(file);
  try {
    const found = await findSheet(workbook, options);
    return await readRows(workbook, found, options, visit);
  } finally {
    workbook.parts.close();
  }
}

async function readRows(
  workbook: Workbook,
  { sheet, names, row: headingRow, titles }: Found,
  options: TableOptions,
  visit: RowVisitor,
): Promise<TableHeader> {
  const { columns, spelling = plainSpelling, signal, onHeader, tableEnd } = options;
  const bodyLine = headingRow + 1;
  const header: CsvHeader = { names, delimiter: ",", line: headingRow, bodyOffset: 0, bodyLine, titles };
  const wanted =
    columns === "all" ? [...names.keys()] : columns.map((column) => columnPosition(header, column));
  const shown = wanted.length;
  // The first column too, as in a CSV file: it may say that a row is a total.
  if (!wanted.includes(0)) wanted.push(0);
  const spellings = wanted.map((position, slot) =>
    spelling(columns === "all" || slot >= shown ? (names[position] ?? "") : (columns[slot] as string)),
  );
  onHeader?.(header);
  const found: TableHeader = { ...header, sheet: sheet.name, formulaCells: 0 };
  const cells = wanted.map(() => "");
  let lastRow = headingRow;
  await readSheetRows(workbook, sheet, (row, line) => {
    if (line <= headingRow) return;
    signal?.throwIfAborted();
    if (tableEnd !== undefined && lastRow > headingRow && line > lastRow + 1) return true;
    let isBlank = true;
    wanted.forEach((position, slot) => {
      const cell = row[position];
      if (cell?.isFormula === true && cell.kind !== "error") found.formulaCells += 1;
      const text = cell && spellCell(cell, spellings[slot] as ColumnSpelling, workbook.isDate1904);
      cells[slot] = text ?? "";
      if (text !== undefined && text.trim() !== "") isBlank = false;
    });
    // Rows have no fixed number of fields in a workbook: cells left empty are not there.
    if (isBlank && !row.some((cell) => isFilled(cell))) return false;
    lastRow = line;
    visit(cells, names.length, line);
    return false;
  });
  return found;
}

function isFilled(cell: SheetCell | undefined): boolean {
  return cell !== undefined && cell.value.trim() !== "";
}

const openSpelling: ColumnSpelling = { decimal: ".", dates: undefined, isDateColumn: false };

function plainSpelling(): ColumnSpelling {
  return openSpelling;
}

async function findSheet(workbook: Workbook, options: TableOptions): Promise<Found> {
  const sheets = chosenSheets(workbook, options.sheet);
  const matches: Found[] = [];
  let nearest: (Found & { missing: string[] }) | undefined;
  for (const sheet of sheets) {
    const heading = await findHeading(workbook, sheet, options);
    if (heading === undefined) continue;
    if (heading.missing.length === 0) matches.push(heading);
    else if (nearest === undefined || heading.missing.length < nearest.missing.length) nearest = heading;
    // Where nothing is known of the columns, the first sheet with rows is shown.
    if (options.columns === "all" && matches.length > 0) break;
  }
  const [match, second] = matches;
  if (second !== undefined) throw new AmbiguousSheet(matches.map(({ sheet }) => sheet.name));
  if (match !== undefined) return match;
  if (nearest === undefined) {
    throw new FileRefusal("the file", "no-header", "There is no line of headings in the workbook.");
  }
  throw missingColumn({ names: nearest.names, line: nearest.row }, nearest.missing);
}

function chosenSheets(workbook: Workbook, name: string | undefined): WorkbookSheet[] {
  if (name === undefined) return workbook.sheets.filter(({ isHidden }) => !isHidden);
  const wanted = name.trim().toLowerCase();
  const chosen = workbook.sheets.filter((sheet) => sheet.name.trim().toLowerCase() === wanted);
  if (chosen.length > 0) return chosen;
  const there = workbook.sheets.map((sheet) => `"${sheet.name}"`).join(", ");
  const message = `There is no sheet "${name}"; the workbook has ${there}.`;
  throw new FileRefusal(`sheet "${name}"`, "missing-sheet", message);
}

/** The first row that has every column, or the nearest miss; undefined for a sheet without rows. */
async function findHeading(
  workbook: Workbook,
  sheet: WorkbookSheet,
  { columns, headerLine, tableEnd }: TableOptions,
): Promise<(Found & { missing: string[] }) | undefined> {
  let best: (Found & { missing: string[] }) | undefined;
  let rows = 0;
  let titles: { text: string; row: number }[] = [];
  await readSheetRows(workbook, sheet, (row, line) => {
    rows += 1;
    if (headerLine === undefined || headerLine === line) {
      const names = Array.from(row, (cell) => (cell === undefined ? "" : headingText(cell)));
      const missing = columns === "all" ? [] : missingColumns(names, columns);
      const heading = { sheet, names, row: line, missing, titles: titles.map(({ text }) => text) };
      if (best === undefined || isNearer(heading, best, columns === "all")) best = heading;
      if (columns !== "all" && missing.length === 0) return true;
    }
    if (tableEnd !== undefined && (titles.at(-1)?.row ?? line) < line - 1) titles = [];
    titles = [...titles.slice(1 - rowsSearched), { text: rowText(row), row: line }];
    return (
      (rows >= rowsSearched && tableEnd === undefined) ||
      line >= (headerLine ?? Infinity) ||
      (columns === "all" && rows >= 6)
    );
  });
  return best;
}

function rowText(row: readonly (SheetCell | undefined)[]): string {
  return row.flatMap((cell) => (cell === undefined ? [] : [headingText(cell)])).join(" ");
}

function isNearer(
  heading: Found & { missing: string[] },
  best: Found & { missing: string[] },
  isGuess: boolean,
): boolean {
  if (!isGuess) return heading.missing.length < best.missing.length;
  return filled(heading.names) > filled(best.names);
}

function filled(names: readonly string[]): number {
  return names.filter((name) => name !== "").length;
}

function headingText(cell: SheetCell): string {
  return spellCell(cell, openSpelling, false).trim();
}
