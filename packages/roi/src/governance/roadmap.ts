import { allocate } from "@liftledger/finance/allocate";
import { addDays, requireIsoDate } from "@liftledger/kpis/iso-date";
import { playbookPlace, type PlaybookKey } from "./playbook.ts";
import { readinessGaps, readinessQuestion, type QuestionKey } from "./readiness-questions.ts";
import type { Readiness } from "./readiness.ts";

/** One task of a roadmap: of an open question, or one that somebody added. Days are inclusive. */
export interface RoadmapTask {
  key: string;
  step: PlaybookKey;
  title: string;
  /** Who does it; null until somebody is named. */
  owner: string | null;
  startsOn: string;
  dueOn: string;
  /** Tasks that must be done before it begins. */
  dependsOn: string[];
  /** What closes it: the question at the score that the next phase needs, where it is of one, shown by this. */
  closedBy: { question: QuestionKey | null; score: number | null; shownBy: string };
  /** The day it was done; null while it is open. */
  doneOn: string | null;
}

/** A task as it is planned from a question. */
export interface PlannedTask extends RoadmapTask {
  key: QuestionKey;
  dependsOn: QuestionKey[];
  closedBy: { question: QuestionKey; score: number; shownBy: string };
}

/** What a roadmap is made from. */
export interface RoadmapQuestion {
  readiness: Pick<Readiness, "questions">;
  startsOn: string;
  /** Who does what, where it is known. */
  owners?: Partial<Record<QuestionKey, string>>;
}

/** How many days a roadmap fills. */
export const roadmapDays = 90;

/**
 * The 90-day roadmap: a task for every question that is not at the score the next phase needs, in the order business
 * case, workflows, data, governance, people. Steps follow each other, each as long as it has points to gain; the tasks
 * of a step run side by side and wait for those of the step before. Nothing open is nothing to do.
 *
 * @example planRoadmap({ readiness: readiness("pilots", []), startsOn: "2026-01-01" }).at(-1)?.dueOn // "2026-03-31"
 */
export function planRoadmap({ readiness, startsOn, owners = {} }: RoadmapQuestion): PlannedTask[] {
  requireIsoDate(startsOn);
  const open = readiness.questions.filter(({ isClosed }) => !isClosed);
  const steps = readinessGaps
    .map(({ key, step }) => ({ step, questions: open.filter(({ gap }) => gap === key) }))
    .filter(({ questions }) => questions.length > 0)
    .toSorted((a, b) => playbookPlace(a.step) - playbookPlace(b.step));
  if (steps.length === 0) return [];
  const missing = steps.map(({ questions }) => {
    return questions.reduce((total, { needed, score }) => total + needed - score, 0);
  });
  const days = allocate(BigInt(roadmapDays), missing).map(Number);
  let begins = 0;
  return steps.flatMap(({ step, questions }, place) => {
    const ends = begins + (days[place] ?? 0);
    const dates = { startsOn: addDays(startsOn, begins), dueOn: addDays(startsOn, ends - 1) };
    begins = ends;
    const before = steps[place - 1]?.questions.map(({ question }) => question) ?? [];
    return questions.map(({ question: key, needed }): PlannedTask => {
      const { todo, shownBy } = readinessQuestion(key);
      const closedBy = { question: key, score: needed, shownBy };
      return {
        key,
        step,
        title: todo,
        owner: owners[key] ?? null,
        ...dates,
        dependsOn: [...before],
        closedBy,
        doneOn: null,
      };
    });
  });
}
