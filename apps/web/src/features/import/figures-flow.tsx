import { ImportSteps, type FlowProps } from "./import-steps.tsx";
import { MappingCard } from "./mapping-card.tsx";
import { useImportFlow } from "./use-import-flow.ts";

/** From a file of figures to an import. */
export function FiguresFlow(props: FlowProps) {
  const flow = useImportFlow(props.chosen);
  return (
    <ImportSteps {...props} flow={flow}>
      <MappingCard chosen={props.chosen} flow={flow} />
    </ImportSteps>
  );
}
