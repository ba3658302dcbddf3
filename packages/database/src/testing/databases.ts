import { afterAll, describe, inject, onTestFinished, TestRunner } from "vitest";
import type { Database } from "../open-database.ts";
import { lendPostgres, lendSqlite, type LentDatabase } from "./database-pool.ts";
import { createPostgresDatabase, type FreshDatabase } from "./postgres-database.ts";
import "./postgres-server.ts";
import { freshSqliteFile } from "./sqlite-file.ts";

export { freshSqliteFile };

/** Opens a migrated database without a row, which is closed at the end of the test or suite that opened it. */
export type OpenFreshDatabase = () => Promise<Database>;

const lend: Record<Database["kind"], () => Promise<LentDatabase>> = {
  sqlite: lendSqlite,
  postgres: () => lendPostgres(inject("postgresUrl")),
};

/**
 * Runs a suite on an SQLite file and on a real PostgreSQL. Its vitest project needs
 * `testing/postgres-server.ts` as a global set-up.
 *
 * @example
 * describeOnEveryDatabase("insertTeam", (open) => {
 *   it("keeps the name", async () => {
 *     const db = await open();
 *   });
 * });
 */
export function describeOnEveryDatabase(name: string, define: Define): void {
  describeOn("sqlite", name, define);
  describeOn("postgres", name, define);
}

/** Runs a suite on an SQLite file alone: for arithmetic over rows that both databases are known to give alike. */
export function describeOnSqlite(name: string, define: Define): void {
  describeOn("sqlite", name, define);
}

type Define = (open: OpenFreshDatabase, kind: Database["kind"]) => void;

function describeOn(kind: Database["kind"], name: string, define: Define): void {
  describe(`${name} (${kind})`, () => {
    const untilTheEnd: LentDatabase[] = [];
    afterAll(async () => {
      for (const { giveBack } of untilTheEnd) await giveBack();
    });
    define(async () => {
      const lent = await lend[kind]();
      // A set-up runs outside of every test, and what it opens is for all of them.
      if (TestRunner.getCurrentTest() !== undefined) onTestFinished(lent.giveBack);
      else untilTheEnd.push(lent);
      return lent.db;
    }, kind);
  });
}

/** A new empty database on the run's PostgreSQL server. */
export function freshPostgresDatabase(): Promise<FreshDatabase> {
  return createPostgresDatabase(inject("postgresUrl"));
}
