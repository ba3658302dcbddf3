import { ApiProblem } from "@liftledger/contracts/client";
import type { LoggedSnapshots, LogSheet, NewSnapshot } from "@liftledger/contracts/series";
import { useState, type ClipboardEvent } from "react";
import { readPastedBlock, withoutLabels } from "../../components/pasted-block.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { readTypedNumber } from "../../components/typed-number.ts";
import { useDraft, type DraftState } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import {
  faultyRows,
  fillFrom,
  firstFault,
  rowState,
  snapshotsToSave,
  snapshotsToUndo,
  type CellName,
  type LogRow,
  type TypedRows,
} from "./log-entries.ts";
import { useLogWrites } from "./use-log-writes.ts";

export type LogForm = ReturnType<typeof useLogForm>;

/** What was typed for one period, what is wrong with it, and how it is saved and taken back. */
export function useLogForm(sheet: LogSheet) {
  const draft = useDraft<TypedRows>(`log:${useOrganisationId()}:${sheet.period}`, {});
  const [saved, setSaved] = useState<LoggedSnapshots>();
  const [asked, setAsked] = useState(false);
  const paste = usePaste(draft);
  const startOver = () => {
    draft.clear({});
    paste.forget();
    setAsked(false);
  };
  const { save, undo } = useLogWrites(
    (written) => {
      startOver();
      setSaved(written);
    },
    () => setSaved(undefined),
  );
  const toSave = snapshotsToSave(sheet, draft.value, readerLocale);
  const serverFaults = faultsByCell(save.error, toSave);
  const faulty = faultyRows(sheet.rows, draft.value, readerLocale);
  return {
    typed: draft.value,
    toSave,
    saved,
    save,
    undo,
    paste,
    /** Asked to save with nothing to save and nothing wrong. */
    nothingNew: asked && faulty === 0 && toSave.length === 0 && saved === undefined,
    /** Asked to save while so many rows are wrong or half filled: nothing is saved until they are mended. */
    heldUpBy: asked ? faulty : 0,
    type(row: LogRow, cell: CellName, text: string) {
      if (save.error !== null) save.reset();
      setSaved(undefined);
      draft.set((typed) => ({ ...typed, [row.seriesId]: { ...typed[row.seriesId], [cell]: text } }));
    },
    discard() {
      startOver();
      save.reset();
    },
    /** Saves what is ready, unless a row is wrong: then says which cell. */
    submit(): { row: number; cell: CellName } | undefined {
      setAsked(true);
      const wrong = firstFault(sheet.rows, draft.value, readerLocale);
      if (wrong === undefined && toSave.length > 0) save.send(toSave);
      return wrong;
    },
    undoSave() {
      if (saved !== undefined) undo.send(snapshotsToUndo(saved.rows));
    },
    faultOf(row: LogRow, cell: CellName): string | undefined {
      const state = rowState(row, draft.value[row.seriesId], readerLocale);
      const isShown = state.kind === "fault" && state.cell === cell && (asked || state.unfinished !== true);
      return isShown ? state.message : serverFaults.get(`${row.seriesId} ${cell}`);
    },
  };
}

/** Fills cells from a pasted block, and takes that back. A single value is left to the browser. */
function usePaste(draft: DraftState<TypedRows>) {
  const [last, setLast] = useState<{ before: TypedRows; words: string }>();
  return {
    words: last?.words,
    into(
      event: ClipboardEvent<HTMLInputElement>,
      rows: readonly LogRow[],
      at: { row: number; cell: CellName },
    ) {
      const text = event.clipboardData.getData("text/plain");
      if (!/[\t\n\r]/.test(text.trim())) return;
      event.preventDefault();
      const isNumber = (value: string) => readTypedNumber(value, readerLocale).kind === "number";
      const block = withoutLabels(readPastedBlock(text), isNumber);
      const { typed, filled, unplaced } = fillFrom(rows, draft.value, block, at);
      setLast({ before: draft.value, words: pastedWords(filled, unplaced) });
      draft.set(typed);
    },
    undo() {
      if (last !== undefined) draft.set(last.before);
      setLast(undefined);
    },
    forget: () => setLast(undefined),
  };
}

function pastedWords(filled: number, unplaced: number): string {
  const missed = unplaced === 0 ? "" : ` ${unplaced} met no cell and were left out.`;
  return `${filled} cells filled from what you pasted.${missed}`;
}

/** The server's faults by cell. A row is named by its place among the snapshots that were sent. */
function faultsByCell(error: unknown, sent: readonly NewSnapshot[]): Map<string, string> {
  const faults = new Map<string, string>();
  if (!(error instanceof ApiProblem)) return faults;
  for (const { field, message, row } of error.problem.details ?? []) {
    const snapshot = sent[row ?? Number(/snapshots[.[](\d+)/.exec(field)?.[1] ?? Number.NaN)];
    if (snapshot === undefined) continue;
    const cell: CellName = field.endsWith("denominator") ? "denominator" : "numerator";
    faults.set(`${snapshot.seriesId} ${cell}`, message);
  }
  return faults;
}
