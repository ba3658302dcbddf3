import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";

/**
 * A revision may say that a period has no value after all: its reason stands here, and its numbers are zero. Null of
 * every other revision.
 */
export async function up(db: AnyKysely): Promise<void> {
  const type = columnType(databaseKindOf(db), "text") as never;
  for (const table of ["snapshots", "snapshots_beside"]) {
    await db.schema.alterTable(table).addColumn("retraction", type).execute();
  }
}
