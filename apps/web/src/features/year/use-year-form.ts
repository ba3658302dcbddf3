import type { LoggedSnapshots, YearSheet } from "@liftledger/contracts/series";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState, type ClipboardEvent } from "react";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { snapshotsToUndo } from "../log/log-entries.ts";
import { faultsByCell } from "../log/server-faults.ts";
import { useLogWrites } from "../log/use-log-writes.ts";
import { usePaste } from "../log/use-paste.ts";
import {
  faultyCells,
  firstFault,
  fillYear,
  mostSavedAtOnce,
  withoutSent,
  withTyped,
  yearToSave,
  yearWithoutUndone,
  yearWithWritten,
  type TypedYear,
  type YearLine,
  type YearPlace,
} from "./year-entries.ts";

export type YearForm = ReturnType<typeof useYearForm>;

/** What was typed into the sheet of a year, what is wrong with it, and how it is saved and taken back. */
export function useYearForm(sheet: YearSheet, draftKey: string) {
  const organisationId = useOrganisationId();
  const queryClient = useQueryClient();
  const draft = useDraft<TypedYear>(draftKey, {});
  const [saved, setSaved] = useState<LoggedSnapshots>();
  const [asked, setAsked] = useState(false);
  /** What stood in the sheet as it was sent last. */
  const sentTyped = useRef<TypedYear>({});
  const paste = usePaste(draft);
  const showSheet = (change: (known: YearSheet) => YearSheet) =>
    queryClient.setQueriesData<YearSheet>({ queryKey: [organisationId, "year-sheet"] }, (known) =>
      known === undefined ? known : change(known),
    );
  const { save, undo } = useLogWrites(
    (written, sent) => {
      showSheet((known) => yearWithWritten(known, written, sent));
      const left = withoutSent(draft.value, sent, sentTyped.current);
      if (Object.keys(left).length === 0) draft.clear({});
      else draft.set(left);
      paste.forget();
      setAsked(false);
      setSaved(written);
    },
    (undone) => {
      showSheet((known) => yearWithoutUndone(known, undone));
      setSaved(undefined);
    },
  );
  const ready = yearToSave(sheet, draft.value, readerLocale);
  const toSave = ready.slice(0, mostSavedAtOnce);
  const faulty = faultyCells(sheet, draft.value, readerLocale);
  const shown = new Set(sheet.series.map(({ seriesId }) => seriesId));
  const { error, sent } = save;
  const serverFaults = useMemo(() => faultsByCell(error, sent ?? []), [error, sent]);
  return {
    typed: draft.value,
    asked,
    serverFaults,
    /** Series that something was typed for and that are not on the sheet now. */
    hidden: Object.keys(draft.value).filter((seriesId) => !shown.has(seriesId)).length,
    ready: ready.length,
    faulty: asked ? faulty.length : 0,
    /** "leads, Conversion rate, Web shop, 9 Nov – 15 Nov 2026, week 46: “x” is not a number." */
    firstFault: firstFault(sheet, draft.value, { asked, refused: serverFaults, locale: readerLocale }),
    nothingNew: asked && faulty.length === 0 && ready.length === 0 && saved === undefined,
    saved,
    save,
    undo,
    paste: {
      ...paste,
      into(event: ClipboardEvent<HTMLInputElement>, at: YearPlace) {
        paste.into(event, (typed, block) => fillYear(sheet, typed, block, at));
      },
    },
    type(line: YearLine, period: string, text: string) {
      if (save.error !== null) save.reset();
      setSaved(undefined);
      draft.set((typed) => withTyped(typed, line, period, text));
    },
    discard() {
      draft.clear({});
      paste.forget();
      setAsked(false);
      save.reset();
    },
    /** Saves what is ready, unless a cell is wrong: then says which. */
    submit(): YearPlace | undefined {
      setAsked(true);
      const [wrong] = faulty;
      if (wrong !== undefined || toSave.length === 0 || save.pending) return wrong;
      sentTyped.current = draft.value;
      save.send(toSave);
      return wrong;
    },
    undoSave() {
      if (saved !== undefined) undo.send(snapshotsToUndo(saved.rows));
    },
  };
}
