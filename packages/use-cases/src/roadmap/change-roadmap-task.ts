import type { ChangeRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { mustBe } from "../permissions.ts";
import { getOwnTask } from "./own-task.ts";
import { roadmapView } from "./roadmap-view.ts";
import { writeWithDependants } from "./write-with-dependants.ts";

/** Changes a task; what is left out stays. Other days push back what depends on it, as far as it must be. */
export async function changeRoadmapTask(
  ctx: Context,
  {
    initiativeId,
    taskId,
    version,
    owner,
    ...changes
  }: { initiativeId: string; taskId: string } & ChangeRoadmapTask,
): Promise<Roadmap> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { initiative, task, tasks } = await getOwnTask(ctx, tx, { initiativeId, taskId, version });
    const { title = task.title, shownBy = task.shownBy, dependsOn = task.dependsOn } = changes;
    const { startsOn = task.startsOn, dueOn = task.dueOn } = changes;
    const ownerId =
      owner === undefined || owner === null ? owner : await personIdByName(ctx, tx, audit, owner);
    const after = {
      ...task,
      title,
      shownBy,
      dependsOn,
      startsOn,
      dueOn,
      ownerId: ownerId === undefined ? task.ownerId : ownerId,
      version: version + 1,
      changedAt: ctx.now,
      changedBy: ctx.actor.personId,
    };
    const wanted = { before: task, after, version, action: "changeRoadmapTask" };
    await writeWithDependants(ctx, tx, audit, { tasks, wanted });
    return roadmapView(ctx, tx, initiative);
  });
}
