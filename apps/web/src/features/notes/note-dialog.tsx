import { Modal } from "@mantine/core";
import { NoteForm, type NotedPoint, type NoteFormProps } from "./note-form.tsx";
import { t } from "../../words.ts";

export interface NoteDialogProps extends Pick<NoteFormProps, "initiativeId" | "series"> {
  at: NotedPoint;
  onClose: () => void;
}

/** A note on a point that was chosen on a chart, its day filled in. */
export function NoteDialog({ initiativeId, series, at, onClose }: NoteDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Note what happened here`}
      size="lg"
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <NoteForm initiativeId={initiativeId} series={series} note={undefined} at={at} onDone={onClose} />
    </Modal>
  );
}
