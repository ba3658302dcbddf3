import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { formatDate } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { NoteForm } from "./note-form.tsx";
import type { NumberedNote } from "./numbered-notes.ts";
import classes from "./notes-card.module.css";
import { t } from "../../words.ts";

export interface NotesCardProps {
  initiativeId: string;
  notes: readonly NumberedNote[];
  series: readonly { seriesId: string; name: string }[];
}

/** The notes on an initiative and its numbers, under the numbers by which the charts name them, and one more. */
export function NotesCard({ initiativeId, notes, series }: NotesCardProps) {
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="notes">
      <Title order={2} fz={18} id="notes">{t`Notes`}</Title>
      <Text
        size="sm"
        c="dimmed"
        mb="sm"
      >{t`What happened and when, for whoever reads the charts. No figure moves by a note.`}</Text>
      <Stack gap="md">
        {notes.length > 0 && (
          <ol className={classes["notes"]}>
            {notes.map((note) => (
              <li key={note.annotationId} value={note.number}>
                {open === note.annotationId ? (
                  <NoteForm initiativeId={initiativeId} series={series} note={note} onDone={close} />
                ) : (
                  <Note
                    note={note}
                    about={series.find(({ seriesId }) => seriesId === note.seriesId)?.name}
                    onEdit={() => setOpen(note.annotationId)}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
        <NoteForm initiativeId={initiativeId} series={series} note={undefined} onDone={undefined} />
      </Stack>
    </Paper>
  );
}

function Note({
  note,
  about,
  onEdit,
}: {
  note: NumberedNote;
  about: string | undefined;
  onEdit: () => void;
}) {
  const { annotationId, text, from, until, createdBy, number } = note;
  const retract = useWrite<string, { retracted: true }>((client, id) =>
    client.call("retractAnnotation", { params: { annotationId: id } }),
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
      </Group>
      {retract.error !== null && (
        <ProblemAlert what={t`The note was not taken back.`} error={retract.error} />
      )}
    </>
  );
}
