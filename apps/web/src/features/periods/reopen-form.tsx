import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import type { useWrite } from "../../use-write.ts";
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
  write: Pick<ReturnType<typeof useWrite<string, unknown>>, "send" | "error" | "pending">;
  onCancel: () => void;
}

/** Asks for the reason before closed months are reopened. */
export function ReopenForm({ draftKey, children, write, onCancel, ...words }: ReopenFormProps) {
  const reason = useDraft(draftKey, "");
  const [asked, setAsked] = useState(false);
  const given = reason.value.trim();
  const isTooShort = given.length < shortestReason;
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (!isTooShort) write.send(given);
      }}
    >
      <Stack gap="md">
        {children}
        <Text size="sm">{t`The figures of the close are kept. When the month is closed again, they stand beside the new ones.`}</Text>
        <Textarea
          label={words.label}
          autosize
          minRows={2}
          maxLength={400}
          value={reason.value}
          error={asked && isTooShort ? t`Say why, in a few words` : undefined}
          onChange={({ currentTarget }) => reason.set(currentTarget.value)}
        />
        {write.error !== null && <ProblemAlert what={words.failed} error={write.error} />}
        <Group gap="sm">
          <Button type="submit" loading={write.pending}>
            {words.action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
