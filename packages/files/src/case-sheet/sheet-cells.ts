import { multiplyDecimals } from "@liftledger/numerics/decimal";
import type { ImportProblem } from "../import-request.ts";
import { readNumber } from "../number-cell.ts";
import type { SheetRole, SheetRow } from "./sheet-columns.ts";

/** Reads cells, and keeps what is wrong with them: by row, column and rule, with what was seen and what to do. */
export interface SheetCells {
  refuse(row: SheetRow, column: string, rule: string, message: string): void;
  /** A number, or a share where a percent sign stands ("80%" is 0.8); undefined where it is neither, which is told. */
  number(row: SheetRow, column: string, text: string): string | undefined;
  /** A cell that may be empty. */
  optionalNumber(row: SheetRow, role: SheetRole, column: string): string | null;
  /** One of some words, spaces and hyphens alike; undefined where it is none of them, which is told. */
  oneOf<Word extends string>(
    row: SheetRow,
    column: string,
    text: string,
    words: readonly Word[],
  ): Word | undefined;
}

export function sheetCells(decimal: "." | ",", problems: ImportProblem[]): SheetCells {
  const style = { decimal, thousands: decimal === "." ? "," : "." } as const;
  const refuse: SheetCells["refuse"] = (row, column, rule, message) => {
    problems.push({ place: `row ${row.line}, ${column}`, rule, message });
  };
  const number: SheetCells["number"] = (row, column, text) => {
    const isPercent = text.endsWith("%");
    const read = readNumber(isPercent ? text.slice(0, -1) : text, style);
    if (read === undefined) {
      const how = decimal === "." ? "a decimal point" : "a decimal comma";
      refuse(
        row,
        column,
        "not-a-number",
        `"${text}" is no number with ${how}. Write it plainly, such as 1200${decimal}5 or 80%.`,
      );
      return undefined;
    }
    return isPercent ? multiplyDecimals(read, "0.01") : read;
  };
  return {
    refuse,
    number,
    optionalNumber(row, role, column) {
      const text = row.cell(role);
      return text === "" ? null : (number(row, column, text) ?? null);
    },
    oneOf(row, column, text, words) {
      const plain = text.toLowerCase().replaceAll(/[\s-]+/g, " ");
      const found = words.find((word) => word.toLowerCase().replaceAll("-", " ") === plain);
      if (found === undefined)
        refuse(
          row,
          column,
          "unknown-word",
          `"${text}" is none of: ${words.map((word) => word.replaceAll("-", " ")).join(", ")}.`,
        );
      return found;
    },
  };
}
