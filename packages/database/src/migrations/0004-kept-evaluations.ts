import type { AnyKysely } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

// Nothing here is the only place of anything: every row can be worked out again.
const keptEvaluations: TableDescription = {
  columns: {
    initiative_id: "text",
    until: "text",
    engine_version: "text",
    sequence: "integer",
    hash: "text",
    evaluation: "text",
  },
  key: ["initiative_id"],
  references: [{ columns: ["initiative_id"], table: "initiatives", onDelete: "cascade" }],
};

/** What was found of each initiative, and up to which entry of the audit chain it holds. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "kept_evaluations", keptEvaluations);
}
