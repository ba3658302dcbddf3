import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { formatDate } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { NoteForm, type NoteFormProps } from "./note-form.tsx";
import type { NumberedNote } from "./numbered-notes.ts";
import classes from "./notes-card.module.css";
import { t } from "../../words.ts";

export interface NotesListProps extends Pick<NoteFormProps, "subject" | "things"> {
  notes: readonly NumberedNote[];
  /** What a note is about, where that is to be said. */
  aboutOf: (note: NumberedNote) => string | undefined;
}

/** Notes under the numbers by which a chart names them, each to be changed or taken back in its place. */
export function NotesList({ subject, things, notes, aboutOf }: NotesListProps) {
  const [open, setOpen] = useState<string>();
  const mayNote = useHasRole("contributor");
  return (
    <ol className={classes["notes"]}>
      {notes.map((note) => (
        <li key={note.annotationId} value={note.number}>
          {open === note.annotationId ? (
            <NoteForm subject={subject} things={things} note={note} onDone={() => setOpen(undefined)} />
          ) : (
            <Note
              note={note}
              about={aboutOf(note)}
              onEdit={mayNote ? () => setOpen(note.annotationId) : undefined}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function Note({
  note,
  about,
  onEdit,
}: {
  note: NumberedNote;
  about: string | undefined;
  /** Undefined for who may not change it. */
  onEdit: (() => void) | undefined;
}) {
  const { annotationId, text, from, until, createdBy, number } = note;
  const retract = useWrite<string, { retracted: true }>((client, id, idempotencyKey) =>
    client.call("retractAnnotation", { params: { annotationId: id }, idempotencyKey }),
  );
  const days = until === null ? formatDate(from) : t`${formatDate(from)} to ${formatDate(until)}`;
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes["text"]}>
          <Text>{text}</Text>
          <Text size="sm" c="dimmed">
            {[days, ...(about === undefined ? [] : [about]), createdBy].join(" · ")}
          </Text>
        </div>
        {onEdit !== undefined && (
          <Group gap={4} style={{ flex: "none" }}>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={onEdit}
              aria-label={t`Change note ${number}`}
            >{t`Change`}</Button>
            <Button
              variant="subtle"
              size="compact-sm"
              loading={retract.pending}
              onClick={() => retract.send(annotationId)}
              aria-label={t`Take back note ${number}`}
            >{t`Take back`}</Button>
          </Group>
        )}
      </Group>
      {retract.error !== null && (
        <ProblemAlert what={t`The note was not taken back.`} error={retract.error} />
      )}
    </>
  );
}
