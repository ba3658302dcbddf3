import type { WorkflowFields } from "@liftledger/contracts/workflow";

/** How many manual workarounds the work with the initiative still needs on a day. */
export function neededWorkarounds({ after }: Pick<WorkflowFields, "after">, day: string): number {
  return after.steps.filter(
    (step) => step.kind === "workaround" && step.since <= day && (step.until === null || step.until >= day),
  ).length;
}
