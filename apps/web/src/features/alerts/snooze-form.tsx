import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Alert, SnoozeAlert } from "@liftledger/contracts/alert";
import { addDays } from "@liftledger/kpis/iso-date";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { today } from "../../today.ts";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";

/** Under which name what is typed about putting an alert off is kept. */
export const snoozeDraftKey = (organisationId: string, alertId: string) =>
  `alert-snooze:${organisationId}:${alertId}`;

export interface SnoozeFormProps {
  alert: Pick<Alert, "alertId" | "text">;
  onDone: () => void;
}

/** Puts an alert off until a day, with a reason that everybody reads. */
export function SnoozeForm({ alert: { alertId }, onDone }: SnoozeFormProps) {
  const form = useDraftForm({
    draftKey: snoozeDraftKey(useOrganisationId(), alertId),
    initial: { backOn: addDays(today(), 7), reason: "" },
    write: (client, body: SnoozeAlert, idempotencyKey) =>
      client.call("snoozeAlert", { params: { alertId }, body, idempotencyKey }),
    onDone,
  });
  const { save, change, finish } = form;
  const { backOn, reason } = form.value;
  const own: Record<string, string> = {
    ...(backOn === "" ? { backOn: t`Choose a day` } : {}),
    ...(reason.trim() === "" ? { reason: t`Say why` } : {}),
  };
  const faults = form.faults(own);
  return (
    <Form onSend={() => form.send(Object.keys(own).length === 0 ? { backOn, reason: reason.trim() } : null)}>
      <Stack gap="sm" mt="sm">
        <Text size="sm">{t`Nobody sees it among what is open, and no digest tells it, until that day. Its end is told all the same.`}</Text>
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`Back on`}
            type="date"
            w={160}
            min={addDays(today(), 1)}
            value={backOn}
            error={faults["backOn"]}
            onChange={({ currentTarget }) => change({ backOn: currentTarget.value })}
          />
          <TextInput
            label={t`Why`}
            flex="1 1 240px"
            maxLength={400}
            value={reason}
            error={faults["reason"]}
            onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          />
        </Group>
        {save.error !== null && <ProblemAlert what={t`It was not put off.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" size="xs" loading={save.pending}>{t`Put it off`}</Button>
          <Button size="xs" variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
