import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** Filters, order, grouping and period of a page, under a name of a person. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "saved_views", {
    columns: {
      view_id: "text",
      person_id: "text",
      page: "text",
      name: "text",
      search: "text",
      is_shared: "integer",
      is_default: "integer",
      version: "integer",
      created_at: "text",
      changed_at: "text",
      removed_at: "text?",
    },
    key: ["view_id"],
    indexes: [["person_id"]],
  });
}
