import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** Answers to the questions of readiness: each stays, the latest of a question counts. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "readiness_answers", {
    columns: {
      answer_id: "text",
      initiative_id: "text",
      question: "text",
      score: "integer",
      evidence: "text",
      answered_at: "text",
      answered_by: "text",
    },
    key: ["answer_id"],
    indexes: [["initiative_id", "answered_at"]],
    references: [{ columns: ["initiative_id"], table: "initiatives" }],
  });
}
