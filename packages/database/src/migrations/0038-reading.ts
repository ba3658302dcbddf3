import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";

/** A member may read in a language, and have numbers and days written as somewhere, otherwise than their browser says. */
export async function up(db: AnyKysely): Promise<void> {
  const text = columnType(databaseKindOf(db), "text") as never;
  for (const column of ["language", "locale"])
    await db.schema.alterTable("members").addColumn(column, text).execute();
}
