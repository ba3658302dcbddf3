import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** The tasks of the roadmaps of initiatives. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "roadmap_tasks", {
    columns: {
      task_id: "text",
      initiative_id: "text",
      step: "text",
      question: "text?",
      finding: "text?",
      title: "text",
      owner_id: "text?",
      starts_on: "text",
      due_on: "text",
      depends_on: "text",
      needed_score: "integer?",
      shown_by: "text",
      done_on: "text?",
      done_by: "text?",
      evidence: "text",
      version: "integer",
      created_at: "text",
      created_by: "text",
      changed_at: "text",
      changed_by: "text",
      removed_at: "text?",
    },
    key: ["task_id"],
    indexes: [["initiative_id"]],
    references: [{ columns: ["initiative_id"], table: "initiatives" }],
  });
}
