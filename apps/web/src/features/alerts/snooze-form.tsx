import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Alert, SnoozeAlert } from "@liftledger/contracts/alert";
import { addDays } from "@liftledger/kpis/iso-date";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
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
  const draft = useDraft<SnoozeAlert>(snoozeDraftKey(useOrganisationId(), alertId), {
    backOn: addDays(today(), 7),
    reason: "",
  });
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onDone();
  };
  const save = useWrite<SnoozeAlert, Alert>(
    (client, body, idempotencyKey) =>
      client.call("snoozeAlert", { params: { alertId }, body, idempotencyKey }),
    finish,
  );
  const { backOn, reason } = draft.value;
  const own = {
    ...(backOn === "" ? { backOn: t`Choose a day` } : {}),
    ...(reason.trim() === "" ? { reason: t`Say why` } : {}),
  };
  const faults: Record<string, string> = { ...fieldProblems(save.error), ...(asked ? own : {}) };
  const change = (next: Partial<SnoozeAlert>) => {
    if (save.error !== null) save.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (Object.keys(own).length === 0) save.send({ backOn, reason: reason.trim() });
      }}
    >
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
