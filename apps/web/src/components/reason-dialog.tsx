import { Modal } from "@mantine/core";
import { ReasonForm, type ReasonFormProps } from "./reason-form.tsx";
import { t } from "../words.ts";

export interface ReasonDialogProps extends Omit<ReasonFormProps, "onCancel"> {
  title: string;
  onClose: () => void;
}

/** Asks why before something is done that stays on record. */
export function ReasonDialog({ title, onClose, ...form }: ReasonDialogProps) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t`Close` }} centered>
      <ReasonForm {...form} onCancel={onClose} />
    </Modal>
  );
}
