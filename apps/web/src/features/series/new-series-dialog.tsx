import { Modal } from "@mantine/core";
import type { Series } from "@liftledger/contracts/series";
import { NewSeriesForm } from "./new-series-form.tsx";
import { t } from "../../words.ts";

export interface NewSeriesDialogProps {
  /** The KPI offered first. */
  kpiKey?: string;
  onCreated: (series: Series) => void;
  onClose: () => void;
}

/** The form for one more thing to log, over the page one was on. */
export function NewSeriesDialog({ onCreated, onClose, ...form }: NewSeriesDialogProps) {
  return (
    <Modal opened onClose={onClose} title={t`Add a KPI to log`} closeButtonProps={{ "aria-label": t`Close` }}>
      <NewSeriesForm
        {...form}
        onCreated={(series) => {
          onClose();
          onCreated(series);
        }}
        onCancel={onClose}
      />
    </Modal>
  );
}
