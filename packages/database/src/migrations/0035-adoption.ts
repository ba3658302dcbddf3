import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** Which series tells the adoption of an initiative, version by version. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "adoption_series", {
    columns: {
      initiative_id: "text",
      version: "integer",
      series_id: "text?",
      same_as_case: "integer",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["initiative_id", "version"],
    indexes: [["series_id"]],
    references: [
      { columns: ["initiative_id"], table: "initiatives" },
      { columns: ["series_id"], table: "series" },
    ],
  });
}
