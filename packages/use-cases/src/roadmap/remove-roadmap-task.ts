import type { Roadmap, RoadmapTaskReason } from "@liftledger/contracts/roadmap";
import { removeRoadmapTask as removeStored, updateRoadmapTask } from "@liftledger/database/roadmap-tasks";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { getOwnTask } from "./own-task.ts";
import { roadmapView } from "./roadmap-view.ts";

/** Takes a task off the roadmap; nothing waits for it any more, and no day of another moves. */
export async function removeRoadmapTask(
  ctx: Context,
  { initiativeId, taskId, version, reason }: { initiativeId: string; taskId: string } & RoadmapTaskReason,
): Promise<Roadmap> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { initiative, task, tasks } = await getOwnTask(ctx, tx, { initiativeId, taskId, version });
    const [removedAt, removedBy] = [ctx.now, ctx.actor.personId];
    await removeStored(tx, ctx.organisationId, task, { removedAt, removedBy });
    const action = "removeRoadmapTask";
    const noun = "roadmap-task";
    audit({ action, noun, id: taskId, before: task, after: { ...task, removedAt }, reason });
    for (const before of tasks.filter(({ dependsOn }) => dependsOn.includes(taskId))) {
      const dependsOn = before.dependsOn.filter((on) => on !== taskId);
      const by = { changedAt: removedAt, changedBy: removedBy };
      const after = { ...before, dependsOn, ...by, version: before.version + 1 };
      await updateRoadmapTask(tx, ctx.organisationId, before.version, after);
      audit({ action, noun, id: before.taskId, before, after, reason });
    }
    return roadmapView(ctx, tx, initiative);
  });
}
