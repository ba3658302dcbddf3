import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** Files bring in initiatives and costs too: what an import was for, and which row of which file made which thing. */
export async function up(db: AnyKysely): Promise<void> {
  const kind = databaseKindOf(db);
  const counts = ["records_new", "records_same"];
  await db.schema
    .alterTable("imports")
    .addColumn("target", columnType(kind, "text") as never, (column) => column.notNull().defaultTo("series"))
    .execute();
  for (const name of counts) {
    await db.schema
      .alterTable("imports")
      .addColumn(name, columnType(kind, "integer") as never, (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await createTable(db, "imported_rows", {
    columns: { target: "text", object_id: "text", row_key: "text", import_id: "text", line: "integer" },
    key: ["target", "object_id"],
    indexes: [["target", "row_key"]],
    references: [{ columns: ["import_id"], table: "imports", onDelete: "cascade" }],
    reachesOrganisationThroughReference: true,
  });
}
