import type { PlanPath } from "../cases/plan-words.ts";

/*
 * A path as a row of cells, one for each column in which its line comes: an empty cell goes on with the value before it.
 */

/** The columns in which a line comes. */
export function runColumns(
  run: { kind: "one-off"; column: number } | { kind: "recurring"; from: number; to: number | null },
  columns: readonly number[],
): readonly number[] {
  if (run.kind === "one-off") return columns.filter((column) => column === run.column);
  return columns.filter((column) => column >= run.from && (run.to === null || column <= run.to));
}

/** What stands in the cells; the first one shows the value that holds there, wherever its step began. */
export function cellsOf(path: PlanPath, columns: readonly number[]): string[] {
  return columns.map((column, place) => {
    const step =
      place === 0 ? path.findLast(({ from }) => from <= column) : path.find(({ from }) => from === column);
    return step?.value ?? "";
  });
}

/** The path that cells say. What the first one says holds from the beginning, so that the line may be moved. */
export function pathOfCells(cells: readonly string[], columns: readonly number[]): PlanPath {
  return cells.flatMap((text, place) => {
    const from = place === 0 ? 0 : columns[place];
    return text.trim() === "" || from === undefined ? [] : [{ from, value: text }];
  });
}

/** Cells with a row of others written over them from a place on; what would lie beyond the last is left out. */
export function withPasted(cells: readonly string[], place: number, pasted: readonly string[]): string[] {
  return cells.map((text, index) => pasted[index - place] ?? text);
}
