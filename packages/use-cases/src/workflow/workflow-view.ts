import { WorkflowFields, type Workflow, type WorkflowState } from "@liftledger/contracts/workflow";
import { parseJson } from "@liftledger/database/json";
import type { WorkflowVersion } from "@liftledger/database/workflow-versions";
import type { PersonNames } from "../people/person-names.ts";

const nothing: WorkflowState = { steps: [], scalable: null, repeatable: null };

/** What is said of an initiative of which nothing is recorded. */
const empty: WorkflowFields = { scope: null, before: nothing, after: nothing, findings: [] };

/** A workflow as it crosses the wire, people by their names; they are kept by their ids. */
export function workflowView(
  initiativeId: string,
  kept: WorkflowVersion | undefined,
  nameOf: PersonNames,
): Workflow {
  if (kept === undefined) return { ...empty, initiativeId, version: 0, recordedAt: null, recordedBy: null };
  const { version, recordedAt, recordedBy } = kept;
  const named = withOwners(keptWorkflow(kept), nameOf);
  return { ...named, initiativeId, version, recordedAt, recordedBy: nameOf(recordedBy) };
}

/** A workflow as it is kept: people by their ids. */
export function keptWorkflow({ workflow }: Pick<WorkflowVersion, "workflow">): WorkflowFields {
  return parseJson(WorkflowFields, workflow);
}

/** The workflow with every owner said in another way: by id or by name. */
export function withOwners(workflow: WorkflowFields, said: (person: string) => string): WorkflowFields {
  const state = ({ steps, ...judged }: WorkflowState): WorkflowState => ({
    ...judged,
    steps: steps.map((step) => (step.owner === null ? step : { ...step, owner: said(step.owner) })),
  });
  return { ...workflow, before: state(workflow.before), after: state(workflow.after) };
}

/** Everybody who owns a step, each once. */
export function ownersIn({ before, after }: WorkflowFields): string[] {
  return [...new Set([...before.steps, ...after.steps].flatMap(({ owner }) => owner ?? []))];
}
