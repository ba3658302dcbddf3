import type { RoadmapTask as KeptTask } from "@liftledger/database/roadmap-tasks";
import type { PlaybookKey } from "@liftledger/roi/governance/playbook";
import type { QuestionKey } from "@liftledger/roi/governance/readiness-questions";
import type { RoadmapTask } from "@liftledger/roi/governance/roadmap";

/** Kept tasks as the engine reckons with them; an owner is said by id. */
export function engineTasks(tasks: readonly KeptTask[]): RoadmapTask[] {
  return tasks.map(({ taskId, step, question, neededScore, shownBy, ownerId, ...task }) => ({
    key: taskId,
    step: step as PlaybookKey,
    title: task.title,
    owner: ownerId,
    startsOn: task.startsOn,
    dueOn: task.dueOn,
    dependsOn: task.dependsOn,
    closedBy: { question: question as QuestionKey | null, score: neededScore, shownBy },
    doneOn: task.doneOn,
  }));
}
