import { longestCell, mostColumns } from "./csv-header.ts";
import { FileRefusal } from "./file-refusal.ts";
import { unescapeText, type Workbook, type WorkbookSheet } from "./workbook.ts";
import { brokenWorkbook } from "./workbook-parts.ts";
import { readXml } from "./workbook-xml.ts";

/** A cell as the workbook holds it. Numbers are the digits of its XML; errors their name, such as "#DIV/0!". */
export type SheetCell = {
  kind: "text" | "number" | "date" | "time" | "error";
  value: string;
  /** Whether a formula gave the value. It is the one stored in the file: nothing is calculated. */
  isFormula: boolean;
};

/** Takes a row: its cells by column, with gaps where they are empty, and its number, from 1. Returns true to stop. */
type SheetRowVisitor = (cells: readonly (SheetCell | undefined)[], row: number) => boolean | void;

/** What stands for a formula that was never calculated. */
export const uncalculated = "#UNCALCULATED!";

/** Reads the rows of a sheet that have any cell, in order, by streaming. */
export async function readSheetRows(
  workbook: Workbook,
  sheet: WorkbookSheet,
  visit: SheetRowVisitor,
): Promise<void> {
  const reader = new SheetReader(workbook, sheet.name, visit);
  await readXml(workbook.parts.read(sheet.part), sheet.part, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
    isDone: () => reader.isDone,
  });
}

class SheetReader {
  readonly #workbook: Workbook;
  readonly #sheet: string;
  readonly #visit: SheetRowVisitor;
  isDone = false;
  #row = 0;
  #column = -1;
  #cells: (SheetCell | undefined)[] = [];
  #type = "n";
  #style = 0;
  #value = "";
  #hasFormula = false;
  #isValue = false;
  #isReading = false;

  constructor(workbook: Workbook, sheet: string, visit: SheetRowVisitor) {
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#visit = visit;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.isDone) return;
    if (name === "row") this.#openRow(attributes["r"]);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "f") this.#hasFormula = true;
    else if (name === "rPh") this.#isReading = true;
    else if (name === "v" || name === "t") this.#isValue = !this.#isReading;
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
  }

  close(name: string): void {
    if (this.isDone) return;
    if (name === "v" || name === "t") this.#isValue = false;
    else if (name === "rPh") this.#isReading = false;
    else if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
    else if (name === "sheetData") this.isDone = true;
  }

  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!Number.isSafeInteger(row) || row <= this.#row) {
      throw brokenWorkbook(`sheet "${this.#sheet}"`, `row ${number} stands after row ${this.#row}`);
    }
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell({ r: place, t: type = "n", s: style = "0" }: Readonly<Record<string, string>>): void {
    const column = place === undefined ? this.#column + 1 : columnIndex(place);
    if (column === undefined || column <= this.#column) {
      throw brokenWorkbook(`sheet "${this.#sheet}"`, `row ${this.#row} has the cell "${place}" out of order`);
    }
    this.#column = column;
    this.#type = type;
    this.#style = Number(style);
    this.#value = "";
    this.#hasFormula = false;
  }

  #closeCell(): void {
    const cell = this.#cell();
    if (cell === undefined) return;
    if (cell.value.length > longestCell) throw this.#tooLong();
    if (this.#column >= mostColumns) throw this.#tooWide();
    this.#cells[this.#column] = cell;
  }

  #cell(): SheetCell | undefined {
    const value = this.#value;
    const isFormula = this.#hasFormula;
    if (value === "") return isFormula && this.#type !== "str" ? error(uncalculated) : undefined;
    switch (this.#type) {
      case "s":
        return { kind: "text", value: this.#sharedText(value), isFormula };
      case "b":
        return { kind: "text", value: value === "1" ? "TRUE" : "FALSE", isFormula };
      case "e":
        return error(value, isFormula);
      case "n":
        return { kind: this.#workbook.styles[this.#style] ?? "number", value, isFormula };
      default:
        return { kind: "text", value: unescapeText(value), isFormula };
    }
  }

  #sharedText(index: string): string {
    const text = this.#workbook.texts[Number(index)];
    if (text !== undefined) return text;
    throw brokenWorkbook(`sheet "${this.#sheet}"`, `row ${this.#row} refers to a text that is not there`);
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#visit(this.#cells, this.#row) === true) this.isDone = true;
  }

  #tooLong(): FileRefusal {
    const message = `Line ${this.#row} has a cell over ${longestCell.toLocaleString("en")} characters.`;
    return new FileRefusal(`line ${this.#row}`, "cell-too-long", message);
  }

  #tooWide(): FileRefusal {
    const message = `Line ${this.#row} of the sheet "${this.#sheet}" has a cell in column ${this.#column + 1}; at most ${mostColumns} columns are read.`;
    return new FileRefusal(`line ${this.#row}`, "too-many-columns", message);
  }
}

function error(value: string, isFormula = true): SheetCell {
  return { kind: "error", value, isFormula };
}

/** "AB12" is column 27, from 0; undefined where it is no place of a sheet. */
function columnIndex(place: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
