import { Modal, Text } from "@mantine/core";
import type { Organisation } from "@liftledger/contracts/organisation";
import { RenameForm } from "../components/rename-form.tsx";
import { useWrite } from "../use-write.ts";
import { t } from "../words.ts";

/** Gives the organisation that is looked at another name. */
export function RenameOrganisation({
  organisation: { organisationId, name, version },
  onClose,
}: {
  organisation: Organisation;
  onClose: () => void;
}) {
  const rename = useWrite<string, Organisation>(
    (client, wanted, idempotencyKey) =>
      client.call("renameOrganisation", {
        params: { organisationId },
        body: { version, name: wanted },
        idempotencyKey,
      }),
    onClose,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Rename ${name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
      centered
    >
      <Text
        size="sm"
        mb="md"
      >{t`The name stands at the top of every page and on what is exported from now on.`}</Text>
      <RenameForm name={name} write={rename} onCancel={onClose} />
    </Modal>
  );
}
