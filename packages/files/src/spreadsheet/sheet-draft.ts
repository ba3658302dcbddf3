import { cellName, type Place } from "./cell-name.ts";
import type { CellLook, NumberFormat } from "./cell-look.ts";

/** What a cell shows, and the formula that gives it: the value is then what a reader sees before recalculating. */
export type SheetCell = {
  readonly value: string | number;
  readonly formula?: string;
  readonly look: CellLook;
  readonly format?: NumberFormat;
};

/** A chart of ranges, drawn from one corner to the other. */
export type SheetChart = {
  readonly kind: "line" | "column";
  readonly title: string;
  /** What it shows, for who cannot see it. */
  readonly altText: string;
  readonly categories: string;
  readonly series: readonly { readonly name: string; readonly values: string; readonly colour: string }[];
  readonly from: Place;
  readonly to: Place;
  readonly valueFormat: NumberFormat;
};

/** One sheet while it is written: cells by place, and how it is looked at and printed. */
export type SheetDraft = {
  readonly name: string;
  /** By row, then by column. */
  readonly cells: Map<number, Map<number, SheetCell>>;
  readonly columnWidths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The rows that every printed page after them begins with, counted from 0; the frozen ones unless told. */
  repeated?: { readonly from: number; readonly to: number };
  /** Rows that begin a printed page, counted from 0. */
  readonly pageStarts: number[];
  readonly tabColour: string;
  readonly summary: string;
  readonly charts: SheetChart[];
  readonly choices: { readonly cell: string; readonly from: string; readonly prompt: string }[];
  /** Cells that are coloured where they hold this text. */
  readonly alarms: { readonly range: string; readonly text: string }[];
  /** How many pages wide it is printed; 1 unless told. */
  readonly pagesWide?: number;
  /** Printed on one page, so that a picture stays beside its numbers; as many as it takes unless told. */
  readonly isOnePage?: boolean;
};

/** A workbook to be written. The same draft gives the same bytes. */
export type Spreadsheet = {
  readonly title: string;
  readonly description: string;
  readonly company: string;
  /** The instant it bears, as ISO text. */
  readonly createdAt: string;
  readonly sheets: readonly SheetDraft[];
  readonly names: readonly { readonly name: string; readonly range: string }[];
};

/** An empty sheet. */
export function newSheet(
  name: string,
  shape: Pick<SheetDraft, "columnWidths" | "frozen" | "tabColour" | "summary"> & {
    readonly pagesWide?: number;
    readonly isOnePage?: boolean;
  },
): SheetDraft {
  return { name, ...shape, cells: new Map(), pageStarts: [], charts: [], choices: [], alarms: [] };
}

/** The longest text a cell holds. */
const longestText = 32_767;
// XML 1.0 cannot hold these, not even escaped.
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * Writes a cell and gives its name. Throws a RangeError on a number that is none and on a place that is taken:
 * a figure is never written over.
 */
export function put(sheet: SheetDraft, place: Place, cell: SheetCell): string {
  const { value } = cell;
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`${sheet.name}!${cellName(place)} would hold ${value}`);
  }
  const row = sheet.cells.get(place.row) ?? new Map<number, SheetCell>();
  if (row.has(place.column)) throw new RangeError(`${sheet.name}!${cellName(place)} is written twice`);
  const clean = typeof value === "string" ? value.replace(unwritable, " ").slice(0, longestText) : value;
  row.set(place.column, { ...cell, value: clean });
  sheet.cells.set(place.row, row);
  return cellName(place);
}

/** Texts side by side, from a column on. */
export function putTexts(
  sheet: SheetDraft,
  { row, column }: Place,
  texts: readonly string[],
  look: CellLook,
): void {
  texts.forEach((value, index) => put(sheet, { row, column: column + index }, { value, look }));
}

/** The heads of a table: words to the left, what stands over numbers to the right. */
export function putHeads(
  sheet: SheetDraft,
  row: number,
  words: readonly string[],
  numbers: readonly string[],
): void {
  putTexts(sheet, { row, column: 0 }, words, "column-head");
  putTexts(sheet, { row, column: words.length }, numbers, "number-head");
}

/** A heading over a section: a band as wide as the sheet's columns. */
export function putHeading(sheet: SheetDraft, row: number, cell: string | SheetCell, columns: number): void {
  const first: SheetCell = typeof cell === "string" ? { value: cell, look: "heading" } : cell;
  put(sheet, { row, column: 0 }, first);
  for (let column = 1; column < columns; column += 1)
    put(sheet, { row, column }, { value: "", look: "heading" });
}
