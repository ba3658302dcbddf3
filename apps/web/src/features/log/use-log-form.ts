import type { LoggedSnapshots, LogSheet } from "@liftledger/contracts/series";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ClipboardEvent } from "react";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
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
import { faultKey, faultsByCell } from "./server-faults.ts";
import { withoutUndone, withWritten } from "./sheet-after-write.ts";
import { useLogWrites } from "./use-log-writes.ts";
import { usePaste } from "./use-paste.ts";

export type LogForm = ReturnType<typeof useLogForm>;

/** What was typed for one period, what is wrong with it, and how it is saved and taken back. */
export function useLogForm(sheet: LogSheet) {
  const draft = useDraft<TypedRows>(`log:${useOrganisationId()}:${sheet.period}`, {});
  const [saved, setSaved] = useState<LoggedSnapshots>();
  const [asked, setAsked] = useState(false);
  const paste = usePaste(draft);
  const startOver = () => {
    paste.forget();
    setAsked(false);
  };
  const organisationId = useOrganisationId();
  const queryClient = useQueryClient();
  const showSheet = (change: (sheet: LogSheet) => LogSheet) =>
    queryClient.setQueriesData<LogSheet>({ queryKey: [organisationId, "log-sheet"] }, (known) =>
      known === undefined ? known : change(known),
    );
  const { save, undo } = useLogWrites(
    (written, sent) => {
      showSheet((known) => withWritten(known, written, sent));
      draft.saved({});
      startOver();
      setSaved(written);
    },
    (undone) => {
      showSheet((known) => withoutUndone(known, undone));
      setSaved(undefined);
    },
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
    paste: {
      ...paste,
      into(
        event: ClipboardEvent<HTMLInputElement>,
        rows: readonly LogRow[],
        at: { row: number; cell: CellName },
      ) {
        paste.into(event, (typed, block) => fillFrom(rows, typed, block, at));
      },
    },
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
      draft.clear({});
      startOver();
      save.reset();
    },
    /** Saves what is ready, unless a row is wrong: then says which cell. */
    submit(): { row: number; cell: CellName } | undefined {
      setAsked(true);
      const wrong = firstFault(sheet.rows, draft.value, readerLocale);
      if (wrong !== undefined || toSave.length === 0 || save.pending) return wrong;
      draft.sent();
      save.send(toSave);
      return wrong;
    },
    undoSave() {
      if (saved !== undefined) undo.send(snapshotsToUndo(saved.rows));
    },
    faultOf(row: LogRow, cell: CellName): string | undefined {
      const state = rowState(row, draft.value[row.seriesId], readerLocale);
      const isShown = state.kind === "fault" && state.cell === cell && (asked || state.unfinished !== true);
      return isShown ? state.message : serverFaults.get(faultKey(row.seriesId, sheet.period, cell));
    },
  };
}
