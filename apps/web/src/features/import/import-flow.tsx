import { Button, Card, Group, Stack, Title } from "@mantine/core";
import { FileRows } from "./file-rows.tsx";
import { ImportDone } from "./import-done.tsx";
import { MappingCard } from "./mapping-card.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { useImportFlow, type ChosenFile } from "./use-import-flow.ts";

export interface ImportFlowProps {
  chosen: ChosenFile;
  onAnother: () => void;
}

/** From a file that was looked at to an import: mapping, preview, and what was written. */
export function ImportFlow({ chosen, onAnother }: ImportFlowProps) {
  const flow = useImportFlow(chosen);
  const { file, inspection, kpis } = chosen;
  if (flow.write.result !== undefined)
    return (
      <ImportDone
        result={flow.write.result}
        kpis={kpis}
        currency={flow.currency}
        rememberError={flow.rememberError}
        onAnother={onAnother}
      />
    );
  return (
    <Stack gap="lg">
      <Card withBorder padding="md">
        <Group justify="space-between" mb="sm">
          <Title order={2} fz="lg">
            {file.name}
          </Title>
          <Button variant="default" size="xs" onClick={onAnother}>
            Choose another file
          </Button>
        </Group>
        <FileRows inspection={inspection} name={file.name} />
      </Card>
      <MappingCard chosen={chosen} flow={flow} />
      {flow.answer?.kind === "preview" && (
        <PreviewCard summary={flow.answer.summary} flow={flow} kpis={kpis} />
      )}
    </Stack>
  );
}
