import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";

/** An import that was undone keeps its record, with when, by whom and why. */
export async function up(db: AnyKysely): Promise<void> {
  const type = columnType(databaseKindOf(db), "text") as never;
  for (const column of ["undone_at", "undone_by", "undo_reason"]) {
    await db.schema.alterTable("imports").addColumn(column, type).execute();
  }
}
