import type { KeyboardEvent } from "react";
import type { CellName, LogRow } from "./log-entries.ts";

export interface SheetActions {
  /** Puts the cursor into a cell, by its place: "2-numerator"; or onto the button "save". */
  focus: (place: string) => void;
  submit: () => void;
}

/** Enter and the arrows move along a column, Enter at its end to the next one; Ctrl or Cmd+Enter saves. */
export function onSheetKey(
  event: KeyboardEvent<HTMLElement>,
  rows: readonly LogRow[],
  { focus, submit }: SheetActions,
): void {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (!event.repeat) submit();
    return;
  }
  const place = event.target instanceof HTMLElement ? event.target.dataset["cell"] : undefined;
  const [index, cell] = place?.split("-") ?? [];
  const step = stepOf(event);
  if (index === undefined || cell === undefined || step === undefined) return;
  event.preventDefault();
  focus(placeAfter(rows, Number(index), cell as CellName, step));
}

function stepOf({ key, shiftKey }: KeyboardEvent<HTMLElement>): 1 | -1 | undefined {
  if (key === "ArrowUp" || (key === "Enter" && shiftKey)) return -1;
  return key === "Enter" || key === "ArrowDown" ? 1 : undefined;
}

/** The next cell of a column that is there to be filled; below the last one the next column, then Save. */
export function placeAfter(rows: readonly LogRow[], from: number, cell: CellName, step: 1 | -1): string {
  const hasCell = (row: LogRow | undefined) => row !== undefined && (cell === "numerator" || !row.isTotal);
  let index = from + step;
  while (index >= 0 && index < rows.length && !hasCell(rows[index])) index += step;
  if (index >= 0 && index < rows.length) return `${index}-${cell}`;
  if (step === -1) return `${from}-${cell}`;
  const firstDivided = rows.findIndex((row) => !row.isTotal);
  return cell === "numerator" && firstDivided >= 0 ? `${firstDivided}-denominator` : "save";
}
