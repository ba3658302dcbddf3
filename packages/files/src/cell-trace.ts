import { GrowingIntegers } from "./growing-integers.ts";

/** The four facts about a cell stand side by side, so that one look in memory finds them all. */
const fields = 4;

/** Which rows each cell stands on: how many, from which line to which, on which days of its period. */
export class CellTrace {
  readonly #facts = new GrowingIntegers();

  /** Adds a row; returns whether the cell already had one of that day. */
  add(cell: number, line: number, dayBit: number): boolean {
    const at = cell * fields;
    const rows = this.#facts.get(at);
    const days = this.#facts.get(at + 3);
    // The last field first, so that the column grows once for all four.
    this.#facts.set(at + 3, days | dayBit);
    this.#facts.set(at, rows + 1);
    if (rows === 0) this.#facts.set(at + 1, line);
    this.#facts.set(at + 2, line);
    return (days & dayBit) !== 0;
  }

  rows(cell: number): number {
    return this.#facts.get(cell * fields);
  }

  firstLine(cell: number): number {
    return this.#facts.get(cell * fields + 1);
  }

  lastLine(cell: number): number {
    return this.#facts.get(cell * fields + 2);
  }

  /** On how many different days of its period the rows lie. */
  days(cell: number): number {
    let count = 0;
    for (let rest = this.#facts.get(cell * fields + 3); rest !== 0; rest &= rest - 1) count += 1;
    return count;
  }
}
