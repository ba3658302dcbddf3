import { Button, Card, Group, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { FiguresFlow } from "./figures-flow.tsx";
import { FileRows } from "./file-rows.tsx";
import { guessTarget } from "./recipe-target.ts";
import { RecordsFlow } from "./records-flow.tsx";
import { TargetChoice } from "./target-choice.tsx";
import type { ChosenFile } from "./use-import-flow.ts";
import { t } from "../../words.ts";

export interface ImportFlowProps {
  chosen: ChosenFile;
  onAnother: () => void;
}

/** From a file that was looked at to an import: what it holds, mapping, preview, and what was written. */
export function ImportFlow({ chosen, onAnother }: ImportFlowProps) {
  const { file, inspection } = chosen;
  const [target, setTarget] = useState(() => guessTarget(inspection));
  const head = (
    <Card withBorder padding="md">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} fz="lg">
            {file.name}
          </Title>
          <Button variant="default" size="xs" onClick={onAnother}>{t`Choose another file`}</Button>
        </Group>
        <FileRows inspection={inspection} name={file.name} />
        <TargetChoice target={target} onChange={setTarget} />
      </Stack>
    </Card>
  );
  const props = { chosen, head, onAnother };
  return target === "series" ? (
    <FiguresFlow {...props} />
  ) : (
    <RecordsFlow key={target} {...props} target={target} />
  );
}
