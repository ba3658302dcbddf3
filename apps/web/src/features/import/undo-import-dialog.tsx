import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { ImportRecord, UndoneImport } from "@liftledger/contracts/import";
import { useState } from "react";
import { ReasonForm } from "../../components/reason-form.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { form, plural, t } from "../../words.ts";

/** Undoes an import, with the reason, and says what it did and what stays. */
export function UndoImportDialog({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const { importId, fileName } = record;
  const [undone, setUndone] = useState<UndoneImport>();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Undo the import of ${fileName}`}
      closeButtonProps={{ "aria-label": t`Close` }}
      centered
    >
      {undone !== undefined ? (
        <WhatWasUndone undone={undone} onClose={onClose} />
      ) : (
        <ReasonForm
          failed={t`Nothing was undone.`}
          action={t`Undo the import`}
          about={`undo-import:${importId}`}
          write={(client, reason, idempotencyKey) =>
            client.call("undoImport", { params: { importId }, body: { reason }, idempotencyKey })
          }
          onSaved={setUndone}
          onCancel={onClose}
        >
          {record.target === "series"
            ? t`Each number that is still as the file brought it goes back to the one before, or to none. What was corrected since stays. Reports of before keep what they showed.`
            : t`What the file brought is taken back; initiatives are retired. What was changed since, or has something built on it, stays.`}
        </ReasonForm>
      )}
    </Modal>
  );
}

function WhatWasUndone({ undone, onClose }: { undone: UndoneImport; onClose: () => void }) {
  const { periods, records, stayed, stayedCount } = undone;
  const parts = [
    periods.emptied > 0
      ? plural(
          periods.emptied,
          form`${periods.emptied} period has no value now`,
          form`${periods.emptied} periods have no value now`,
        )
      : undefined,
    periods.restored > 0
      ? plural(
          periods.restored,
          form`${periods.restored} has the one from before`,
          form`${periods.restored} have the one from before`,
        )
      : undefined,
    periods.beside > 0
      ? plural(
          periods.beside,
          form`${periods.beside} number beside was taken back`,
          form`${periods.beside} numbers beside were taken back`,
        )
      : undefined,
    records > 0
      ? plural(records, form`${records} thing was taken back`, form`${records} things were taken back`)
      : undefined,
  ].filter((part) => part !== undefined);
  const more = stayedCount - stayed.length;
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        {parts.length === 0 ? t`There was nothing left to undo.` : t`Undone: ${parts.join(", ")}.`}
      </Text>
      {stayedCount > 0 && (
        <>
          <Text size="sm">{t`These stay as they are:`}</Text>
          <List size="sm" mah={240} style={{ overflowY: "auto" }} tabIndex={0} aria-label={t`What stays`}>
            {stayed.map(({ what, why }) => (
              <List.Item key={what}>
                {formatSentence(what)}: {formatSentence(why)}
              </List.Item>
            ))}
            {more > 0 && <List.Item>{t`and ${more} more`}</List.Item>}
          </List>
        </>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t`Done`}</Button>
      </Group>
    </Stack>
  );
}
