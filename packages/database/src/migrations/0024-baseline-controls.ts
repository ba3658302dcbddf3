import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** The series that a baseline is compared with, what was asked to be done with them, and the revisions of them it froze. */
export async function up(db: AnyKysely): Promise<void> {
  const text = columnType(databaseKindOf(db), "text") as never;
  await db.schema.alterTable("baselines").addColumn("control_method", text).execute();
  await createTable(db, "baseline_controls", {
    columns: { baseline_id: "text", position: "integer", series_id: "text", name: "text" },
    key: ["baseline_id", "position"],
    unique: [["baseline_id", "series_id"]],
    indexes: [["series_id"]],
    references: [
      { columns: ["baseline_id"], table: "baselines" },
      { columns: ["series_id"], table: "series" },
    ],
    withoutRowid: true,
  });
  await createTable(db, "baseline_control_snapshots", {
    columns: { baseline_id: "text", series_id: "text", period: "text", revision: "integer" },
    key: ["baseline_id", "series_id", "period"],
    references: [
      { columns: ["baseline_id"], table: "baselines" },
      { columns: ["series_id"], table: "series" },
    ],
    withoutRowid: true,
  });
}
