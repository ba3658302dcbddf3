import { Paper, Stack, Text, Title } from "@mantine/core";
import { useHasRole } from "../access/use-has-role.ts";
import { NoteForm } from "./note-form.tsx";
import type { NotedThing } from "./noted-thing.ts";
import { NotesList } from "./notes-list.tsx";
import type { NumberedNote } from "./numbered-notes.ts";
import { t } from "../../words.ts";

export interface NotesCardProps {
  initiativeId: string;
  notes: readonly NumberedNote[];
  /** The initiative, and the series it claims. */
  things: readonly NotedThing[];
}

/** The notes on an initiative and its numbers, under the numbers by which the charts name them, and one more. */
export function NotesCard({ initiativeId, notes, things }: NotesCardProps) {
  const mayNote = useHasRole("contributor");
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
          <NotesList
            subject={initiativeId}
            things={things}
            notes={notes}
            aboutOf={({ seriesId }) =>
              seriesId === null ? undefined : things.find(({ key }) => key === seriesId)?.name
            }
          />
        )}
        {mayNote ? (
          <NoteForm subject={initiativeId} things={things} note={undefined} onDone={undefined} />
        ) : (
          notes.length === 0 && <Text>{t`Nobody has noted anything yet.`}</Text>
        )}
      </Stack>
    </Paper>
  );
}
