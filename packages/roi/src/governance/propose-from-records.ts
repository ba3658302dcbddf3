import { listInWords } from "@liftledger/kpis/list-in-words";
import type { ProposedAnswer } from "./propose-readiness.ts";
import type { Evidence } from "./readiness.ts";

/** How many steps one side of a workflow has, and how many of them somebody answers for. */
export interface MappedSteps {
  steps: number;
  owned: number;
}

/** What is recorded of how the work of an initiative is done. */
export interface KnownWorkflow {
  initiativeId: string;
  before: MappedSteps;
  after: MappedSteps;
  /** Manual workarounds that the work with it still needs today. */
  workarounds: number;
}

/** What is recorded of the rules by which an initiative runs. */
export interface KnownRules {
  initiativeId: string;
  /** The rules for data access, review of output and errors; "reopened" is one that waits for approval since the scope changed. */
  dataAccess: "written" | "reopened" | "missing";
  outputReview: "written" | "reopened" | "missing";
  errorHandling: "written" | "reopened" | "missing";
  /** The day on which the security review was opened, that it needs none, or null where neither is so by today. */
  securityReview: { openedOn: string } | "not-needed" | null;
  /** The day on which the description of the process was agreed; null where none is by today. */
  processDocumentedOn: string | null;
}

/** Whether the workflow is mapped with the owner of each step; null where no step is recorded. */
export function mappedWorkflow(known: KnownWorkflow | null): ProposedAnswer | null {
  if (known === null) return null;
  const { initiativeId: id, before, after } = known;
  const all = before.steps + after.steps;
  if (all === 0) return null;
  const unowned = all - before.owned - after.owned;
  const mapped = `Mapped: ${stepsText(before.steps)} before it, ${stepsText(after.steps)} with it`;
  const isWhole = before.steps > 0 && after.steps > 0;
  const evidence: Evidence[] = [{ kind: "object", noun: "workflow", id, text: mapped }];
  return unowned === 0
    ? { question: "workflow", score: isWhole ? 5 : 3, reason: `${mapped}; each has an owner.`, evidence }
    : {
        question: "workflow",
        score: isWhole ? 3 : 2,
        reason: `${mapped}; without an owner: ${unowned} of ${all}.`,
        evidence,
      };
}

function stepsText(count: number): string {
  return count === 0 ? "no step" : `${count} ${count === 1 ? "step" : "steps"}`;
}

/** Whether it is part of daily work without manual workarounds; null where the work with it is not mapped. */
export function dailyWork(known: KnownWorkflow | null, rules: KnownRules | null): ProposedAnswer | null {
  if (known === null || known.after.steps === 0) return null;
  const { initiativeId: id, workarounds: count } = known;
  const answer = (score: number, text: string, rest: string): ProposedAnswer => {
    const evidence: Evidence[] = [{ kind: "object", noun: "workflow", id, text }];
    return { question: "daily-work", score, reason: `${text}${rest}`, evidence };
  };
  if (count > 0) {
    const needed = count === 1 ? "1 manual workaround is" : `${count} manual workarounds are`;
    return answer(2, `${needed} still needed with it`, ".");
  }
  const none = "No manual workaround is needed with it";
  const agreedOn = rules?.processDocumentedOn ?? null;
  return agreedOn === null
    ? answer(4, none, "; that the process is written down is not recorded.")
    : answer(5, none, `; the description of the process was agreed on ${agreedOn}.`);
}

const ruleNames = {
  dataAccess: "the rule for data access",
  outputReview: "the rule for review of output",
  errorHandling: "the rule for errors",
} as const;

/** Whether the three rules are written and the security review is under way; null where nothing is recorded. */
export function rulesAndReview(known: KnownRules | null): ProposedAnswer | null {
  if (known === null) return null;
  const { initiativeId: id, securityReview: review } = known;
  const missing = (Object.keys(ruleNames) as (keyof typeof ruleNames)[]).flatMap((key) => {
    if (known[key] === "written") return [];
    return [known[key] === "missing" ? ruleNames[key] : `approval of ${ruleNames[key]} for the new scope`];
  });
  if (review === null) missing.push("the security review");
  const done = 4 - missing.length;
  const reviewed =
    review === "not-needed"
      ? "no security review is needed"
      : `the security review was opened on ${review?.openedOn}`;
  const reason =
    missing.length === 0
      ? `All three rules are written down, and ${reviewed}.`
      : `Still missing: ${listInWords(missing)}.`;
  const text = done === 4 ? "The three rules and the security review" : "What is written down of it";
  return {
    question: "rules",
    // Three of four is not yet what a pilot begins with.
    score: done === 4 ? 5 : done,
    reason,
    evidence: done === 0 ? [] : [{ kind: "object", noun: "production", id, text }],
  };
}
