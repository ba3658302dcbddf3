import { Modal } from "@mantine/core";
import { NoteForm, type NoteFormProps } from "./note-form.tsx";
import type { NotedPoint } from "./noted-point.ts";
import { t } from "../../words.ts";

export interface NoteDialogProps extends Pick<NoteFormProps, "subject" | "things"> {
  at: NotedPoint;
  onClose: () => void;
}

/** A note on a point that was chosen on a chart, its day filled in. */
export function NoteDialog({ subject, things, at, onClose }: NoteDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Note what happened here`}
      size="lg"
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <NoteForm subject={subject} things={things} note={undefined} at={at} onDone={onClose} />
    </Modal>
  );
}
