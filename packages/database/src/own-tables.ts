import Sqlite from "better-sqlite3";
import { Kysely, sql } from "kysely";
import type { AnyKysely } from "./columns.ts";
import { executedMigrations, migrateTo, migrationNames } from "./migrate.ts";
import type { Schema } from "./schema.ts";
import { LedgerSqliteDialect } from "./sqlite-dialect.ts";

const tablesBySchema = new Map<string, Promise<ReadonlySet<string>>>();

/**
 * The names of the tables that Liftledger made in a database: those its migrations make. A PostgreSQL schema may hold
 * tables of others, which are neither backed up nor checked nor deleted. Null where a newer version migrated it, whose
 * tables nobody here knows.
 */
export async function ownTables(db: AnyKysely): Promise<ReadonlySet<string> | null> {
  const executed = await executedMigrations(db);
  if (executed.some((name) => !migrationNames.includes(name))) return null;
  const schema = executed.at(-1);
  return schema === undefined ? new Set() : tablesOf(schema);
}

function tablesOf(schema: string): Promise<ReadonlySet<string>> {
  let tables = tablesBySchema.get(schema);
  if (tables === undefined) tablesBySchema.set(schema, (tables = migratedInMemory(schema)));
  return tables;
}

async function migratedInMemory(schema: string): Promise<ReadonlySet<string>> {
  const db = new Kysely<Schema>({ dialect: new LedgerSqliteDialect(new Sqlite(":memory:"), "write") });
  try {
    await db.transaction().execute((tx) => migrateTo(tx, schema));
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\'`.execute(
      db,
    );
    return new Set(rows.map(({ name }) => name));
  } finally {
    await db.destroy();
  }
}
