import { setImmediate as nextTurn } from "node:timers/promises";
import type { Transaction } from "kysely";
import { auditMark, forgetAuditSince } from "./audit-entries.ts";
import { OutcomeUnknownError } from "./errors.ts";
import type { Database } from "./open-database.ts";
import { runTransaction } from "./run-transaction.ts";
import type { Schema } from "./schema.ts";
import { LedgerSqliteAdapter } from "./sqlite-dialect.ts";

type Change<Result> = (tx: Transaction<Schema>) => Promise<Result>;

const mostChanges = 100;
const longestMilliseconds = 10;

interface Waiting {
  change: Change<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** What became of a change in a group that is not yet durable. */
type Outcome = { waiting: Waiting } & ({ result: unknown } | { refusal: unknown });

const writers = new WeakMap<Database["write"], GroupWriter>();

/**
 * Runs a change on SQLite in one durable transaction with the others that come at the same time: each waits for the
 * disk once, together. The changes run one after the other, and each is answered only after the commit of all.
 *
 * A change that fails without having written leaves the group as it is. One that fails half-way undoes the group,
 * and each of its changes is run again in a transaction of its own, so that it takes no other with it. Where the
 * commit broke off, nobody in the group can know, and all get `OutcomeUnknownError`.
 */
export function runInGroup<Result>(db: Database, change: Change<Result>): Promise<Result> {
  let writer = writers.get(db.write);
  if (writer === undefined) writers.set(db.write, (writer = new GroupWriter(db)));
  return writer.run(change);
}

class GroupWriter {
  readonly #db: Database;
  #queue: Waiting[] = [];
  #isWorking = false;

  constructor(db: Database) {
    this.#db = db;
  }

  run<Result>(change: Change<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#queue.push({ change, resolve: resolve as (result: unknown) => void, reject });
      if (!this.#isWorking) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    // Requests that have arrived in this turn come into the queue first.
    await nextTurn();
    while (this.#queue.length > 0) await this.#runGroup();
    this.#isWorking = false;
  }

  async #runGroup(): Promise<void> {
    const taken: Waiting[] = [];
    let outcomes: Outcome[];
    try {
      outcomes = await runTransaction(this.#db, (tx) => this.#runChanges(tx, taken));
    } catch (error) {
      await this.#undone(error, taken);
      return;
    }
    for (const outcome of outcomes) {
      if ("refusal" in outcome) outcome.waiting.reject(outcome.refusal);
      else outcome.waiting.resolve(outcome.result);
    }
  }

  async #runChanges(tx: Transaction<Schema>, taken: Waiting[]): Promise<Outcome[]> {
    const closesAt = performance.now() + longestMilliseconds;
    const outcomes: Outcome[] = [];
    while (taken.length < mostChanges && performance.now() < closesAt) {
      if (this.#queue.length === 0) await nextTurn();
      const waiting = this.#queue.shift();
      if (waiting === undefined) break;
      taken.push(waiting);
      outcomes.push(await this.#runOne(tx, waiting));
    }
    return outcomes;
  }

  /** Throws where the change failed after it had written, which only the end of the transaction undoes. */
  async #runOne(tx: Transaction<Schema>, waiting: Waiting): Promise<Outcome> {
    const mark = auditMark(tx);
    const before = this.#rowsChanged(tx);
    try {
      return { waiting, result: await waiting.change(tx) };
    } catch (refusal) {
      if (this.#rowsChanged(tx) !== before) throw refusal;
      forgetAuditSince(tx, mark);
      return { waiting, refusal };
    }
  }

  /** Rows this connection ever wrote; NaN, which equals nothing, once SQLite has ended the transaction by itself. */
  #rowsChanged(tx: Transaction<Schema>): number {
    const { adapter } = tx.getExecutor();
    if (!(adapter instanceof LedgerSqliteAdapter)) throw new Error("Writes are grouped on SQLite only.");
    const { connection } = adapter;
    return connection.inTransaction
      ? Number(connection.prepare("select total_changes()").pluck().get())
      : Number.NaN;
  }

  async #undone(error: unknown, taken: readonly Waiting[]): Promise<void> {
    // It could not even begin: whoever waits by now has waited for the same lock.
    const isOver = taken.length === 0;
    for (const waiting of isOver ? this.#queue.splice(0) : taken) {
      if (isOver || taken.length === 1 || error instanceof OutcomeUnknownError) waiting.reject(error);
      else await runTransaction(this.#db, waiting.change).then(waiting.resolve, waiting.reject);
    }
  }
}
