import { NotFoundError, LostUpdateError } from "@liftledger/database/errors";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { roadmapTasksOf, type RoadmapTask } from "@liftledger/database/roadmap-tasks";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { getOwnInitiative } from "../own-things.ts";

/** Which task, at which version it was read. */
export interface TaskAddress {
  initiativeId: string;
  taskId: string;
  version: number;
}

/** A task of one's own initiative at the version that was read, with those beside it; "conflict" when somebody was faster. */
export async function getOwnTask(
  ctx: Context,
  tx: Writer,
  { initiativeId, taskId, version }: TaskAddress,
): Promise<{ initiative: NamedInitiative; task: RoadmapTask; tasks: RoadmapTask[] }> {
  const initiative = await getOwnInitiative(ctx, tx, initiativeId);
  const tasks = await roadmapTasksOf(tx, ctx.organisationId, [initiativeId]);
  const task = tasks.find((one) => one.taskId === taskId);
  if (task === undefined) throw new NotFoundError("roadmap task", taskId);
  if (task.version !== version) throw new LostUpdateError("roadmap task", taskId, version, task.version);
  return { initiative, task, tasks };
}
