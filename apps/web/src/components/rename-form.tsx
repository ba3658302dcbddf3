import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form } from "./form.tsx";
import { problemText } from "./problem-text.ts";
import { t } from "../words.ts";

interface RenameFormProps {
  /** The name it has. */
  name: string;
  write: { send: (name: string) => void; pending: boolean; error: unknown };
  onCancel: () => void;
}

/** A name that is typed anew in its place. */
export function RenameForm({ name, write, onCancel }: RenameFormProps) {
  const [typed, setTyped] = useState(name);
  return (
    <Form onSend={() => write.send(typed.trim())}>
      <Group gap="xs" align="flex-start">
        <TextInput
          aria-label={t`New name of ${name}`}
          autoFocus
          data-autofocus
          maxLength={80}
          flex="1 1 180px"
          value={typed}
          error={write.error === null ? undefined : problemText(write.error)}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Group gap="xs" wrap="nowrap">
          <Button type="submit" loading={write.pending} disabled={typed.trim() === ""}>{t`Save`}</Button>
          <Button variant="default" onClick={onCancel}>{t`Cancel`}</Button>
        </Group>
      </Group>
    </Form>
  );
}
