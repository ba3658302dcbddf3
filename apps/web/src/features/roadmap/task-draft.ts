import type { ChangeRoadmapTask, NewRoadmapTask } from "@liftledger/contracts/roadmap";
import type { StepKey, Task } from "./queries.ts";
import { t } from "../../words.ts";

/** What is typed of a task. */
export interface TaskDraft {
  step: StepKey;
  title: string;
  owner: string;
  startsOn: string;
  dueOn: string;
  dependsOn: string[];
  shownBy: string;
}

/** What is wrong with it, by field. */
export function taskFaults({ title, startsOn, dueOn, shownBy }: TaskDraft): Record<string, string> {
  return {
    ...(title.trim() === "" ? { title: t`Say what is to be done` } : {}),
    ...(shownBy.trim() === "" ? { shownBy: t`Say what will show it` } : {}),
    ...(startsOn === "" ? { startsOn: t`Choose a day` } : {}),
    ...(dueOn === ""
      ? { dueOn: t`Choose a day` }
      : dueOn < startsOn
        ? { dueOn: t`It ends before it begins` }
        : {}),
  };
}

/** The form filled with a task as it stands. */
export function draftOfTask(task: Task): TaskDraft {
  const { step, title, owner, startsOn, dueOn, dependsOn, shownBy } = task;
  return { step, title, owner: owner ?? "", startsOn, dueOn, dependsOn, shownBy };
}

const ownerOf = ({ owner }: TaskDraft) => (owner.trim() === "" ? null : owner.trim());

/** A new task as it was typed, made of a finding where it was. */
export function newTaskOf(draft: TaskDraft, finding: NewRoadmapTask["finding"]): NewRoadmapTask {
  const { step, startsOn, dueOn, dependsOn } = draft;
  const words = { title: draft.title.trim(), shownBy: draft.shownBy.trim(), owner: ownerOf(draft) };
  return { step, startsOn, dueOn, dependsOn, finding, ...words };
}

/** What was changed of a task: what is as it was is left out, so that nobody else's change of it is undone. */
export function changeOf(task: Task, draft: TaskDraft): ChangeRoadmapTask {
  const before = draftOfTask(task);
  const { startsOn, dueOn, dependsOn } = draft;
  const [title, shownBy, owner] = [draft.title.trim(), draft.shownBy.trim(), ownerOf(draft)];
  return {
    version: task.version,
    ...(title === before.title ? {} : { title }),
    ...(shownBy === before.shownBy ? {} : { shownBy }),
    ...(owner === task.owner ? {} : { owner }),
    ...(startsOn === before.startsOn ? {} : { startsOn }),
    ...(dueOn === before.dueOn ? {} : { dueOn }),
    ...(dependsOn.join() === before.dependsOn.join() ? {} : { dependsOn }),
  };
}
