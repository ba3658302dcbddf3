import type { NewCasePlan } from "@liftledger/contracts/case-plan";
import type { SheetCells } from "./sheet-cells.ts";
import type { PeriodColumn, SheetRow } from "./sheet-columns.ts";

export type Path = NewCasePlan["costs"][number]["amount"];
type Run = NewCasePlan["costs"][number]["run"];

/** The figures of a row from column to column: a step where one differs from the one before; an empty cell goes on. */
export function pathOf(row: SheetRow, periods: readonly PeriodColumn[], cells: SheetCells): Path {
  const path: Path = [];
  row.figures.forEach((text, place) => {
    const period = periods[place];
    if (text === "" || period === undefined) return;
    const value = cells.number(row, period.heading, text);
    if (value !== undefined && path.at(-1)?.value !== value) path.push({ from: period.column, value });
  });
  return path;
}

/** In which periods a row of amounts comes: from its first figure to its last, between which none may be empty. */
export function runOfAmounts(row: SheetRow, periods: readonly PeriodColumn[], cells: SheetCells): Run {
  const filled = row.figures.flatMap((text, place) => (text === "" ? [] : [place]));
  const [first, last] = [filled[0], filled.at(-1)];
  if (first === undefined || last === undefined) return { kind: "recurring", from: 1, to: null };
  const gap = row.figures.findIndex((text, place) => text === "" && place > first && place < last);
  if (gap !== -1) {
    const heading = periods[gap]?.heading ?? "";
    cells.refuse(
      row,
      heading,
      "gap",
      `"${heading}" is empty between two amounts. Write 0 where nothing comes, or the amount.`,
    );
  }
  const from = periods[first]?.column ?? 0;
  if (filled.length === 1) return { kind: "one-off", column: from };
  return {
    kind: "recurring",
    from,
    to: last === row.figures.length - 1 ? null : (periods[last]?.column ?? null),
  };
}
