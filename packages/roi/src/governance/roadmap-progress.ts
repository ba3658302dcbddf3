import type { Readiness } from "./readiness.ts";
import type { RoadmapTask } from "./roadmap.ts";

/** How far a roadmap is on a day. */
export interface RoadmapProgress {
  done: number;
  of: number;
  late: string[];
  /** The open task that is due next. */
  next: { key: string; title: string; dueOn: string } | null;
  endsOn: string | null;
  sentence: string;
}

/** How far a roadmap is on a day: what is done, what is late, what is due next. On its due day a task is not late. */
export function roadmapProgress(tasks: readonly RoadmapTask[], day: string): RoadmapProgress {
  const open = tasks
    .filter(({ doneOn }) => doneOn === null || doneOn > day)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const late = open.filter(({ dueOn }) => dueOn < day);
  const [first] = open;
  const done = tasks.length - open.length;
  const endsOn =
    tasks
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1) ?? null;
  const after = late.length === 0 ? "" : `, ${late.length} late`;
  return {
    done,
    of: tasks.length,
    late: late.map(({ key }) => key),
    next: first === undefined ? null : { key: first.key, title: first.title, dueOn: first.dueOn },
    endsOn,
    sentence: tasks.length === 0 ? "There is nothing to do." : `${done} of ${tasks.length} done${after}.`,
  };
}

/** The roadmap with every task done, on the day, whose question has reached the score that closes it. */
export function closeByReadiness(
  tasks: readonly RoadmapTask[],
  { questions }: { questions: readonly Pick<Readiness["questions"][number], "question" | "score">[] },
  day: string,
): RoadmapTask[] {
  return tasks.map((task) => {
    const { question: of, score: enough } = task.closedBy;
    if (task.doneOn !== null || of === null || enough === null) return task;
    const reached = questions.find(({ question }) => question === of)?.score ?? 0;
    return reached >= enough ? { ...task, doneOn: day } : task;
  });
}
