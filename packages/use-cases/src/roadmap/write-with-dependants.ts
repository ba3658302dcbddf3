import type { RoadmapTask } from "@liftledger/database/roadmap-tasks";
import type { Writer } from "@liftledger/database/transaction";
import { moveTask, waitsForItself } from "@liftledger/roi/governance/move-task";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { engineTasks } from "./engine-tasks.ts";
import { insertTaskWithDays, updateTaskWithDays } from "./write-task-days.ts";

/** A task as it is to be, and how the ledger is told of it. */
export interface WantedTask {
  /** Undefined where it is new. */
  before: RoadmapTask | undefined;
  after: RoadmapTask;
  /** The version that was read; of a new one 0. */
  version: number;
  action: string;
}

/**
 * Writes a task with its days and what it waits for, and pushes back what depends on it as far as it must be. Refused
 * where it waits for what is not there or for itself, and where it would begin before what it waits for is over.
 */
export async function writeWithDependants(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { tasks, wanted }: { tasks: readonly RoadmapTask[]; wanted: WantedTask },
): Promise<void> {
  const { before, after, version, action } = wanted;
  const all = [...tasks.filter(({ taskId }) => taskId !== after.taskId), after];
  refuseStrangers(all, after);
  const { startsOn, dueOn } = after;
  // A task that is done keeps its days: only its words and its owner change.
  const moved = after.doneOn === null ? moveTask(engineTasks(all), after.taskId, { startsOn, dueOn }) : null;
  if (moved?.kind === "refused") refuse("startsOn", moved.reason, `${startsOn} to ${dueOn}`);
  const asked = { field: "dueOn", seen: `${startsOn} to ${dueOn}` };
  if (before === undefined) await insertTaskWithDays(ctx, tx, after, asked);
  else await updateTaskWithDays(ctx, tx, { version, task: after }, asked);
  audit({ action, noun: "roadmap-task", id: after.taskId, before: before ?? null, after });
  if (moved?.kind !== "moved") return;
  for (const other of all) {
    const to = moved.moved.find(({ key }) => key === other.taskId)?.to;
    if (to === undefined || other.taskId === after.taskId) continue;
    const by = { changedAt: ctx.now, changedBy: ctx.actor.personId };
    const pushed = { ...other, ...to, ...by, version: other.version + 1 };
    await updateTaskWithDays(ctx, tx, { version: other.version, task: pushed }, asked);
    audit({ action, noun: "roadmap-task", id: other.taskId, before: other, after: pushed });
  }
}

function refuseStrangers(all: readonly RoadmapTask[], { taskId, dependsOn }: RoadmapTask): void {
  const message = "the id of another task of the same roadmap";
  refuseIfAny(
    dependsOn.flatMap((on, place) =>
      on !== taskId && all.some((task) => task.taskId === on)
        ? []
        : [{ field: `dependsOn.${place}`, message, seen: on }],
    ),
  );
  if (waitsForItself(engineTasks(all)))
    refuse(
      "dependsOn",
      "It would wait for itself: one of these tasks waits for it already.",
      dependsOn.join(),
    );
}

function refuse(field: string, message: string, seen: string): never {
  throw new ProblemError("invalid-request", message, [{ field, message, seen }]);
}
