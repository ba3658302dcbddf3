import { IsoDate } from "@liftledger/contracts/values";
import { insertRoadmapTask, updateRoadmapTask, type RoadmapTask } from "@liftledger/database/roadmap-tasks";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";

/** What a request said that put a task on its days. */
export interface DaysAsked {
  readonly field: string;
  readonly seen: string;
}

/** Writes a new task with its days. Refused beyond the days that are written, as every writing of days is. */
export async function insertTaskWithDays(
  ctx: Context,
  tx: Writer,
  task: RoadmapTask,
  asked: DaysAsked,
): Promise<void> {
  refuseBeyondDays(task, asked);
  await insertRoadmapTask(tx, ctx.organisationId, task);
}

/** Writes a task that stands on other days, or may. Throws `LostUpdateError`; refused beyond the days that are written. */
export async function updateTaskWithDays(
  ctx: Context,
  tx: Writer,
  { version, task }: { version: number; task: RoadmapTask },
  asked: DaysAsked,
): Promise<void> {
  refuseBeyondDays(task, asked);
  await updateRoadmapTask(tx, ctx.organisationId, version, task);
}

/** What is pushed back or planned over ninety days may come to a day that is none here, and could not be read again. */
function refuseBeyondDays({ title, startsOn, dueOn }: RoadmapTask, { field, seen }: DaysAsked): void {
  if (IsoDate.safeParse(startsOn).success && IsoDate.safeParse(dueOn).success) return;
  const message = `“${title}” would be due on ${dueOn}: begin earlier, so that all of it is due by 2199.`;
  throw new ProblemError("invalid-request", message, [{ field, message, seen }]);
}
