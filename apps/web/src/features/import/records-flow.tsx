import { Stack } from "@mantine/core";
import type { RecordTargetName } from "@liftledger/contracts/record-targets";
import type { FlowProps } from "./figures-flow.tsx";
import { ImportDone } from "./import-done.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { RecordsCard } from "./records-card.tsx";
import { useRecordsFlow } from "./use-records-flow.ts";

/** From a file whose rows are things to an import: mapping, preview, and what was written. */
export function RecordsFlow({ chosen, head, onAnother, target }: FlowProps & { target: RecordTargetName }) {
  const flow = useRecordsFlow(chosen, target);
  const { kpis, ownCurrency: currency } = chosen;
  if (flow.write.result !== undefined)
    return (
      <ImportDone
        result={flow.write.result}
        kpis={kpis}
        currency={currency}
        rememberError={flow.rememberError}
        onAnother={onAnother}
      />
    );
  return (
    <Stack gap="lg">
      {head}
      <RecordsCard chosen={chosen} flow={flow} />
      {flow.answer?.kind === "preview" && (
        <PreviewCard summary={flow.answer.summary} flow={{ ...flow, currency }} kpis={kpis} />
      )}
    </Stack>
  );
}
