import { Roadmap, RoadmapTask } from "@liftledger/contracts/roadmap";
import { roadmapTasksOf, type RoadmapTask as KeptTask } from "@liftledger/database/roadmap-tasks";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { playbook, playbookPlace, type PlaybookKey } from "@liftledger/roi/governance/playbook";
import { readinessQuestion } from "@liftledger/roi/governance/readiness-questions";
import { roadmapProgress } from "@liftledger/roi/governance/roadmap-progress";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { countedReadiness } from "../readiness/counted-readiness.ts";
import { engineTasks } from "./engine-tasks.ts";

/** A task as it crosses the wire: people by their names. */
export function taskView(
  { ownerId, ...task }: KeptTask,
  initiative: string,
  nameOf: PersonNames,
): RoadmapTask {
  return RoadmapTask.parse({
    ...task,
    initiative,
    owner: ownerId === null ? null : nameOf(ownerId),
    doneBy: task.doneBy === null ? null : nameOf(task.doneBy),
    changedBy: nameOf(task.changedBy),
  });
}

/**
 * The roadmap of an initiative: tasks by step and day, how far it is, what no task is for. As it stands, or with `asOf` as
 * it was known then; on the day of that instant unless another is asked for.
 */
export async function roadmapView(
  ctx: Context,
  db: Reader,
  { initiativeId, name }: Pick<NamedInitiative, "initiativeId" | "name">,
  { until, asOf }: { until?: string | undefined; asOf?: string | undefined } = {},
): Promise<Roadmap> {
  const kept = await roadmapTasksOf(db, ctx.organisationId, [initiativeId], { asOf });
  const nameOf = await personNames(ctx, db);
  const { ready } = await countedReadiness(ctx, db, initiativeId, { asOf });
  const day = until ?? (asOf === undefined ? ctx.today : dayOf(ctx, asOf));
  const { done, of, late, next, endsOn, sentence } = roadmapProgress(engineTasks(kept), day);
  const planned = new Set(kept.filter(({ doneOn }) => doneOn === null).map(({ question }) => question));
  return Roadmap.parse({
    initiativeId,
    asOf: asOf ?? ctx.now,
    day,
    // They come by day: the sort keeps that within a step.
    tasks: kept
      .toSorted((a, b) => playbookPlace(a.step as PlaybookKey) - playbookPlace(b.step as PlaybookKey))
      .map((task) => taskView(task, name, nameOf)),
    steps: playbook,
    done,
    of,
    late,
    next: next === null ? null : { taskId: next.key, title: next.title, dueOn: next.dueOn },
    endsOn,
    sentence,
    notPlanned: ready.questions
      .filter(({ question, isClosed }) => !isClosed && !planned.has(question))
      .map(({ question }) => ({ question, todo: readinessQuestion(question).todo })),
  });
}
