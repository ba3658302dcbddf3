import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import { DatabaseError } from "pg";
import { asConstraintError } from "./constraint-errors.ts";
import { OvertakenError } from "./errors.ts";
import { runInGroup } from "./grouped-writes.ts";
import { inTurn } from "./in-turn.ts";
import type { Database } from "./open-database.ts";
import { runTransaction } from "./run-transaction.ts";
import type { Schema } from "./schema.ts";

/** What a query that only reads needs: the read handle, or the transaction one is in. */
export type Reader = Kysely<Schema>;
/** What a query that writes needs: a transaction, so that no write can escape it. */
export type Writer = Transaction<Schema>;

/** How a change is run. */
export interface TransactionOptions {
  /**
   * Shares its transaction with no other, which would have to wait for it; where it has a turn, no other commits
   * before it on PostgreSQL: repeated, it might never end. Changes of tables must be run so.
   */
  isLong?: boolean;
  /** Whose changes wait for each other within this process on PostgreSQL, as all do on SQLite: they would only collide. */
  turnOf?: string;
}

const attempts = 12;
// The first collisions may be chance.
const attemptsBeforeAlone = 2;
// serialization_failure and deadlock_detected: nothing was written, and the same again may succeed.
const retriable = new Set(["40001", "40P01"]);

/**
 * Runs a change as one transaction that sees the database as if it were alone: on SQLite writers queue, and those
 * that come together share one wait for the disk; on PostgreSQL the transaction is serializable and repeated when
 * it collided. It is answered only after the commit.
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
  { isLong = false, turnOf }: TransactionOptions = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const isAlone = turnOf !== undefined && (isLong || attempt > attemptsBeforeAlone);
    try {
      if (db.groupsWrites && !isLong) return await runInGroup(db, change);
      return await inTurn(db, turnOf, () => runTransaction(db, change, { isAlone }));
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

function isRetriable(error: unknown): boolean {
  if (error instanceof OvertakenError) return true;
  return error instanceof DatabaseError && retriable.has(error.code ?? "");
}
