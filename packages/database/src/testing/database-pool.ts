import { readFile, writeFile } from "node:fs/promises";
import { Client } from "pg";
import { migrateToLatest } from "../migrate.ts";
import { openDatabase, type Database } from "../open-database.ts";
import { createPostgresDatabase } from "./postgres-database.ts";
import { freshSqliteFile } from "./sqlite-file.ts";

/** A database with every table and no row, and what closes it and lets it go. */
export interface LentDatabase {
  db: Database;
  giveBack: () => Promise<void>;
}

let migratedFile: Promise<Buffer> | undefined;

/** An SQLite file of its own: a copy of one that was migrated once for all the suites of this process. */
export async function lendSqlite(): Promise<LentDatabase> {
  migratedFile ??= migrateOneFile();
  const { location, remove } = await freshSqliteFile();
  await writeFile(location.file, await migratedFile);
  const db = openDatabase(location);
  return {
    db,
    async giveBack() {
      await db.close();
      await remove();
    },
  };
}

async function migrateOneFile(): Promise<Buffer> {
  const { location, remove } = await freshSqliteFile();
  const db = openDatabase(location);
  await migrateToLatest(db);
  await db.close();
  const bytes = await readFile(location.file);
  await remove();
  return bytes;
}

type FreshPostgres = Awaited<ReturnType<typeof createPostgresDatabase>>;

/** A PostgreSQL database that is nobody's at the moment, as it was when it was migrated. */
interface IdlePostgres extends FreshPostgres {
  shape: string;
}

const idle: IdlePostgres[] = [];

/**
 * A PostgreSQL database on a server. To make and migrate one takes longer than most tests, so that one which is given
 * back is emptied and lent again, unless its tables are no longer what they were.
 */
export async function lendPostgres(server: string): Promise<LentDatabase> {
  const lent = idle.pop() ?? (await makePostgres(server));
  const db = openDatabase(lent.location);
  return {
    db,
    async giveBack() {
      await db.close();
      if (await isEmptied(lent)) idle.push(lent);
      else await lent.remove();
    },
  };
}

async function makePostgres(server: string): Promise<IdlePostgres> {
  const fresh = await createPostgresDatabase(server);
  const db = openDatabase(fresh.location);
  await migrateToLatest(db);
  await db.close();
  return { ...fresh, shape: await onDatabase(fresh, shapeOf) };
}

/** False where the tables were changed, or a process that was killed still holds some. */
async function isEmptied(lent: IdlePostgres): Promise<boolean> {
  return onDatabase(lent, async (client) => {
    if ((await shapeOf(client)) !== lent.shape) return false;
    const { rows } = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
    );
    // Without triggers, so that no foreign key asks for an order.
    const statements = ["set lock_timeout = '2s'", "set session_replication_role = replica"];
    for (const { name } of rows) statements.push(`delete from "${name}"`);
    return client.query(statements.join(";")).then(
      () => true,
      () => false,
    );
  });
}

/** What the tables, columns, indexes and constraints of a database are, and which migrations it has been through. */
async function shapeOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ shape: string | null }>(`
    select string_agg(part, ' ' order by part) as shape from (
      select concat_ws(':', relname, relkind, attname, atttypid, attnotnull) as part
        from pg_class join pg_attribute on attrelid = pg_class.oid
        where relnamespace = 'public'::regnamespace and attnum > 0
      union all select concat_ws(':', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
        where connamespace = 'public'::regnamespace
      union all select name from kysely_migration
    ) parts`);
  return String(rows[0]?.shape);
}

async function onDatabase<Result>(
  { location }: FreshPostgres,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: location.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
