import type { Workflow, WorkflowFields, WorkflowStep } from "@liftledger/contracts/workflow";
import { form, plural, t } from "../../words.ts";

/** The kinds of what happens in a workflow, as people say them. */
export const kindNames: Record<WorkflowStep["kind"], string> = {
  step: t`Step`,
  decision: t`Decision`,
  exception: t`Exception`,
  workaround: t`Manual workaround`,
  "hand-off": t`Hand-off`,
};

export const diagnosisNames: Record<WorkflowFields["findings"][number]["diagnosis"], string> = {
  data: t`Data`,
  flow: t`Flow`,
  ownership: t`Ownership`,
  definition: t`Definition`,
};

/** What a page on a workflow finds. */
export function workflowFinding({ version, before, after }: Workflow): string {
  if (version === 0) return t`How the work is done is not recorded yet`;
  const [was, is] = [before.steps.length, after.steps.length];
  return plural(was, form`${was} step before, ${is} with it`, form`${was} steps before, ${is} with it`);
}
