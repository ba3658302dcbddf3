import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";

/** From which period on a version of assumptions counts; those there are count from the claim's start. */
export async function up(db: AnyKysely): Promise<void> {
  await db.schema
    .alterTable("benefit_assumptions")
    .addColumn("valid_from", columnType(databaseKindOf(db), "text") as never)
    .execute();
}
