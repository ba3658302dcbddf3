import { Button, Group, Stack, Text } from "@mantine/core";
import { fieldProblems } from "../../components/field-problems.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { t } from "../../words.ts";

export interface UnreadFileProps {
  error: Error;
  /** Reads the file once more, as older programs write one. */
  onOlder: () => void;
}

/** A file that could not be looked at, and what may be done about it. */
export function UnreadFile({ error, onOlder }: UnreadFileProps) {
  const isEncoding = fieldProblems(error)["encoding"] !== undefined;
  return (
    <Stack gap="sm">
      <ProblemAlert what={t`The file cannot be read.`} error={error} />
      {isEncoding && (
        <Group gap="sm">
          <Button variant="default" onClick={onOlder}>{t`Read it as Windows-1252`}</Button>
          <Text
            size="sm"
            c="dimmed"
          >{t`Older programs in Western Europe and America write so. Look at the accents and dashes then.`}</Text>
        </Group>
      )}
    </Stack>
  );
}
