import { accessSync, closeSync, constants, existsSync, openSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { Kysely, PostgresDialect } from "kysely";
import type { CustomTypesConfig } from "pg";
import { Pool, types } from "pg";
import type { DatabaseKind } from "./columns.ts";
import { CannotOpenDatabaseError } from "./errors.ts";
import type { Schema } from "./schema.ts";
import type { SqliteConnectionUse } from "./sqlite-dialect.ts";
import { busyTimeoutMilliseconds, LedgerSqliteDialect } from "./sqlite-dialect.ts";

/** Where the data lies: an SQLite file (its folder must exist) or a PostgreSQL address. */
export type DatabaseLocation = { kind: "sqlite"; file: string } | { kind: "postgres"; url: string };

/**
 * An open database. `read` never waits for a writer: on SQLite it is a connection of its own, opened
 * read-only; on PostgreSQL it is the same pool. Write with `inTransaction`, not on `write` itself.
 */
export interface Database {
  readonly kind: DatabaseKind;
  /** Where it lies, for another thread that opens it as well. */
  readonly location: DatabaseLocation;
  /** Whether changes that come together are made durable together. PostgreSQL does so by itself. */
  readonly groupsWrites: boolean;
  readonly write: Kysely<Schema>;
  readonly read: Kysely<Schema>;
  /**
   * What is committed at this moment, asked for from inside a transaction that may see an older state: on
   * PostgreSQL a small pool of its own, so that transactions which fill the other cannot keep it waiting.
   */
  readonly committed: Kysely<Schema>;
  close(): Promise<void>;
}

const logBytesKept = 64 * 1024 * 1024;
const int8 = types.builtins.INT8;

/**
 * Opens a database; tables are made by `migrateToLatest`. SQLite is opened at once and
 * `CannotOpenDatabaseError` names what is wrong in one line; PostgreSQL connects with the first query.
 *
 * @example
 * const db = openDatabase({ kind: "sqlite", file: "data/liftledger.db" });
 * await migrateToLatest(db);
 */
export function openDatabase(location: DatabaseLocation): Database {
  return location.kind === "sqlite" ? openSqlite(location) : openPostgres(location);
}

function openSqlite(location: Extract<DatabaseLocation, { kind: "sqlite" }>): Database {
  const { file } = location;
  // The writer first: it makes the file and its write-ahead log, which a read-only connection cannot.
  const writer = connectSqlite(file, "write");
  const reader = connectSqlite(file, "read");
  const write = new Kysely<Schema>({ dialect: new LedgerSqliteDialect(writer, "write") });
  const read = new Kysely<Schema>({ dialect: new LedgerSqliteDialect(reader, "read") });
  return {
    kind: "sqlite",
    location,
    groupsWrites: true,
    write,
    read,
    committed: read,
    async close() {
      // Kysely closes only what it has used; the writer goes last and folds the log into the file.
      await read.destroy();
      reader.close();
      await write.destroy();
      writer.close();
    },
  };
}

/** A connection with every setting the ledger relies on; also what the benchmarks write through. */
export function connectSqlite(file: string, use: SqliteConnectionUse): Sqlite.Database {
  let connection: Sqlite.Database | undefined;
  try {
    // SQLite would open a file that it may not write for reading, and say so only at the first write.
    if (use === "write" && existsSync(file)) accessSync(file, constants.W_OK);
    if (use === "write") makeOwnFile(file);
    connection = new Sqlite(file, { readonly: use === "read", timeout: busyTimeoutMilliseconds });
    if (use === "write") {
      connection.pragma("journal_mode = wal");
      // A large import leaves a large log behind; the next checkpoint gives the space back.
      connection.pragma(`journal_size_limit = ${logBytesKept}`);
    }
    connection.pragma("synchronous = full");
    connection.pragma("foreign_keys = on");
    connection.pragma("trusted_schema = off");
    return connection;
  } catch (cause) {
    connection?.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CannotOpenDatabaseError(`The database file ${file} cannot be opened: ${reason}.`, { cause });
  }
}

/** Makes a file that nobody else can read; SQLite gives its log the same rights. */
function makeOwnFile(file: string): void {
  if (file === ":memory:" || existsSync(file)) return;
  try {
    closeSync(openSync(file, "ax", 0o600));
  } catch {
    // Another process was faster, or it cannot be made, which SQLite says in its own words.
  }
}

function openPostgres(location: Extract<DatabaseLocation, { kind: "postgres" }>): Database {
  const { url } = location;
  const pool = connectPostgres(url, 10);
  const committedPool = connectPostgres(url, 2);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const committed = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: committedPool }) });
  return {
    kind: "postgres",
    location,
    groupsWrites: false,
    write: db,
    read: db,
    committed,
    async close() {
      await db.destroy();
      await committed.destroy();
      for (const one of [pool, committedPool]) if (!one.ending) await one.end();
    },
  };
}

function connectPostgres(connectionString: string, max: number): Pool {
  const pool = new Pool({
    connectionString,
    max,
    types: { getTypeParser } as CustomTypesConfig,
    // Of a host that is gone without a word nobody hears otherwise, and what waits for it would wait on.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // A connection that breaks while idle, or in use between two queries, is dropped by the pool, and the next
  // query on it fails; but an error nobody listens to would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

// Counts come back as int8, which pg gives as text because it may not fit; SQLite gives numbers.
function getTypeParser(type: number, format?: "text" | "binary"): unknown {
  return type === int8 && format !== "binary" ? safeInteger : types.getTypeParser(type, format);
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is too large for a number: select it with exactInteger.`);
  return value;
}
