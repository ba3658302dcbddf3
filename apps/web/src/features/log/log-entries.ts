import type { LogSheet, LoggedSnapshots, NewSnapshot } from "@liftledger/contracts/series";
import type { RetractSnapshots } from "@liftledger/contracts/snapshot-retraction";
import { loggedByHand } from "./logged-by-hand.ts";
import { readTypedNumber, trimDecimal, typedFromDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

export type LogRow = LogSheet["rows"][number];
export type CellName = "numerator" | "denominator";

/** What somebody typed for one series, as typed. A cell never touched is left out. */
export type TypedRow = { readonly [Cell in CellName]?: string };

/** Everything typed for one period, by series. */
export type TypedRows = Readonly<Record<string, TypedRow>>;

/** How one row of the sheet stands. */
export type RowState =
  | { readonly kind: "empty" }
  | { readonly kind: "same" }
  | {
      readonly kind: "fault";
      readonly cell: CellName;
      readonly message: string;
      /** Not wrong yet: the other number may still be on its way. */
      readonly unfinished?: true;
    }
  | {
      readonly kind: "ready";
      readonly numerator: string;
      readonly denominator: string;
      readonly corrects: boolean;
    };

/** What a pair of cells is typed into: the sheet's row, or one period of a series on the sheet of a year. */
export type EntryRow = Pick<LogRow, "isTotal"> & {
  current: { numerator: string; denominator: string } | null;
};

/** What stands in a cell: what was typed, else what is logged, else nothing. */
export function cellText(row: EntryRow, typed: TypedRow | undefined, cell: CellName, locale: string): string {
  const logged = row.current?.[cell];
  return typed?.[cell] ?? (logged === undefined ? "" : typedFromDecimal(trimDecimal(logged), locale));
}

/** Reads a row as typed: nothing there, as logged, one cell wrong or missing, or ready to be saved. */
export function rowState(row: EntryRow, typed: TypedRow | undefined, locale: string): RowState {
  const numerator = readTypedNumber(cellText(row, typed, "numerator", locale), locale);
  const denominator = row.isTotal
    ? ({ kind: "number", decimal: "1" } as const)
    : readTypedNumber(cellText(row, typed, "denominator", locale), locale);
  if (numerator.kind === "empty" && (row.isTotal || denominator.kind === "empty"))
    return row.current === null
      ? { kind: "empty" }
      : { kind: "fault", cell: "numerator", message: notErasable };
  if (numerator.kind === "fault") return { kind: "fault", cell: "numerator", message: numerator.message };
  if (denominator.kind === "fault")
    return { kind: "fault", cell: "denominator", message: denominator.message };
  if (numerator.kind === "empty")
    return { kind: "fault", cell: "numerator", message: t`The numerator is missing`, unfinished: true };
  if (denominator.kind === "empty")
    return { kind: "fault", cell: "denominator", message: t`The denominator is missing`, unfinished: true };
  if (row.current !== null && isLogged(row.current, numerator.decimal, denominator.decimal))
    return { kind: "same" };
  return {
    kind: "ready",
    numerator: numerator.decimal,
    denominator: denominator.decimal,
    corrects: row.current !== null,
  };
}

const notErasable = t`To take a logged number back, use “Take back”`;

function isLogged(
  logged: { numerator: string; denominator: string },
  numerator: string,
  denominator: string,
) {
  return trimDecimal(logged.numerator) === numerator && trimDecimal(logged.denominator) === denominator;
}

/** The first cell of the sheet that is wrong or missing its other half. */
export function firstFault(
  rows: readonly LogRow[],
  typed: TypedRows,
  locale: string,
): { row: number; cell: CellName } | undefined {
  for (const [index, row] of rows.entries()) {
    const state = rowState(row, typed[row.seriesId], locale);
    if (state.kind === "fault") return { row: index, cell: state.cell };
  }
  return undefined;
}

/** How many rows of the sheet are wrong or miss their other half. */
export function faultyRows(rows: readonly LogRow[], typed: TypedRows, locale: string): number {
  return rows.filter((row) => rowState(row, typed[row.seriesId], locale).kind === "fault").length;
}

/** The snapshots to send for a period: every row that is ready, in the order of the sheet. */
export function snapshotsToSave(
  sheet: Pick<LogSheet, "period" | "rows">,
  typed: TypedRows,
  locale: string,
): NewSnapshot[] {
  return sheet.rows.flatMap((row) => {
    const state = rowState(row, typed[row.seriesId], locale);
    if (state.kind !== "ready") return [];
    const { numerator, denominator } = state;
    const snapshot = { seriesId: row.seriesId, period: sheet.period, numerator };
    return [row.isTotal ? snapshot : { ...snapshot, denominator }];
  });
}

/** What an undo takes back: everything that was written, at the revision it was written at. */
export function snapshotsToUndo(saved: LoggedSnapshots["rows"]): RetractSnapshots["snapshots"] {
  return saved.flatMap(({ seriesId, period, revision, result }) => {
    if (result === "same") return [];
    const written = { seriesId, period, revision };
    return [result === "beside" ? { ...written, beside: loggedByHand } : written];
  });
}

const cells: readonly CellName[] = ["numerator", "denominator"];

/**
 * Fills cells from a pasted block, from one cell to the right and down. A total has no denominator to
 * fill; values that meet no cell are counted, so that nothing disappears unsaid.
 */
export function fillFrom(
  rows: readonly LogRow[],
  typed: TypedRows,
  block: readonly (readonly string[])[],
  at: { row: number; cell: CellName },
): { typed: TypedRows; filled: number; unplaced: number } {
  const next: Record<string, TypedRow> = { ...typed };
  let filled = 0;
  let unplaced = 0;
  block.forEach((values, down) => {
    const row = rows[at.row + down];
    values.forEach((value, across) => {
      if (value === "") return;
      const cell = cells[cells.indexOf(at.cell) + across];
      if (row === undefined || cell === undefined || (row.isTotal && cell === "denominator")) {
        unplaced += 1;
        return;
      }
      next[row.seriesId] = { ...next[row.seriesId], [cell]: value };
      filled += 1;
    });
  });
  return { typed: next, filled, unplaced };
}
