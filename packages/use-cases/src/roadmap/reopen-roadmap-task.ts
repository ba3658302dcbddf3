import type { Roadmap, RoadmapTaskReason } from "@liftledger/contracts/roadmap";
import { updateRoadmapTask } from "@liftledger/database/roadmap-tasks";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { getOwnTask } from "./own-task.ts";
import { roadmapView } from "./roadmap-view.ts";

/** Opens a task again that was done; what showed it stays in the audit chain. */
export async function reopenRoadmapTask(
  ctx: Context,
  { initiativeId, taskId, version, reason }: { initiativeId: string; taskId: string } & RoadmapTaskReason,
): Promise<Roadmap> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { initiative, task: before } = await getOwnTask(ctx, tx, { initiativeId, taskId, version });
    if (before.doneOn === null) throw new ProblemError("conflict", `“${before.title}” is open.`);
    const open = { doneOn: null, doneBy: null, evidence: [] };
    const by = { changedAt: ctx.now, changedBy: ctx.actor.personId };
    const after = { ...before, ...open, ...by, version: version + 1 };
    await updateRoadmapTask(tx, ctx.organisationId, version, after);
    audit({ action: "reopenRoadmapTask", noun: "roadmap-task", id: taskId, before, after, reason });
    return roadmapView(ctx, tx, initiative);
  });
}
