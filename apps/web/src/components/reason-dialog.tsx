import { Modal } from "@mantine/core";
import { ReasonForm, type ReasonFormProps } from "./reason-form.tsx";
import { t } from "../words.ts";

export interface ReasonDialogProps<Output> extends Omit<ReasonFormProps<Output>, "onSaved" | "onCancel"> {
  title: string;
  onClose: () => void;
}

/** Asks why before something is done that stays on record. Closed without an answer, it keeps what was typed. */
export function ReasonDialog<Output>({ title, onClose, ...form }: ReasonDialogProps<Output>) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t`Close` }} centered>
      <ReasonForm {...form} onSaved={onClose} onCancel={onClose} />
    </Modal>
  );
}
