import { Box, Button, Group, Stack, Text } from "@mantine/core";
import type { LogSheet } from "@liftledger/contracts/series";
import type { ReactNode } from "react";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { rowState } from "./log-entries.ts";
import { SavedNotice } from "./saved-notice.tsx";
import type { LogForm } from "./use-log-form.ts";
import { t } from "../../words.ts";

/** What a save bar needs of a form that is saved as a whole. */
export type SavedForm = Pick<LogForm, "save" | "undo" | "saved" | "undoSave" | "discard"> & {
  paste: Pick<LogForm["paste"], "words" | "undo">;
};

export interface SaveBarProps {
  form: SavedForm;
  /** Whether anything typed is not saved yet. */
  isTyped: boolean;
  progress: ReactNode;
  onSave: () => void;
  /** "Save week" */
  saveWords: string;
  next?: ReactNode;
}

/** Stays at the lower edge of a long sheet: what is saved and what is not, Save, and for a while Undo. */
export function SaveBar({ form, isTyped, progress, onSave, saveWords, next }: SaveBarProps) {
  const { save, undo, paste, saved } = form;
  return (
    <Box className="save-bar">
      <Stack gap="sm">
        {paste.words !== undefined && (
          <Group gap="sm" role="status">
            <Text size="sm">{paste.words}</Text>
            <Button variant="subtle" size="compact-sm" onClick={paste.undo}>{t`Undo the paste`}</Button>
          </Group>
        )}
        {save.error !== null && <ProblemAlert what={t`Nothing was saved.`} error={save.error} />}
        {undo.error !== null && <ProblemAlert what={t`Nothing was undone.`} error={undo.error} />}
        {saved !== undefined && (
          <SavedNotice saved={saved} onUndo={form.undoSave} undoing={undo.pending} next={next} />
        )}
        <Group justify="space-between" gap="sm">
          {progress}
          <Group gap="sm">
            {isTyped && <Button variant="default" onClick={form.discard}>{t`Discard what I typed`}</Button>}
            <Button onClick={onSave} loading={save.pending} data-cell="save">
              {saveWords}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Box>
  );
}

function heldUpText(rows: number): string {
  return rows === 1
    ? t`Mend the marked cell first: nothing is saved until then.`
    : t`Mend the marked cells in ${rows} rows first: nothing is saved until then.`;
}

/** How much of a sheet is there and how much of it is not saved yet. */
export function SheetProgress({ sheet, form }: { sheet: LogSheet; form: LogForm }) {
  const states = sheet.rows.map((row) => rowState(row, form.typed[row.seriesId], readerLocale).kind);
  const complete = states.filter((kind) => kind === "same" || kind === "ready").length;
  const unsaved = form.toSave.length;
  return (
    <Text size="sm" c="dimmed" role="status">
      {[
        unsaved > 0
          ? t`${complete} of ${states.length} complete, ${unsaved} not saved yet (kept in this browser)`
          : t`${complete} of ${states.length} complete`,
        ...(form.nothingNew ? [t`There is nothing new to save.`] : []),
        ...(form.heldUpBy > 0 ? [heldUpText(form.heldUpBy)] : []),
      ].join(". ")}
    </Text>
  );
}
