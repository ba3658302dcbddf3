import type { PlanRoadmap, Roadmap } from "@liftledger/contracts/roadmap";
import { roadmapTasksOf } from "@liftledger/database/roadmap-tasks";
import { planRoadmap as plannedTasks } from "@liftledger/roi/governance/roadmap";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { countedReadiness } from "../readiness/counted-readiness.ts";
import { roadmapView } from "./roadmap-view.ts";
import { insertTaskWithDays } from "./write-task-days.ts";

/**
 * Makes tasks of the gaps of one's own initiative, in the order of the playbook and over ninety days: of what the next
 * phase needs and no open task is for. Who leads the initiative leads the tasks until somebody else is named.
 */
export async function planRoadmap(
  ctx: Context,
  { initiativeId, startsOn, into }: { initiativeId: string } & PlanRoadmap,
): Promise<Roadmap> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const initiative = await getOwnInitiative(ctx, tx, initiativeId);
    const { ready } = await countedReadiness(ctx, tx, initiativeId, { into, asOf: ctx.now });
    const kept = await roadmapTasksOf(tx, ctx.organisationId, [initiativeId]);
    const planned = new Set(kept.filter(({ doneOn }) => doneOn === null).map(({ question }) => question));
    const questions = ready.questions.filter(({ question }) => !planned.has(question));
    const tasks = plannedTasks({ readiness: { questions }, startsOn });
    const ids = new Map(tasks.map(({ key }) => [key, ctx.newId()]));
    for (const { key, step, title, dueOn, dependsOn, closedBy, ...days } of tasks) {
      const task = {
        taskId: entryOf(ids, key),
        initiativeId,
        step,
        question: closedBy.question,
        neededScore: closedBy.score,
        finding: null,
        title,
        ownerId: initiative.ownerId,
        startsOn: days.startsOn,
        dueOn,
        dependsOn: dependsOn.map((on) => entryOf(ids, on)),
        shownBy: closedBy.shownBy,
        doneOn: null,
        doneBy: null,
        evidence: [],
        version: 1,
        createdAt: ctx.now,
        createdBy: ctx.actor.personId,
        changedAt: ctx.now,
        changedBy: ctx.actor.personId,
      };
      await insertTaskWithDays(ctx, tx, task, { field: "startsOn", seen: startsOn });
      audit({ action: "planRoadmap", noun: "roadmap-task", id: task.taskId, before: null, after: task });
    }
    return roadmapView(ctx, tx, initiative);
  });
}
