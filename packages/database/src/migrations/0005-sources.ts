import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/**
 * Series name the source whose numbers count, and what another source says of the same period stands beside: it is
 * read by nothing but the comparison, so that figures never ask for it.
 */
export async function up(db: AnyKysely): Promise<void> {
  const kind = databaseKindOf(db);
  await db.schema
    .alterTable("series")
    .addColumn("source_of_record", columnType(kind, "text") as never)
    .execute();
  await db.schema
    .alterTable("imports")
    .addColumn("periods_beside", columnType(kind, "integer") as never, (column) =>
      column.notNull().defaultTo(0),
    )
    .execute();
  await createTable(db, "snapshots_beside", {
    columns: {
      series_id: "text",
      period: "text",
      source: "text",
      revision: "integer",
      numerator: "text",
      denominator: "text",
      recorded_at: "text",
      recorded_by: "text",
      import_id: "text?",
      line_first: "integer?",
      line_last: "integer?",
      row_count: "integer?",
    },
    key: ["series_id", "period", "source", "revision"],
    references: [{ columns: ["series_id"], table: "series", onDelete: "cascade" }],
    withoutRowid: true,
    reachesOrganisationThroughReference: true,
  });
}
