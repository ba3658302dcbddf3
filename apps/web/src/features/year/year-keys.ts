import type { KeyboardEvent } from "react";
import type { YearPlace } from "./year-entries.ts";

/** Where the cell of an event stands; undefined where it is none. */
export function placeOf(target: EventTarget): YearPlace | undefined {
  const [line, column] = ((target as HTMLElement).dataset["cell"] ?? "").split("-").map(Number);
  return line === undefined || column === undefined || Number.isNaN(line) ? undefined : { line, column };
}

/** How far a key moves: Enter and the arrows up and down, and to the side where the cursor is at that end already. */
const steps: Record<string, YearPlace> = {
  Enter: { line: 1, column: 0 },
  ArrowDown: { line: 1, column: 0 },
  ArrowUp: { line: -1, column: 0 },
  ArrowLeft: { line: 0, column: -1 },
  ArrowRight: { line: 0, column: 1 },
};

/** Moves by keys among so many lines and columns; Ctrl or Cmd+Enter saves. */
export function onYearKey(
  event: KeyboardEvent<HTMLElement>,
  grid: { lines: number; columns: number },
  { focus, save }: { focus: (place: YearPlace) => void; save: () => void },
): void {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (!event.repeat) save();
    return;
  }
  const from = placeOf(event.target);
  const step = steps[event.key];
  if (from === undefined || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  if (step.column !== 0 && !isAtEnd(event.target as HTMLInputElement, step.column)) return;
  event.preventDefault();
  const sign = event.key === "Enter" && event.shiftKey ? -1 : 1;
  const to = placeAfter(from, { line: sign * step.line, column: step.column }, grid);
  if (to !== undefined) focus(to);
}

/** The next cell that way; at the foot of a column the head of the next one. Undefined beyond the edges. */
export function placeAfter(
  from: YearPlace,
  step: YearPlace,
  { lines, columns }: { lines: number; columns: number },
): YearPlace | undefined {
  const isPastFoot = from.line + step.line >= lines;
  const line = isPastFoot ? 0 : from.line + step.line;
  const column = from.column + step.column + (isPastFoot ? 1 : 0);
  return line < 0 || column < 0 || column >= columns ? undefined : { line, column };
}

/** Whether the cursor cannot go further that way; what is selected as a whole is left either way. */
function isAtEnd({ selectionStart, selectionEnd, value }: HTMLInputElement, way: number): boolean {
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return way < 0 ? selectionEnd === 0 : selectionStart === value.length;
}
