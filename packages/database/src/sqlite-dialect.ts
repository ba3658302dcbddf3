import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import type { DatabaseConnection, SqliteDatabase, SqliteStatement } from "kysely";
import { SqliteAdapter, SqliteDialect, SqliteDriver } from "kysely";
import { DatabaseBusyError } from "./errors.ts";

/** A connection writes under BEGIN IMMEDIATE, or only reads. */
export type SqliteConnectionUse = "write" | "read";

/** How long a statement outside a transaction waits for another process that writes. It blocks meanwhile. */
export const busyTimeoutMilliseconds = 5000;

// A transaction waits without blocking, so it can afford to outlast another process's large import.
const lockWaitMilliseconds = 60_000;
const FULL = 2;
const cachedStatements = 500;

/**
 * Kysely's SQLite dialect with what a ledger needs: transactional migrations, write transactions that
 * take the lock at once, statements compiled once, and `synchronous = FULL` checked after the first commit.
 */
export class LedgerSqliteDialect extends SqliteDialect {
  readonly #connection: Sqlite.Database;
  readonly #use: SqliteConnectionUse;

  constructor(connection: Sqlite.Database, use: SqliteConnectionUse) {
    super({ database: connection });
    this.#connection = connection;
    this.#use = use;
  }

  override createAdapter(): LedgerSqliteAdapter {
    return new LedgerSqliteAdapter(this.#connection);
  }

  override createDriver(): SqliteDriver {
    return new LedgerSqliteDriver(this.#connection, this.#use);
  }
}

/** Says that SQLite's DDL is transactional, and leads the bulk path from a transaction to its connection. */
export class LedgerSqliteAdapter extends SqliteAdapter {
  readonly connection: Sqlite.Database;

  constructor(connection: Sqlite.Database) {
    super();
    this.connection = connection;
  }

  // Kysely says it is not, and a failed migration would leave half its tables behind (kysely#56).
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LedgerSqliteDriver extends SqliteDriver {
  readonly #connection: Sqlite.Database;
  readonly #begin: string;
  #durabilityChecked = false;

  constructor(connection: Sqlite.Database, use: SqliteConnectionUse) {
    super({ database: withCachedStatements(connection) });
    this.#connection = connection;
    // A deferred transaction that reads, then writes, can fail half-way when another process wrote meanwhile.
    this.#begin = use === "write" ? "begin immediate" : "begin";
  }

  override async beginTransaction(): Promise<void> {
    const giveUpAt = performance.now() + lockWaitMilliseconds;
    while (!this.#tryToBegin()) {
      if (performance.now() > giveUpAt)
        throw new DatabaseBusyError("Another process has been writing for too long.");
      await sleep(1 + Math.random() * 9);
    }
  }

  // SQLite's own waiting would hold up every reader of this process, so the lock is asked for again and again.
  #tryToBegin(): boolean {
    this.#connection.pragma("busy_timeout = 0");
    try {
      this.#connection.exec(this.#begin);
      return true;
    } catch (error) {
      if (error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
      throw error;
    } finally {
      this.#connection.pragma(`busy_timeout = ${busyTimeoutMilliseconds}`);
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite rolls back by itself on a full disk or an I/O error; a second rollback would hide that error.
    if (this.#connection.inTransaction) await super.rollbackTransaction(connection);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    if (this.#durabilityChecked) return;
    assertDurable(this.#connection);
    this.#durabilityChecked = true;
  }
}

/**
 * Throws unless the connection still waits for the disk at each commit. SQLite has been seen to answer
 * FULL after opening and NORMAL after the first use, so the question is put after the first commit.
 */
export function assertDurable(connection: Sqlite.Database): void {
  const level = connection.pragma("synchronous", { simple: true });
  if (level !== FULL)
    throw new Error(`SQLite runs with synchronous = ${String(level)}; a ledger needs ${FULL} (FULL).`);
}

/** Keeps the latest statements compiled; Kysely asks for the same few hundred texts again and again. */
function withCachedStatements(connection: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement>();
  return {
    close: () => connection.close(),
    prepare(text) {
      let statement = statements.get(text);
      // A statement that is being streamed cannot run a second time meanwhile.
      if (statement === undefined || statement.busy) statement = connection.prepare(text);
      statements.delete(text);
      statements.set(text, statement);
      for (const oldest of statements.keys()) {
        if (statements.size <= cachedStatements) break;
        statements.delete(oldest);
      }
      return statement as unknown as SqliteStatement;
    },
  };
}
