import { FileRefusal } from "./file-refusal.ts";

/** More than the days of any period. */
const daysPerCell = 64;

/** What a row gives to its periods, as it is told: "1000/10". */
type RowValues = { line: number; values: string };

/**
 * Rows of one date and segment, in a file that should have one of each: a later one with the same values is a
 * duplicate, and one with other values refuses the file, as either could be meant.
 */
export class RepeatedRows {
  readonly #first = new Map<number, RowValues>();

  /** The line of the row this one repeats; undefined where it is the first of its cell and day. */
  repeatedLine(cell: number, dayBit: number, values: string, line: number): number | undefined {
    const key = cell * daysPerCell + Math.log2(dayBit >>> 0);
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#first.set(key, { line, values });
      return undefined;
    }
    if (first.values !== values) throw conflictingRows(first, { line, values });
    return first.line;
  }
}

function conflictingRows(first: RowValues, second: RowValues): FileRefusal {
  const message =
    `Lines ${first.line} and ${second.line} give two values for one period and segment, ${first.values} and ${second.values}. ` +
    'If both are parts of one figure, say repeatedRows "add" in the recipe; otherwise correct the file.';
  return new FileRefusal(`line ${second.line}`, "conflicting-rows", message);
}
