import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** What lets an initiative run in production, as people recorded it: each version stays. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "production_facts", {
    columns: {
      initiative_id: "text",
      version: "integer",
      facts: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["initiative_id", "version"],
    references: [{ columns: ["initiative_id"], table: "initiatives" }],
  });
}
