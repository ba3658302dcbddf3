import type { HandedLink } from "@liftledger/contracts/access";
import { Modal, Stack, Text } from "@mantine/core";
import { CopiedOnce } from "../../components/copied-once.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { t } from "../../words.ts";

export interface LinkDialogProps {
  handed: HandedLink & { name: string };
  onClose: () => void;
}

/** The link to hand over, shown once. */
export function LinkDialog({ handed: { kind, link, expiresAt, name }, onClose }: LinkDialogProps) {
  const isInvitation = kind === "invitation";
  return (
    <Modal
      opened
      onClose={onClose}
      title={isInvitation ? t`The invitation of ${name}` : t`A new password for ${name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {isInvitation
            ? t`Hand this link to ${name} yourself, and to nobody else: who opens it becomes ${name}.`
            : t`Hand this link to ${name} yourself, and to nobody else: who opens it chooses the password of ${name}.`}{" "}
          {t`It counts once, until ${formatInstant(expiresAt)}, and is not shown again.`}
        </Text>
        <CopiedOnce label={t`Link`} text={link} />
      </Stack>
    </Modal>
  );
}
