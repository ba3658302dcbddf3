import { ApiProblem } from "@liftledger/contracts/client";
import type { LoggedSnapshots, LogSheet, NewSnapshot } from "@liftledger/contracts/series";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ClipboardEvent } from "react";
import { readPastedBlock, withoutLabels } from "../../components/pasted-block.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { readTypedNumber } from "../../components/typed-number.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import {
  fillFrom,
  rowState,
  snapshotsToRestore,
  snapshotsToSave,
  type CellName,
  type LogRow,
  type TypedRows,
} from "./log-entries.ts";

/** What was typed for one period, what is wrong with it, and how it is saved, pasted and taken back. */
export function useLogForm(sheet: LogSheet) {
  const organisationId = useOrganisationId();
  const queryClient = useQueryClient();
  const draft = useDraft<TypedRows>(`log:${organisationId}:${sheet.period}`, {});
  const [saved, setSaved] = useState<LoggedSnapshots>();
  const [asked, setAsked] = useState(false);
  const [pasted, setPasted] = useState<{ before: TypedRows; words: string }>();

  const showAtOnce = (written: LoggedSnapshots, sent: readonly NewSnapshot[]) =>
    queryClient.setQueriesData<LogSheet>({ queryKey: [organisationId, "log-sheet"] }, (known) =>
      known === undefined ? known : withWritten(known, written, sent),
    );
  const save = useWrite<NewSnapshot[], LoggedSnapshots>(
    (client, snapshots, idempotencyKey) =>
      client.call("logSnapshots", { body: { snapshots }, idempotencyKey }),
    (written, sent) => {
      showAtOnce(written, sent);
      draft.clear({});
      setSaved(written);
      setAsked(false);
      setPasted(undefined);
    },
  );
  const undo = useWrite<NewSnapshot[], LoggedSnapshots>(
    (client, snapshots, idempotencyKey) =>
      client.call("logSnapshots", { body: { snapshots, source: "undo of a correction" }, idempotencyKey }),
    (written, sent) => {
      showAtOnce(written, sent);
      setSaved(undefined);
    },
  );

  const serverFaults = faultsByCell(save.error, snapshotsToSave(sheet, draft.value, readerLocale));
  const toSave = snapshotsToSave(sheet, draft.value, readerLocale);
  const totals = new Set(sheet.rows.filter((row) => row.isTotal).map((row) => row.seriesId));
  return {
    typed: draft.value,
    restored: draft.restored,
    toSave,
    saved,
    pasted: pasted?.words,
    save,
    undo,
    type(row: LogRow, cell: CellName, text: string) {
      if (save.error !== null) save.reset();
      setSaved(undefined);
      draft.set((typed) => ({ ...typed, [row.seriesId]: { ...typed[row.seriesId], [cell]: text } }));
    },
    /** Fills cells from a block; a single value is left to the browser. */
    paste(
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
      setPasted({ before: draft.value, words: pastedWords(filled, unplaced) });
      setSaved(undefined);
      draft.set(typed);
    },
    undoPaste() {
      if (pasted !== undefined) draft.set(pasted.before);
      setPasted(undefined);
    },
    discard() {
      draft.clear({});
      setPasted(undefined);
      setAsked(false);
      save.reset();
    },
    /** Saves what is ready, unless a row is wrong: then says which cell. */
    submit(): { row: number; cell: CellName } | undefined {
      setAsked(true);
      const states = sheet.rows.map((row) => rowState(row, draft.value[row.seriesId], readerLocale));
      const wrong = states.findIndex((state) => state.kind === "fault");
      const fault = states[wrong];
      if (fault?.kind === "fault") return { row: wrong, cell: fault.cell };
      if (toSave.length > 0) save.send(toSave);
      return undefined;
    },
    undoSave() {
      if (saved !== undefined) undo.send(snapshotsToRestore(saved.rows, totals));
    },
    faultOf(row: LogRow, cell: CellName): string | undefined {
      const state = rowState(row, draft.value[row.seriesId], readerLocale);
      if (state.kind === "fault" && state.cell === cell && (asked || state.unfinished !== true))
        return state.message;
      return serverFaults.get(`${row.seriesId} ${cell}`);
    },
  };
}

function pastedWords(filled: number, unplaced: number): string {
  const missed = unplaced === 0 ? "" : ` ${unplaced} met no cell and were left out.`;
  return `${filled} cells filled from what you pasted.${missed}`;
}

/** The sheet as it is after a write, so that no cell blinks while the server is asked again. */
function withWritten(sheet: LogSheet, written: LoggedSnapshots, sent: readonly NewSnapshot[]): LogSheet {
  const revisions = new Map(written.rows.map((row) => [`${row.seriesId} ${row.period}`, row.revision]));
  const pairs = new Map(sent.map((snapshot) => [`${snapshot.seriesId} ${snapshot.period}`, snapshot]));
  const rows = sheet.rows.map((row) => {
    const pair = pairs.get(`${row.seriesId} ${sheet.period}`);
    if (pair === undefined) return row;
    const revision = revisions.get(`${row.seriesId} ${sheet.period}`) ?? 1;
    return {
      ...row,
      current: { numerator: pair.numerator, denominator: pair.denominator ?? "1", revision },
    };
  });
  return { ...sheet, rows };
}

/** The server's faults by cell. A row is named by its place among the snapshots that were sent. */
function faultsByCell(error: unknown, sent: readonly NewSnapshot[]): Map<string, string> {
  const faults = new Map<string, string>();
  if (!(error instanceof ApiProblem)) return faults;
  for (const { field, message, row } of error.problem.details ?? []) {
    const index = row ?? Number(/snapshots[.[](\d+)/.exec(field)?.[1] ?? Number.NaN);
    const snapshot = sent[index];
    if (snapshot === undefined) continue;
    const cell: CellName = field.endsWith("denominator") ? "denominator" : "numerator";
    faults.set(`${snapshot.seriesId} ${cell}`, message);
  }
  return faults;
}
