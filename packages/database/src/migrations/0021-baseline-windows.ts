import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";

/**
 * What a baseline was asked for beside its first period: the last one, the periods that triggered the start and are left
 * out, and the day on which a straight trend was declared.
 */
export async function up(db: AnyKysely): Promise<void> {
  const text = columnType(databaseKindOf(db), "text") as never;
  const alter = () => db.schema.alterTable("baselines");
  await alter().addColumn("window_to", text).execute();
  await alter()
    .addColumn("left_out", text, (column) => column.notNull().defaultTo("[]"))
    .execute();
  await alter().addColumn("trend_declared_on", text).execute();
}
