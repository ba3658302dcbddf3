import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ImportDone } from "./import-done.tsx";
import { MappingCard } from "./mapping-card.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { useImportFlow, type ChosenFile } from "./use-import-flow.ts";

export interface FlowProps {
  chosen: ChosenFile;
  /** The file, and what it holds. */
  head: ReactNode;
  onAnother: () => void;
}

/** From a file of figures to an import: mapping, preview, and what was written. */
export function FiguresFlow({ chosen, head, onAnother }: FlowProps) {
  const flow = useImportFlow(chosen);
  const { kpis } = chosen;
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
      {head}
      <MappingCard chosen={chosen} flow={flow} />
      {flow.answer?.kind === "preview" && (
        <PreviewCard summary={flow.answer.summary} flow={flow} kpis={kpis} />
      )}
    </Stack>
  );
}
