import type { PlaceRoadmapTasks, Roadmap } from "@liftledger/contracts/roadmap";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { roadmapTasksOf } from "@liftledger/database/roadmap-tasks";
import { placeTasks } from "@liftledger/roi/governance/move-task";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { engineTasks } from "./engine-tasks.ts";
import { roadmapView } from "./roadmap-view.ts";
import { updateTaskWithDays } from "./write-task-days.ts";

/**
 * Puts several tasks of one's own initiative on days, all of them or none, and moves nothing else: so a move is taken
 * back with all that it pushed. Refused where one would then begin before what it waits for is over.
 */
export async function placeRoadmapTasks(
  ctx: Context,
  { initiativeId, tasks: wanted }: { initiativeId: string } & PlaceRoadmapTasks,
): Promise<Roadmap> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const initiative = await getOwnInitiative(ctx, tx, initiativeId);
    const tasks = await roadmapTasksOf(tx, ctx.organisationId, [initiativeId]);
    const pairs = wanted.map(({ taskId, version, ...to }) => {
      const before = tasks.find((task) => task.taskId === taskId);
      if (before === undefined) throw new NotFoundError("roadmap task", taskId);
      if (before.version !== version)
        throw new LostUpdateError("roadmap task", taskId, version, before.version);
      return { before, to };
    });
    const answer = placeTasks(
      engineTasks(tasks),
      pairs.map(({ before, to }) => ({ key: before.taskId, ...to })),
    );
    if (answer.kind === "refused") {
      const seen = wanted.map(({ startsOn, dueOn }) => `${startsOn} to ${dueOn}`).join(", ");
      throw new ProblemError("invalid-request", answer.reason, [
        { field: "tasks", message: answer.reason, seen },
      ]);
    }
    for (const { before, to } of pairs) {
      if (before.startsOn === to.startsOn && before.dueOn === to.dueOn) continue;
      const by = { changedAt: ctx.now, changedBy: ctx.actor.personId };
      const after = { ...before, ...to, ...by, version: before.version + 1 };
      const asked = { field: "tasks", seen: `${to.startsOn} to ${to.dueOn}` };
      await updateTaskWithDays(ctx, tx, { version: before.version, task: after }, asked);
      audit({ action: "placeRoadmapTasks", noun: "roadmap-task", id: before.taskId, before, after });
    }
    return roadmapView(ctx, tx, initiative);
  });
}
