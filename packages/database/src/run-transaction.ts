import Sqlite from "better-sqlite3";
import type { Transaction } from "kysely";
import { isAbortedTransactionError } from "kysely";
import { DatabaseError } from "pg";
import { holdAudit, writePendingAudit } from "./audit-entries.ts";
import { DiskFailedError, OutcomeUnknownError } from "./errors.ts";
import type { Database } from "./open-database.ts";
import type { Schema } from "./schema.ts";

/** Writers whose disk has failed. After that SQLite cannot know what of its log reached the disk. */
const failed = new WeakSet<Database["write"]>();

/** Whether the disk has failed under a database: nothing is written through it any more, and its process should end. */
export function hasDiskFailed(db: Database): boolean {
  return failed.has(db.write);
}

/** Says of a database that its disk failed under another connection. */
export function noteFailedDisk(db: Database): void {
  failed.add(db.write);
}

/**
 * One transaction around a change, its audit entries last; with `isAlone` no other change commits meanwhile, on
 * PostgreSQL either. Throws `OutcomeUnknownError` where the commit itself broke, and `DiskFailedError` where the disk
 * did before. `inTransaction` is what others call.
 */
export async function runTransaction<Result>(
  db: Database,
  change: (tx: Transaction<Schema>) => Promise<Result>,
  { isAlone = false }: { isAlone?: boolean } = {},
): Promise<Result> {
  if (hasDiskFailed(db)) throw new DiskFailedError("The disk failed: this process writes no more.");
  const transaction = db.write.transaction();
  let committing = false;
  try {
    return await (db.kind === "sqlite" ? transaction : transaction.setIsolationLevel("serializable")).execute(
      async (tx) => {
        if (isAlone) await holdAudit(db, tx);
        const result = await change(tx);
        await writePendingAudit(db, tx);
        committing = true;
        return result;
      },
    );
  } catch (error) {
    if (isDiskFailure(error)) noteFailedDisk(db);
    if (committing && leavesOutcomeOpen(error)) {
      throw new OutcomeUnknownError("The commit broke off: the change may be there or not.", {
        cause: error,
      });
    }
    throw error;
  }
}

// A refused commit is certain; one that met a failing disk or a lost connection is not.
function leavesOutcomeOpen(error: unknown): boolean {
  if (isAbortedTransactionError(error)) return false;
  if (error instanceof Sqlite.SqliteError) return isDiskFailure(error);
  if (error instanceof DatabaseError) return !/^(23|40)/.test(error.code ?? "");
  return true;
}

function isDiskFailure(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_IOERR");
}
