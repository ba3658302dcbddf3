import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

interface VersionRow {
  organisation_id: string;
  task_id: string;
  version: number;
  initiative_id: string;
  task: string;
  removed_at: string | null;
  recorded_at: string;
}

interface TaskRow extends Omit<VersionRow, "task" | "recorded_at"> {
  step: string;
  question: string | null;
  needed_score: number | null;
  finding: string | null;
  title: string;
  owner_id: string | null;
  starts_on: string;
  due_on: string;
  depends_on: string;
  shown_by: string;
  done_on: string | null;
  done_by: string | null;
  evidence: string;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
}

/**
 * What a roadmap said at any instant: every version of its tasks, as a report as of an earlier day reads them. What
 * happened before this table there was is told by the audit chain. And alerts that somebody put off until a day.
 */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "roadmap_task_versions", {
    columns: {
      task_id: "text",
      version: "integer",
      initiative_id: "text",
      task: "text",
      removed_at: "text?",
      recorded_at: "text",
    },
    key: ["task_id", "version"],
    indexes: [["initiative_id"]],
    references: [{ columns: ["task_id"], table: "roadmap_tasks", onDelete: "cascade" }],
  });
  await createTable(db, "alert_snoozes", {
    columns: { alert_id: "text", back_on: "text", reason: "text", snoozed_at: "text", snoozed_by: "text" },
    key: ["alert_id"],
    references: [{ columns: ["alert_id"], table: "alerts", onDelete: "cascade" }],
  });
  // Where both tell of a version, the chain says when it became known.
  const told = [...(await standing(db)), ...(await toldVersions(db))];
  const rows = new Map(told.map((row) => [keyOf(row), row]));
  const all = [...rows.values()];
  for (let start = 0; start < all.length; start += 1000) {
    await db
      .insertInto("roadmap_task_versions")
      .values(all.slice(start, start + 1000))
      .execute();
  }
}

/** The versions that the audit chain tells of; whoever took a task off told of the version before. */
async function toldVersions(db: AnyKysely): Promise<VersionRow[]> {
  const entries: { organisation_id: string; object_id: string; after: string; recorded_at: string }[] =
    await db
      .selectFrom("audit_entries")
      .innerJoin("roadmap_tasks", (join) =>
        join
          .onRef("roadmap_tasks.organisation_id", "=", "audit_entries.organisation_id")
          .onRef("roadmap_tasks.task_id", "=", "audit_entries.object_id"),
      )
      .select(["audit_entries.organisation_id", "object_id", "after", "recorded_at"])
      .where("noun", "=", "roadmap-task")
      .where("after", "is not", null)
      .orderBy("sequence")
      .execute();
  return entries.map(({ organisation_id, object_id, after, recorded_at }) => {
    const { removedAt = null, ...task } = JSON.parse(after);
    const version = removedAt === null ? task.version : task.version + 1;
    return {
      organisation_id,
      task_id: object_id,
      version,
      initiative_id: task.initiativeId,
      task: JSON.stringify({ ...task, version }),
      removed_at: removedAt,
      recorded_at,
    };
  });
}

/** What stands now: at least that is known, whatever was told. */
async function standing(db: AnyKysely): Promise<VersionRow[]> {
  const tasks: TaskRow[] = await db
    .selectFrom("roadmap_tasks")
    .select([
      "organisation_id",
      "task_id",
      "version",
      "initiative_id",
      "step",
      "question",
      "needed_score",
      "finding",
      "title",
      "owner_id",
      "starts_on",
      "due_on",
      "depends_on",
      "shown_by",
      "done_on",
      "done_by",
      "evidence",
      "created_at",
      "created_by",
      "changed_at",
      "changed_by",
      "removed_at",
    ])
    .execute();
  return tasks.map((row) => {
    const { organisation_id, task_id, version, initiative_id, removed_at, changed_at } = row;
    const task = {
      taskId: task_id,
      initiativeId: initiative_id,
      step: row.step,
      question: row.question,
      neededScore: row.needed_score,
      finding: row.finding,
      title: row.title,
      ownerId: row.owner_id,
      startsOn: row.starts_on,
      dueOn: row.due_on,
      dependsOn: JSON.parse(row.depends_on),
      shownBy: row.shown_by,
      doneOn: row.done_on,
      doneBy: row.done_by,
      evidence: JSON.parse(row.evidence),
      version,
      createdAt: row.created_at,
      createdBy: row.created_by,
      changedAt: changed_at,
      changedBy: row.changed_by,
    };
    const text = JSON.stringify(task);
    return {
      organisation_id,
      task_id,
      version,
      initiative_id,
      task: text,
      removed_at,
      recorded_at: changed_at,
    };
  });
}

function keyOf({ organisation_id, task_id, version }: VersionRow): string {
  return `${organisation_id} ${task_id} ${version}`;
}
