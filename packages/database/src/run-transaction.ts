import Sqlite from "better-sqlite3";
import type { Transaction } from "kysely";
import { isAbortedTransactionError } from "kysely";
import { DatabaseError } from "pg";
import { writePendingAudit } from "./audit-entries.ts";
import { OutcomeUnknownError } from "./errors.ts";
import type { Database } from "./open-database.ts";
import type { Schema } from "./schema.ts";

/**
 * One transaction around a change, its audit entries last. Throws `OutcomeUnknownError` where the commit itself
 * broke. `inTransaction` is what others call.
 */
export async function runTransaction<Result>(
  db: Database,
  change: (tx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  const transaction = db.write.transaction();
  let committing = false;
  try {
    return await (db.kind === "sqlite" ? transaction : transaction.setIsolationLevel("serializable")).execute(
      async (tx) => {
        const result = await change(tx);
        await writePendingAudit(db, tx);
        committing = true;
        return result;
      },
    );
  } catch (error) {
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
  if (error instanceof Sqlite.SqliteError) return error.code.startsWith("SQLITE_IOERR");
  if (error instanceof DatabaseError) return !/^(23|40)/.test(error.code ?? "");
  return true;
}
