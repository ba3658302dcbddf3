import { existsSync, mkdirSync } from "node:fs";
import { CannotOpenDatabaseError, NewerSchemaError } from "@liftledger/database/errors";
import { migrateToLatest, schemaState } from "@liftledger/database/migrate";
import { openDatabase, type Database } from "@liftledger/database/open-database";
import type { DataLocation } from "./data-location.ts";

/** The data cannot be used as it is; the message is one line that says what to do. */
export class DataError extends Error {
  override name = "DataError";
}

/**
 * Opens the data where it lies, and brings its schema up to date. Throws `DataError`, also where there are none and
 * they may not be new.
 */
export async function openData(
  location: DataLocation,
  { mayBeNew }: { mayBeNew: boolean } = { mayBeNew: true },
): Promise<Database> {
  const { database, folder } = location;
  if (!mayBeNew) refuseNone(location);
  else if (folder !== null) makeFolder(folder);
  let db: Database | undefined;
  try {
    db = openDatabase(database);
    await migrateToLatest(db);
    return db;
  } catch (error) {
    await db?.close();
    throw whyUnusable(error, folder);
  }
}

/**
 * Opens the data as they are, at whatever schema: to copy, check or replace them. Throws `DataError`, also where there
 * are none, unless they may be new.
 */
export async function openWithoutMigrating(
  location: DataLocation,
  { mayBeNew }: { mayBeNew: boolean },
): Promise<Database> {
  const { database, folder } = location;
  if (!mayBeNew) refuseNone(location);
  else if (folder !== null) makeFolder(folder);
  let db: Database | undefined;
  try {
    db = openDatabase(database);
    await schemaState(db);
    return db;
  } catch (error) {
    await db?.close();
    throw whyUnusable(error, folder);
  }
}

/** A folder that was mistyped is not made, and what is asked of it not answered of an empty ledger. */
function refuseNone({ database, folder }: DataLocation): void {
  if (database.kind === "sqlite" && !existsSync(database.file)) {
    throw new DataError(`There is no ledger in ${folder}.`);
  }
}

function makeFolder(folder: string): void {
  try {
    // Numbers, names and what sessions are signed with lie in it: it is for whoever runs the program alone.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DataError(
      `The data folder ${folder} cannot be made: ${reason}. Set LIFTLEDGER_DATA to one that can be written.`,
      { cause },
    );
  }
}

function whyUnusable(error: unknown, folder: string | null): unknown {
  if (error instanceof CannotOpenDatabaseError || error instanceof NewerSchemaError) {
    return new DataError(error.message, { cause: error });
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = error instanceof Error ? error.message : String(error);
  if (code.startsWith("SQLITE_")) {
    return new DataError(`The data in ${folder} cannot be used: ${reason} (${code}).`, { cause: error });
  }
  if (folder === null) {
    return new DataError(`PostgreSQL at DATABASE_URL cannot be used: ${reason || code}.`, { cause: error });
  }
  return error;
}
