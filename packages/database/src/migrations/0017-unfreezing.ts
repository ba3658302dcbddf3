import { sql } from "kysely";
import type { AnyKysely } from "../columns.ts";
import { columnType, databaseKindOf } from "../columns.ts";

/** When and by whom a frozen baseline was superseded, and why where it was unfrozen; its version. */
export async function up(db: AnyKysely): Promise<void> {
  const kind = databaseKindOf(db);
  for (const column of ["superseded_at", "superseded_by", "unfreeze_reason", "redraft_of"]) {
    await db.schema
      .alterTable("baselines")
      .addColumn(column, columnType(kind, "text") as never)
      .execute();
  }
  await db.schema
    .alterTable("baselines")
    .addColumn("version", columnType(kind, "integer") as never, (column) => column.notNull().defaultTo(1))
    .execute();
  const version = sql`case status when 'draft' then 1 when 'frozen' then 2 else 3 end`;
  await db.updateTable("baselines").set({ version }).execute();
}
