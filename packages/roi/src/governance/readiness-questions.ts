import type { GatePhase } from "../phase.ts";
import type { PlaybookKey } from "./playbook.ts";

/** The five gaps between having AI and it paying, in the order in which they are closed. */
export const readinessGaps = [
  { key: "strategy", name: "Strategy", step: "business-case" },
  { key: "process", name: "Process", step: "workflows" },
  { key: "data", name: "Data", step: "data" },
  { key: "governance", name: "Governance", step: "governance" },
  { key: "talent", name: "Talent", step: "people" },
] as const satisfies readonly { key: string; name: string; step: PlaybookKey }[];

export type GapKey = (typeof readinessGaps)[number]["key"];

/** One of the ten questions. */
export interface ReadinessQuestion {
  key: string;
  gap: GapKey;
  asks: string;
  /** What closes it, as a task says it. */
  todo: string;
  /** What shows that it is closed. */
  shownBy: string;
  /** The score, of 5, that each phase needs before it is entered. */
  needs: Readonly<Record<GatePhase, number>>;
}

/** What a pilot may begin with, what several use cases need, and what the whole company relies on. */
const early = { pilots: 4, scale: 5, transform: 5 } as const;
const growing = { pilots: 3, scale: 4, transform: 5 } as const;
const late = { pilots: 2, scale: 4, transform: 5 } as const;

/** Ten plain questions, two of each gap. What is asked early is what cannot be made up for afterwards. */
export const readinessQuestions = [
  {
    key: "outcome",
    gap: "strategy",
    asks: "Is the business outcome one sentence, with a number and a date?",
    todo: "State the outcome in one sentence with a number and a date",
    shownBy: "The sentence on the initiative",
    needs: early,
  },
  {
    key: "business-case",
    gap: "strategy",
    asks: "Has somebody who did not write it approved the business case?",
    todo: "Write the business case and have it approved",
    shownBy: "An approved version of the case",
    needs: growing,
  },
  {
    key: "workflow",
    gap: "process",
    asks: "Is the workflow that it changes mapped, with the owner of each step?",
    todo: "Map the workflow as it is: steps, exceptions, hand-offs, and who owns each",
    shownBy: "The map, reviewed by those who do the work",
    needs: growing,
  },
  {
    key: "daily-work",
    gap: "process",
    asks: "Is it settled how it becomes part of daily work, without manual workarounds?",
    todo: "Settle how it becomes part of daily work, and remove the manual workarounds",
    shownBy: "The workflow with it in place, and no workaround that is still needed",
    needs: late,
  },
  {
    key: "baseline",
    gap: "data",
    asks: "Is it fixed, before the start, what the benefit is measured against?",
    todo: "Draft a baseline for every benefit and have it frozen",
    shownBy: "A frozen baseline for every benefit",
    needs: early,
  },
  {
    key: "data-quality",
    gap: "data",
    asks: "Are the data it needs complete, on time and allowed to be used?",
    todo: "Close the gaps in the data and settle who may use them",
    shownBy: "Series with nothing a person should look at",
    needs: growing,
  },
  {
    key: "owner",
    gap: "governance",
    asks: "Does one named person answer for it, in production too?",
    todo: "Name who answers for it, and who takes it over in production",
    shownBy: "The owner, and the owner of the hand-over",
    needs: growing,
  },
  {
    key: "rules",
    gap: "governance",
    asks: "Are there rules for data access, review of output and errors, and is the security review under way?",
    todo: "Open the security review and write the rules for data access, review of output and errors",
    shownBy: "The review and the three rules",
    needs: early,
  },
  {
    key: "training",
    gap: "talent",
    asks: "Is training part of what is spent, and done?",
    todo: "Plan and pay the training of those who will use it",
    shownBy: "Training's share of what was spent",
    needs: late,
  },
  {
    key: "use",
    gap: "talent",
    asks: "Do the people it is for have the time for it, and do they use it?",
    todo: "Give the people the time for it and see that they use it",
    shownBy: "Adoption, week by week",
    needs: late,
  },
] as const satisfies readonly ReadinessQuestion[];

export type QuestionKey = (typeof readinessQuestions)[number]["key"];

/** A question by its key. Throws a RangeError where there is none. */
export function readinessQuestion(key: QuestionKey): ReadinessQuestion & { key: QuestionKey } {
  const found = readinessQuestions.find((question) => question.key === key);
  if (found === undefined) throw new RangeError(`"${key}" is none of the ten questions`);
  return found;
}
