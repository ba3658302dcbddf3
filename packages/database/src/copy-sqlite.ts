import Sqlite from "better-sqlite3";
import { Kysely } from "kysely";
import { CannotOpenDatabaseError, DamagedExportError } from "./errors.ts";
import type { Schema } from "./schema.ts";
import { LedgerSqliteDialect } from "./sqlite-dialect.ts";
import type { Reader } from "./transaction.ts";

/**
 * Copies an SQLite ledger into a new file while others read and write it: the copy is the state of one moment, one
 * file without a log beside it. The target must not exist, or be empty: it keeps the permissions it has.
 */
export async function copySqlite(file: string, target: string): Promise<void> {
  const source = openExisting(file);
  try {
    await source.backup(target);
  } finally {
    source.close();
  }
  const copy = new Sqlite(target);
  try {
    // The copy says it has a write-ahead log; a file that stands alone must not.
    copy.pragma("journal_mode = delete");
  } finally {
    copy.close();
  }
}

/** Reads from a copy that `copySqlite` made, and leaves nothing beside it. */
export async function withSqliteCopy<Result>(
  file: string,
  read: (db: Reader) => Promise<Result>,
): Promise<Result> {
  const connection = openExisting(file);
  const db = new Kysely<Schema>({ dialect: new LedgerSqliteDialect(connection, "read") });
  try {
    refuseDamaged(connection, file);
    return await db.transaction().execute(read);
  } finally {
    await db.destroy();
    connection.close();
  }
}

function refuseDamaged(connection: Sqlite.Database, file: string): void {
  let found: unknown;
  try {
    found = connection.pragma("integrity_check", { simple: true });
  } catch (error) {
    found = error instanceof Error ? error.message : error;
  }
  if (found !== "ok") throw new DamagedExportError(`The copy ${file} is damaged: ${String(found)}.`);
}

function openExisting(file: string): Sqlite.Database {
  try {
    const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
    // A file that was handed to us: what its schema says is run with no rights.
    connection.pragma("trusted_schema = off");
    return connection;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CannotOpenDatabaseError(`The database file ${file} cannot be opened: ${reason}.`, { cause });
  }
}
