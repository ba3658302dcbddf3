import { cellName } from "../spreadsheet/cell-name.ts";
import { readSheetRows } from "../sheet-rows.ts";
import { openWorkbook, type Workbook } from "../workbook.ts";
import { readXml } from "../workbook-xml.ts";

/** A workbook as its bytes hold it: what each cell shows, the formula behind it, and the names. */
export type WrittenWorkbook = {
  readonly sheets: readonly string[];
  /** By "Sheet!A1". */
  readonly values: ReadonlyMap<string, string>;
  readonly formulas: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
};

/** Reads a written workbook back with the reader that uploaded files go through. */
export async function readWrittenWorkbook(bytes: Uint8Array): Promise<WrittenWorkbook> {
  const workbook = await openWorkbook(Buffer.from(bytes));
  try {
    const values = new Map<string, string>();
    const formulas = new Map<string, string>();
    for (const sheet of workbook.sheets) {
      await readSheetRows(workbook, sheet, (cells, row) => {
        cells.forEach((cell, column) => {
          if (cell !== undefined)
            values.set(`${sheet.name}!${cellName({ row: row - 1, column })}`, cell.value);
        });
      });
      const found = await textsOf(workbook, sheet.part, { keyOf: "c", attribute: "r", textOf: "f" });
      for (const [cell, formula] of found) formulas.set(`${sheet.name}!${cell}`, formula);
    }
    const names = await textsOf(workbook, "xl/workbook.xml", {
      keyOf: "definedName",
      attribute: "name",
      textOf: "definedName",
    });
    return { sheets: workbook.sheets.map(({ name }) => name), values, formulas, names };
  } finally {
    workbook.parts.close();
  }
}

/** The texts of one kind of element by an attribute of the element they stand in. */
async function textsOf(
  { parts }: Workbook,
  part: string,
  {
    keyOf,
    attribute,
    textOf,
  }: { readonly keyOf: string; readonly attribute: string; readonly textOf: string },
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  let [key, isText] = ["", false];
  await readXml(parts.read(part), part, {
    open: (element, attributes) => {
      if (element === keyOf) key = attributes[attribute] ?? "";
      isText = element === textOf;
    },
    text: (text) => {
      if (isText) texts.set(key, (texts.get(key) ?? "") + text);
    },
    close: () => {
      isText = false;
    },
  });
  return texts;
}
