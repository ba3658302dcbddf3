import { sql } from "kysely";
import { columnType, databaseKindOf, type AnyKysely } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

const retirements: TableDescription = {
  columns: {
    noun: "text",
    object_id: "text",
    position: "integer",
    retired_at: "text",
    retired_by: "text",
    reason: "text",
    restored_at: "text?",
    restored_by: "text?",
  },
  key: ["noun", "object_id", "position"],
  oneOf: {
    noun: ["benchmark-set", "cost-pool", "import-recipe", "kpi", "series", "team", "value-pool"],
  },
};

/**
 * What is retired stands in one table for every kind of thing, benchmark sets among them, which said so themselves
 * before. Organisations and shared costs have a version, so that a change made from an old one is refused; an exchange
 * rate that was taken back says when, by whom and why.
 */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "retirements", retirements);
  await sql`
    insert into retirements (organisation_id, noun, object_id, position, retired_at, retired_by, reason)
    select organisation_id, 'benchmark-set', set_id, 1, retired_at, coalesce((
      select min(actor_id) from audit_entries
      where audit_entries.organisation_id = benchmark_sets.organisation_id
        and action = 'retireBenchmarkSet' and object_id = set_id
    ), created_by), ''
    from benchmark_sets where retired_at is not null`.execute(db);
  await db.schema.alterTable("benchmark_sets").dropColumn("retired_at").execute();
  const kind = databaseKindOf(db);
  const integer = columnType(kind, "integer") as never;
  for (const table of ["organisations", "cost_pools"]) {
    await db.schema
      .alterTable(table)
      .addColumn("version", integer, (column) => column.notNull().defaultTo(1))
      .execute();
  }
  for (const column of ["retracted_at", "retracted_by", "retract_reason"]) {
    await db.schema
      .alterTable("exchange_rates")
      .addColumn(column, columnType(kind, "text") as never)
      .execute();
  }
}
