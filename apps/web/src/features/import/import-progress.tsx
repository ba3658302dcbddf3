import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import type { ImportProgress as Progressing } from "@liftledger/contracts/import-run";
import type { ImportRun } from "./import-run.ts";
import { progressWords } from "./progress-words.ts";
import { t } from "../../words.ts";

/** How far an import is: a bar, the rows and the time left, and a button that stops it while it can be stopped. */
export function ImportProgress({ run: { progress, cancel } }: { run: ImportRun }) {
  const percent = Math.floor((progress?.fraction ?? 0) * 100);
  return (
    <Stack gap="xs">
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={t`Import`} />
      </Progress.Root>
      <Group justify="space-between" gap="md">
        <Text size="sm" role="status">
          {progressWords(progress)}
        </Text>
        <Button
          variant="default"
          size="xs"
          onClick={cancel}
          disabled={isPastCancelling(progress)}
        >{t`Cancel the import`}</Button>
      </Group>
    </Stack>
  );
}

function isPastCancelling(progress: Progressing | undefined): boolean {
  return progress?.stage === "committing";
}
