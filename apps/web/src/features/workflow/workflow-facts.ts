import type { Workflow, WorkflowState, WorkflowStep } from "@liftledger/contracts/workflow";
import { formatDate } from "../../components/format-date.ts";
import type { Fact } from "../../components/version-changes.ts";
import { diagnosisNames, kindNames } from "./workflow-words.ts";
import { t } from "../../words.ts";

/** What a version says of a workflow: its scope, each step before and with it in its place, and what is wrong. */
export function workflowFacts({ scope, before, after, findings }: Workflow): Fact[] {
  return [
    { name: t`Scope`, text: scope },
    ...stateFacts(before, {
      step: (name) => t`Before, “${name}”`,
      scalable: t`Before, scalable`,
      repeatable: t`Before, repeatable`,
    }),
    ...stateFacts(after, {
      step: (name) => t`With the initiative, “${name}”`,
      scalable: t`With the initiative, scalable`,
      repeatable: t`With the initiative, repeatable`,
    }),
    ...findings.map(({ text, diagnosis }) => ({
      name: t`What is wrong: ${text}`,
      text: diagnosisNames[diagnosis],
    })),
  ];
}

interface StateNames {
  step: (name: string) => string;
  scalable: string;
  repeatable: string;
}

function stateFacts({ steps, scalable, repeatable }: WorkflowState, names: StateNames): Fact[] {
  const seen = new Map<string, number>();
  const named = steps.map((step) => {
    const count = (seen.get(step.name) ?? 0) + 1;
    seen.set(step.name, count);
    // Two steps of one name are told apart by their number.
    return { name: names.step(count === 1 ? step.name : `${step.name} ${count}`), text: stepWords(step) };
  });
  return [
    ...named,
    { name: names.scalable, text: judgementWords(scalable) },
    { name: names.repeatable, text: judgementWords(repeatable) },
  ];
}

function stepWords(step: WorkflowStep): string {
  const { kind, owner, tool, note } = step;
  const days =
    step.kind === "workaround"
      ? step.until === null
        ? t`since ${formatDate(step.since)}`
        : t`${formatDate(step.since)} to ${formatDate(step.until)}`
      : "";
  const parts = [kindNames[kind], owner ?? "", tool ?? "", days, note];
  return parts.filter((part) => part !== "").join(", ");
}

function judgementWords(judged: WorkflowState["scalable"]): string | null {
  if (judged === null) return null;
  return judged.answer ? t`yes: ${judged.because}` : t`no: ${judged.because}`;
}
