import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";

/** Whose clock says which day it is. */
export async function up(db: AnyKysely): Promise<void> {
  const text = columnType(databaseKindOf(db), "text") as never;
  await db.schema
    .alterTable("organisations")
    .addColumn("time_zone", text, (column) => column.notNull().defaultTo("UTC"))
    .execute();
}
