import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import type { Client } from "@liftledger/contracts/client";
import type { ReactNode } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { t } from "../../words.ts";

const shortestReason = 3;

export interface ReopenFormProps {
  /** What the reason is kept under until it was sent. */
  draftKey: string;
  /** What it will do, said before. */
  children?: ReactNode;
  label: string;
  action: string;
  failed: string;
  cancel: string;
  write: (client: Client, reason: string, idempotencyKey: string) => Promise<unknown>;
  /** After they were reopened, or left closed. */
  onDone: () => void;
}

/** Asks for the reason before closed months are reopened. */
export function ReopenForm({ draftKey, children, write, onDone, ...words }: ReopenFormProps) {
  const form = useDraftForm({ draftKey, initial: { reason: "" }, write, onDone });
  const { save } = form;
  const { reason } = form.value;
  const given = reason.trim();
  const own: Record<string, string> =
    given.length < shortestReason ? { reason: t`Say why, in a few words` } : {};
  return (
    <Form onSend={() => form.send(given.length < shortestReason ? null : given)}>
      <Stack gap="md">
        {children}
        <Text size="sm">{t`The figures of the close are kept. When the month is closed again, they stand beside the new ones.`}</Text>
        <Textarea
          label={words.label}
          autosize
          minRows={2}
          maxLength={400}
          value={reason}
          error={form.faults(own)["reason"]}
          onChange={({ currentTarget }) => form.change({ reason: currentTarget.value })}
        />
        {save.error !== null && <ProblemAlert what={words.failed} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>
            {words.action}
          </Button>
          <Button variant="default" onClick={form.finish}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
