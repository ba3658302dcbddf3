import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";

/** A team and a series have a version, so that a change made from an old one is refused. */
export async function up(db: AnyKysely): Promise<void> {
  const type = columnType(databaseKindOf(db), "integer") as never;
  for (const table of ["teams", "series"]) {
    await db.schema
      .alterTable(table)
      .addColumn("version", type, (column) => column.notNull().defaultTo(1))
      .execute();
  }
}
