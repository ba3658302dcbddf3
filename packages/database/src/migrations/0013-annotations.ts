import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** Dated notes, each on an initiative or on a series. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "annotations", {
    columns: {
      annotation_id: "text",
      initiative_id: "text?",
      series_id: "text?",
      from_day: "text",
      until_day: "text?",
      note: "text",
      version: "integer",
      created_at: "text",
      created_by: "text",
      changed_at: "text",
      changed_by: "text",
      retracted_at: "text?",
    },
    key: ["annotation_id"],
    indexes: [["initiative_id"], ["series_id"]],
    references: [
      { columns: ["initiative_id"], table: "initiatives" },
      { columns: ["series_id"], table: "series" },
    ],
  });
}
