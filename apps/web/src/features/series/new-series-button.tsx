import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { NewSeriesForm } from "./new-series-form.tsx";

/** Opens the form for one more thing to log. */
export function NewSeriesButton({ primary = false }: { primary?: boolean }) {
  const [open, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant={primary ? "filled" : "default"}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={dialog.open}
      >
        Add a KPI to log
      </Button>
      <Modal
        opened={open}
        onClose={dialog.close}
        title="Add a KPI to log"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <NewSeriesForm onCreated={dialog.close} onCancel={dialog.close} />
      </Modal>
    </>
  );
}
