import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { ImportRecord, UndoneImport } from "@liftledger/contracts/import";
import { countWords } from "../../components/count-words.ts";
import { ReasonForm } from "../../components/reason-form.tsx";
import { useWrite } from "../../use-write.ts";

/** Undoes an import, with the reason, and says what it did and what stays. */
export function UndoImportDialog({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const { importId, fileName } = record;
  const write = useWrite<string, UndoneImport>((client, why, idempotencyKey) =>
    client.call("undoImport", { params: { importId }, body: { reason: why }, idempotencyKey }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Undo the import of ${fileName}`}
      closeButtonProps={{ "aria-label": "Close" }}
      centered
    >
      {write.result !== undefined ? (
        <WhatWasUndone undone={write.result} onClose={onClose} />
      ) : (
        <ReasonForm failed="Nothing was undone." action="Undo the import" write={write} onCancel={onClose}>
          {record.target === "series"
            ? "Each number that is still as the file brought it goes back to the one before, or to none. What was corrected since stays. Reports of before keep what they showed."
            : "What the file brought is taken back; initiatives are retired. What was changed since, or has something built on it, stays."}
        </ReasonForm>
      )}
    </Modal>
  );
}

function WhatWasUndone({ undone, onClose }: { undone: UndoneImport; onClose: () => void }) {
  const { periods, records, stayed, stayedCount } = undone;
  const parts = [
    periods.emptied > 0
      ? `${countWords(periods.emptied, "period has", "periods have")} no value now`
      : undefined,
    periods.restored > 0 ? `${countWords(periods.restored, "has", "have")} the one from before` : undefined,
    periods.beside > 0
      ? `${countWords(periods.beside, "number beside was", "numbers beside were")} taken back`
      : undefined,
    records > 0 ? `${countWords(records, "thing was", "things were")} taken back` : undefined,
  ].filter((part) => part !== undefined);
  const more = stayedCount - stayed.length;
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        {parts.length === 0 ? "There was nothing left to undo." : `Undone: ${parts.join(", ")}.`}
      </Text>
      {stayedCount > 0 && (
        <>
          <Text size="sm">These stay as they are:</Text>
          <List size="sm" mah={240} style={{ overflowY: "auto" }} tabIndex={0} aria-label="What stays">
            {stayed.map(({ what, why }) => (
              <List.Item key={what}>
                {what}: {why}
              </List.Item>
            ))}
            {more > 0 && <List.Item>and {more} more</List.Item>}
          </List>
        </>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
