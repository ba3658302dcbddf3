import type { SetWorkflow, Workflow, WorkflowState, WorkflowStep } from "@liftledger/contracts/workflow";
import { t } from "../../words.ts";

/** A step as it is typed. */
export interface StepDraft {
  kind: WorkflowStep["kind"];
  name: string;
  owner: string;
  tool: string;
  note: string;
  since: string;
  until: string;
}

/** A judgement as it is typed: "" where nobody has judged yet. */
export interface JudgementDraft {
  answer: "" | "yes" | "no";
  because: string;
}

export interface StateDraft {
  steps: StepDraft[];
  scalable: JudgementDraft;
  repeatable: JudgementDraft;
}

/** A workflow as it is typed, and the version that it was made from. */
export interface WorkflowDraft {
  version: number;
  scope: string;
  before: StateDraft;
  after: StateDraft;
  findings: { text: string; diagnosis: SetWorkflow["findings"][number]["diagnosis"] }[];
}

export const emptyStep: StepDraft = {
  kind: "step",
  name: "",
  owner: "",
  tool: "",
  note: "",
  since: "",
  until: "",
};

/** The draft that says what a workflow says. */
export function draftOf({ version, scope, before, after, findings }: Workflow): WorkflowDraft {
  return { version, scope: scope ?? "", before: stateOf(before), after: stateOf(after), findings };
}

function stateOf({ steps, scalable, repeatable }: WorkflowState): StateDraft {
  return {
    steps: steps.map((step) => ({
      ...emptyStep,
      ...step,
      owner: step.owner ?? "",
      tool: step.tool ?? "",
      until: step.kind === "workaround" ? (step.until ?? "") : "",
    })),
    scalable: judgementOf(scalable),
    repeatable: judgementOf(repeatable),
  };
}

function judgementOf(judged: WorkflowState["scalable"]): JudgementDraft {
  if (judged === null) return { answer: "", because: "" };
  return { answer: judged.answer ? "yes" : "no", because: judged.because };
}

/** What was typed as it is sent, or by field what is missing. */
export type ReadWorkflow =
  | { kind: "workflow"; workflow: SetWorkflow }
  | { kind: "faults"; faults: Record<string, string> };

/** Reads a draft; `today` is when a workaround began that does not say. */
export function readWorkflow(draft: WorkflowDraft, today: string): ReadWorkflow {
  const faults: Record<string, string> = {};
  const state = (place: "before" | "after"): WorkflowState => ({
    steps: draft[place].steps.map((step, index) => {
      const at = `${place}.steps.${index}`;
      if (step.name.trim() === "") faults[`${at}.name`] = t`Say what happens`;
      if (step.kind === "workaround" && step.until !== "" && step.until < (step.since || today))
        faults[`${at}.until`] = t`Not before it began`;
      return readStep(step, today);
    }),
    scalable: readJudgement(draft[place].scalable, `${place}.scalable`, faults),
    repeatable: readJudgement(draft[place].repeatable, `${place}.repeatable`, faults),
  });
  const [before, after] = [state("before"), state("after")];
  for (const [index, { text }] of draft.findings.entries())
    if (text.trim() === "") faults[`findings.${index}.text`] = t`Say what is wrong`;
  if (Object.keys(faults).length > 0) return { kind: "faults", faults };
  const scope = textOrNull(draft.scope);
  const findings = draft.findings.map(({ text, diagnosis }) => ({ text: text.trim(), diagnosis }));
  return { kind: "workflow", workflow: { version: draft.version, scope, before, after, findings } };
}

function readStep({ kind, since, until, ...step }: StepDraft, today: string): WorkflowStep {
  const said = {
    name: step.name.trim(),
    owner: textOrNull(step.owner),
    tool: textOrNull(step.tool),
    note: step.note.trim(),
  };
  return kind === "workaround"
    ? { kind, ...said, since: since === "" ? today : since, until: textOrNull(until) }
    : { kind, ...said };
}

function readJudgement(
  { answer, because }: JudgementDraft,
  field: string,
  faults: Record<string, string>,
): WorkflowState["scalable"] {
  if (answer === "") return null;
  if (because.trim() === "") faults[`${field}.because`] = t`Say why`;
  return { answer: answer === "yes", because: because.trim() };
}

function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** The list with the one at a place a step further up or down; the same where there is no further. */
export function moved<Item>(items: readonly Item[], place: number, by: 1 | -1): Item[] {
  const to = place + by;
  const [one, other] = [items[place], items[to]];
  if (one === undefined || other === undefined) return [...items];
  return items.map((item, index) => (index === place ? other : index === to ? one : item));
}
