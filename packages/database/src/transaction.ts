import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import type { Kysely, Transaction } from "kysely";
import { isAbortedTransactionError } from "kysely";
import { DatabaseError } from "pg";
import { writePendingAudit } from "./audit-entries.ts";
import { asConstraintError } from "./constraint-errors.ts";
import { OutcomeUnknownError } from "./errors.ts";
import type { Database } from "./open-database.ts";
import type { Schema } from "./schema.ts";

/** What a query that only reads needs: the read handle, or the transaction one is in. */
export type Reader = Kysely<Schema>;
/** What a query that writes needs: a transaction, so that no write can escape it. */
export type Writer = Transaction<Schema>;

const attempts = 12;
// serialization_failure and deadlock_detected: nothing was written, and the same again may succeed.
const retriable = new Set(["40001", "40P01"]);

/**
 * Runs a change as one transaction that sees the database as if it were alone: on SQLite writers queue
 * and take the lock at once, on PostgreSQL the transaction is serializable and repeated when it collided.
 *
 * The callback sees only its transaction. It may run more than once, so it must change nothing else.
 * Throws `ConstraintError` where a constraint refused, `OutcomeUnknownError` where the commit itself broke.
 *
 * @example
 * await inTransaction(db, async (tx) => {
 *   await insertTeam(tx, organisationId, team);
 * });
 */
export async function inTransaction<Result>(
  db: Database,
  change: (tx: Writer) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(db, change);
    } catch (error) {
      if (!isRetriable(error) || attempt === attempts) throw asConstraintError(error) ?? error;
      await sleep(Math.random() * Math.min(2 ** attempt, 200));
    }
  }
}

/** Runs queries that must agree with each other on one state of the database, without holding up writers. */
export async function inSnapshot<Result>(
  db: Database,
  read: (tx: Reader) => Promise<Result>,
): Promise<Result> {
  const transaction = db.read.transaction();
  if (db.kind === "sqlite") return transaction.execute(read);
  return transaction.setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
}

async function runOnce<Result>(db: Database, change: (tx: Writer) => Promise<Result>): Promise<Result> {
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

function isRetriable(error: unknown): boolean {
  return error instanceof DatabaseError && retriable.has(error.code ?? "");
}

// A refused commit is certain; one that met a failing disk or a lost connection is not.
function leavesOutcomeOpen(error: unknown): boolean {
  if (isAbortedTransactionError(error)) return false;
  if (error instanceof Sqlite.SqliteError) return error.code.startsWith("SQLITE_IOERR");
  if (error instanceof DatabaseError) return !/^(23|40)/.test(error.code ?? "");
  return true;
}
