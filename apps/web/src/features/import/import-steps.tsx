import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ImportDone } from "./import-done.tsx";
import { PreviewCard } from "./preview-card.tsx";
import type { ChosenFile } from "./use-import-flow.ts";
import type { MappingFlow } from "./use-mapping-flow.ts";

/** What the way of a file is made of, whatever its rows become. */
export interface FlowProps {
  chosen: ChosenFile;
  /** The file, and what it holds. */
  head: ReactNode;
  onAnother: () => void;
}

/** From a chosen file to an import: its mapping, which is given, the preview, and at the end what was written. */
export function ImportSteps({
  chosen: { kpis },
  head,
  onAnother,
  flow,
  children,
}: FlowProps & { flow: Omit<MappingFlow, "setMapping">; children: ReactNode }) {
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
      {children}
      {flow.answer?.kind === "preview" && (
        <PreviewCard summary={flow.answer.summary} flow={flow} kpis={kpis} />
      )}
    </Stack>
  );
}
