import { readFileSync } from "node:fs";
import { cellName } from "../src/spreadsheet/cell-name.ts";
import type { SheetCell, Spreadsheet } from "../src/spreadsheet/sheet-draft.ts";
import { readSheetRows } from "../src/sheet-rows.ts";
import { openWorkbook } from "../src/workbook.ts";

/** A cell in which the recalculated workbook and the engine are apart. */
export type Difference = {
  readonly cell: string;
  readonly formula: string;
  readonly engine: string | number;
  readonly found: string;
};

/** What a comparison looked at, and what it found apart. */
export type Comparison = {
  readonly compared: number;
  readonly widestMoney: number;
  readonly widestRate: number;
  readonly differences: readonly Difference[];
};

const moneyTolerance = 0.005;
const rateTolerance = 1e-9;

/**
 * Holds every formula of a recalculated workbook against what the engine says it comes to: money to half a cent, all
 * other numbers to a billionth (of themselves, above 1), words to the letter.
 */
export async function compareWorkbook(file: string, expected: Spreadsheet): Promise<Comparison> {
  const found = await valuesOf(file);
  const differences: Difference[] = [];
  let [compared, widestMoney, widestRate] = [0, 0, 0];
  for (const sheet of expected.sheets) {
    for (const [row, cells] of sheet.cells) {
      for (const [column, cell] of cells) {
        // How far apart the sheet finds them is judged by the verdict beside it, by the row's own tolerance.
        if (cell.formula === undefined || cell.format?.kind === "tiny") continue;
        compared += 1;
        const name = `${sheet.name}!${cellName({ row, column })}`;
        const value = found.get(name) ?? "";
        const apart = distance(cell, value);
        if (cell.format?.kind === "money") widestMoney = Math.max(widestMoney, apart);
        else widestRate = Math.max(widestRate, apart);
        if (apart <= (cell.format?.kind === "money" ? moneyTolerance : rateTolerance)) continue;
        differences.push({ cell: name, formula: cell.formula, engine: cell.value, found: value });
      }
    }
  }
  return { compared, widestMoney, widestRate, differences };
}

/** How far apart two values are; infinitely where one is a number and the other is words. */
function distance({ value, format }: SheetCell, found: string): number {
  if (typeof value === "string") return value === found ? 0 : Infinity;
  const number = found.trim() === "" ? Number.NaN : Number(found);
  if (!Number.isFinite(number)) return Infinity;
  const apart = Math.abs(number - value);
  return format?.kind === "money" ? apart : apart / Math.max(1, Math.abs(value));
}

/** What each cell of a workbook holds, by sheet and name, read by the reader of this package. */
async function valuesOf(file: string): Promise<Map<string, string>> {
  const workbook = await openWorkbook(readFileSync(file));
  const values = new Map<string, string>();
  try {
    for (const sheet of workbook.sheets) {
      await readSheetRows(workbook, sheet, (cells, row) => {
        cells.forEach((cell, column) => {
          if (cell !== undefined)
            values.set(`${sheet.name}!${cellName({ row: row - 1, column })}`, cell.value);
        });
      });
    }
  } finally {
    workbook.parts.close();
  }
  return values;
}
