import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { useWrite } from "../use-write.ts";
import { fieldProblems } from "./field-problems.ts";
import { Form } from "./form.tsx";
import { ProblemAlert } from "./problem-alert.tsx";
import { t } from "../words.ts";

export interface ReasonFormProps {
  /** What it will do, said before. */
  children: string;
  /** "Nothing was undone." */
  failed: string;
  /** "Undo the import" */
  action: string;
  write: Pick<ReturnType<typeof useWrite<string, unknown>>, "send" | "reset" | "error" | "pending">;
  /** The reason as it stands in a draft that survives a reload; left out, it lasts as long as the form. */
  draft?: { reason: string; change: (reason: string) => void };
  onCancel: () => void;
}

/** The inside of a dialog that does something once it was told why. */
export function ReasonForm({ children, failed, action, write, draft, onCancel }: ReasonFormProps) {
  const [typed, setTyped] = useState("");
  const { reason, change } = draft ?? { reason: typed, change: setTyped };
  const [asked, setAsked] = useState(false);
  const given = reason.trim();
  const own = asked && given === "" ? t`Say why` : undefined;
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (given !== "") write.send(given);
      }}
    >
      <Stack gap="md">
        <Text size="sm">{children}</Text>
        <TextInput
          label={t`Why`}
          data-autofocus
          maxLength={500}
          value={reason}
          error={own ?? fieldProblems(write.error)["reason"]}
          onChange={({ currentTarget }) => {
            if (write.error !== null) write.reset();
            change(currentTarget.value);
          }}
        />
        {write.error !== null && <ProblemAlert what={failed} error={write.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>{t`Cancel`}</Button>
          <Button type="submit" loading={write.pending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
