import { z } from "zod";
import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { KeptEvidence } from "./evidence.ts";
import { jsonText, parseJson } from "./json.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

const TaskIds = z.array(z.string());

/** A task as its versions hold it. */
const KeptTask: z.ZodType<RoadmapTask> = z.object({
  taskId: z.string(),
  initiativeId: z.string(),
  step: z.string(),
  question: z.string().nullable(),
  neededScore: z.number().nullable(),
  finding: z.string().nullable(),
  title: z.string(),
  ownerId: z.string().nullable(),
  startsOn: z.string(),
  dueOn: z.string(),
  dependsOn: TaskIds,
  shownBy: z.string(),
  doneOn: z.string().nullable(),
  doneBy: z.string().nullable(),
  evidence: KeptEvidence,
  version: z.number(),
  createdAt: z.string(),
  createdBy: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
});

/** A task of the roadmap of an initiative. Days are inclusive. */
export interface RoadmapTask {
  taskId: string;
  initiativeId: string;
  /** The step of the playbook. */
  step: string;
  /** The question of readiness that it closes, and the score at which it does; null for one that somebody added. */
  question: string | null;
  neededScore: number | null;
  /** The failure mode that it was made of. */
  finding: string | null;
  title: string;
  ownerId: string | null;
  startsOn: string;
  dueOn: string;
  /** Tasks that must be done before it begins. */
  dependsOn: string[];
  /** What would show that it is done. */
  shownBy: string;
  /** The day it was done, by whom, and what shows it; null and empty while it is open. */
  doneOn: string | null;
  doneBy: string | null;
  evidence: KeptEvidence;
  version: number;
  createdAt: string;
  createdBy: string;
  changedAt: string;
  changedBy: string;
}

/** Adds a task at the version it bears. */
export async function insertRoadmapTask(
  tx: Writer,
  organisationId: string,
  task: RoadmapTask,
): Promise<void> {
  await tx
    .insertInto("roadmap_tasks")
    .values({
      organisation_id: organisationId,
      task_id: task.taskId,
      initiative_id: task.initiativeId,
      created_at: task.createdAt,
      created_by: task.createdBy,
      removed_at: null,
      ...changeable(task),
    })
    .execute();
  await keepVersion(tx, organisationId, task);
}

/** Keeps what a task says from now on, for a roadmap as it was known at an instant. */
async function keepVersion(
  tx: Writer,
  organisationId: string,
  task: RoadmapTask,
  removedAt: string | null = null,
): Promise<void> {
  await tx
    .insertInto("roadmap_task_versions")
    .values({
      organisation_id: organisationId,
      task_id: task.taskId,
      version: task.version,
      initiative_id: task.initiativeId,
      task: jsonText(task),
      removed_at: removedAt,
      recorded_at: task.changedAt,
    })
    .execute();
}

/** A task that stands; throws `NotFoundError`. */
async function getRoadmapTask(db: Reader, organisationId: string, taskId: string): Promise<RoadmapTask> {
  const row = await tasksOf(db, organisationId).where("task_id", "=", taskId).executeTakeFirst();
  if (!row) throw new NotFoundError("roadmap task", taskId);
  return asTask(row);
}

/**
 * The tasks that stand of initiatives, the one that begins first before the others; of all where none are named. With
 * `asOf`, as they were recorded by then.
 */
export async function roadmapTasksOf(
  db: Reader,
  organisationId: string,
  initiativeIds?: readonly string[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<RoadmapTask[]> {
  if (asOf !== undefined) return tasksKnownAt(db, organisationId, initiativeIds, asOf);
  let query = tasksOf(db, organisationId);
  if (initiativeIds !== undefined) query = query.where(isOneOf(db, "initiative_id", initiativeIds));
  const rows = await query.orderBy("starts_on").orderBy("due_on").orderBy("task_id").execute();
  return rows.map(asTask);
}

async function tasksKnownAt(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[] | undefined,
  asOf: string,
): Promise<RoadmapTask[]> {
  let query = db
    .selectFrom("roadmap_task_versions")
    .select(["task_id", "task", "removed_at"])
    .where("organisation_id", "=", organisationId)
    .where("recorded_at", "<=", asOf)
    .orderBy("task_id")
    .orderBy("version");
  if (initiativeIds !== undefined) query = query.where(isOneOf(db, "initiative_id", initiativeIds));
  const latest = new Map((await query.execute()).map((row) => [row.task_id, row]));
  return [...latest.values()]
    .filter((row) => row.removed_at === null)
    .map((row) => parseJson(KeptTask, row.task))
    .toSorted((one, other) => compareTexts(orderOf(one), orderOf(other)));
}

const orderOf = ({ startsOn, dueOn, taskId }: RoadmapTask) => `${startsOn} ${dueOn} ${taskId}`;

const compareTexts = (one: string, other: string) => (one < other ? -1 : Number(one > other));

const sorting: Sorting = {
  columns: { dueOn: "due_on", startsOn: "starts_on", initiativeId: "initiative_id", taskId: "task_id" },
  key: ["taskId"],
  first: "dueOn",
};

/** A page of the tasks that stand, the one due first before the others unless another order is asked for. */
export async function listRoadmapTasks(
  db: Reader,
  organisationId: string,
  {
    initiativeId,
    step,
    isDone,
    ...request
  }: PageRequest & {
    initiativeId?: string | undefined;
    step?: string | undefined;
    isDone?: boolean | undefined;
  },
): Promise<Page<RoadmapTask>> {
  let query = tasksOf(db, organisationId);
  if (initiativeId !== undefined) query = query.where("initiative_id", "=", initiativeId);
  if (step !== undefined) query = query.where("step", "=", step);
  if (isDone !== undefined) query = query.where("done_on", isDone ? "is not" : "is", null);
  const rows = await sortedPage(query, sorting, request).execute();
  return pageFrom(rows.map(asTask), sorting, request);
}

/** Writes a task that is still at the version the caller read. Throws `LostUpdateError` or `NotFoundError`. */
export async function updateRoadmapTask(
  tx: Writer,
  organisationId: string,
  expectedVersion: number,
  task: RoadmapTask,
): Promise<void> {
  await changeOne(tx, organisationId, expectedVersion, task.taskId, changeable(task));
  await keepVersion(tx, organisationId, task);
}

/** Takes a task, at the version the caller read, off the roadmap; nothing of it is lost. Throws as `updateRoadmapTask` does. */
export async function removeRoadmapTask(
  tx: Writer,
  organisationId: string,
  task: RoadmapTask,
  { removedAt, removedBy }: { removedAt: string; removedBy: string },
): Promise<void> {
  const version = task.version + 1;
  await changeOne(tx, organisationId, task.version, task.taskId, {
    removed_at: removedAt,
    changed_at: removedAt,
    changed_by: removedBy,
    version,
  });
  const removed = { ...task, version, changedAt: removedAt, changedBy: removedBy };
  await keepVersion(tx, organisationId, removed, removedAt);
}

async function changeOne(
  tx: Writer,
  organisationId: string,
  expectedVersion: number,
  taskId: string,
  values: Partial<ReturnType<typeof changeable>> & { removed_at?: string },
): Promise<void> {
  const result = await tx
    .updateTable("roadmap_tasks")
    .set(values)
    .where("organisation_id", "=", organisationId)
    .where("task_id", "=", taskId)
    .where("version", "=", expectedVersion)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getRoadmapTask(tx, organisationId, taskId);
  throw new LostUpdateError("roadmap task", taskId, expectedVersion, found.version);
}

function changeable(task: RoadmapTask) {
  return {
    step: task.step,
    question: task.question,
    finding: task.finding,
    title: task.title,
    owner_id: task.ownerId,
    starts_on: task.startsOn,
    due_on: task.dueOn,
    depends_on: jsonText(task.dependsOn),
    needed_score: task.neededScore,
    shown_by: task.shownBy,
    done_on: task.doneOn,
    done_by: task.doneBy,
    evidence: jsonText(task.evidence),
    version: task.version,
    changed_at: task.changedAt,
    changed_by: task.changedBy,
  };
}

function tasksOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("roadmap_tasks")
    .select([
      "task_id as taskId",
      "initiative_id as initiativeId",
      "step",
      "question",
      "needed_score as neededScore",
      "finding",
      "title",
      "owner_id as ownerId",
      "starts_on as startsOn",
      "due_on as dueOn",
      "depends_on as dependsOn",
      "shown_by as shownBy",
      "done_on as doneOn",
      "done_by as doneBy",
      "evidence",
      "version",
      "created_at as createdAt",
      "created_by as createdBy",
      "changed_at as changedAt",
      "changed_by as changedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .where("removed_at", "is", null);
}

function asTask<Row extends { evidence: string; dependsOn: string }>(row: Row) {
  return {
    ...row,
    dependsOn: parseJson(TaskIds, row.dependsOn),
    evidence: parseJson(KeptEvidence, row.evidence),
  };
}
