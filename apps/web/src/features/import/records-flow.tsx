import type { RecordTargetName } from "@liftledger/contracts/record-targets";
import { ImportSteps, type FlowProps } from "./import-steps.tsx";
import { RecordsCard } from "./records-card.tsx";
import { useRecordsFlow } from "./use-records-flow.ts";

/** From a file whose rows are things to an import. */
export function RecordsFlow({ target, ...props }: FlowProps & { target: RecordTargetName }) {
  const flow = useRecordsFlow(props.chosen, target);
  return (
    <ImportSteps {...props} flow={flow}>
      <RecordsCard chosen={props.chosen} flow={flow} />
    </ImportSteps>
  );
}
