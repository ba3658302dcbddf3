import type { NewRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { roadmapTasksOf } from "@liftledger/database/roadmap-tasks";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { mustBe } from "../permissions.ts";
import { roadmapView } from "./roadmap-view.ts";
import { writeWithDependants } from "./write-with-dependants.ts";

/** Adds a task to the roadmap of one's own initiative, such as what helps against a finding. */
export async function addRoadmapTask(
  ctx: Context,
  { initiativeId, owner, ...task }: { initiativeId: string } & NewRoadmapTask,
): Promise<Roadmap> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const initiative = await getOwnInitiative(ctx, tx, initiativeId);
    const after = {
      ...task,
      taskId: ctx.newId(),
      initiativeId,
      ownerId: owner === null ? null : await personIdByName(ctx, tx, audit, owner),
      question: null,
      neededScore: null,
      doneOn: null,
      doneBy: null,
      evidence: [],
      version: 1,
      createdAt: ctx.now,
      createdBy: ctx.actor.personId,
      changedAt: ctx.now,
      changedBy: ctx.actor.personId,
    };
    const tasks = await roadmapTasksOf(tx, ctx.organisationId, [initiativeId]);
    const wanted = { before: undefined, after, version: 0, action: "addRoadmapTask" };
    await writeWithDependants(ctx, tx, audit, { tasks, wanted });
    return roadmapView(ctx, tx, initiative);
  });
}
