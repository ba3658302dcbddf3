import { Text } from "@mantine/core";
import { formatDate } from "../../components/format-date.ts";
import type { NumberedNote } from "./numbered-notes.ts";
import { t } from "../../words.ts";

interface NotesBelowProps {
  notes: readonly NumberedNote[] | undefined;
  /** The initiatives by name. */
  rows: readonly { initiativeId: string; name: string }[];
}

/** What the numbers on a chart of everything stand for, a line each; changed where the thing itself is shown. */
export function NotesBelow({ notes = [], rows }: NotesBelowProps) {
  if (notes.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" component="ul" aria-label={t`Latest notes`} className="plain-list" mt={4}>
      {notes.map(({ annotationId, number, from, text, initiativeId }) => (
        <li key={annotationId}>
          {
            /* no text: a number, a day and what was noted */
            [number, formatDate(from), rows.find((row) => row.initiativeId === initiativeId)?.name, text]
              .filter((part) => part !== undefined)
              .join(" · ")
          }
        </li>
      ))}
    </Text>
  );
}
