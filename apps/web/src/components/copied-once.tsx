import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { t } from "../words.ts";

/** A text that is shown once, and a button that copies it. */
export function CopiedOnce({ label, text }: { label: string; text: string }) {
  const { copy, copied } = useClipboard({ timeout: 4000 });
  return (
    <Stack gap="xs">
      <TextInput
        label={label}
        readOnly
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Group>
        <Button onClick={() => copy(text)}>{copied ? t`Copied` : t`Copy`}</Button>
      </Group>
    </Stack>
  );
}
