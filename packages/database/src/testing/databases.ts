import { afterAll, describe, inject } from "vitest";
import { migrateToLatest } from "../migrate.ts";
import type { Database } from "../open-database.ts";
import { openDatabase } from "../open-database.ts";
import { createPostgresDatabase, type FreshDatabase } from "./postgres-database.ts";
import "./postgres-server.ts";
import { freshSqliteFile } from "./sqlite-file.ts";

export { freshSqliteFile };

/** Opens a fresh, migrated database; all that a suite opened are closed and removed when it ends. */
export type OpenFreshDatabase = () => Promise<Database>;

const freshDatabase: Record<Database["kind"], () => Promise<FreshDatabase>> = {
  sqlite: freshSqliteFile,
  postgres: freshPostgresDatabase,
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
export function describeOnEveryDatabase(
  name: string,
  define: (open: OpenFreshDatabase, kind: Database["kind"]) => void,
): void {
  for (const kind of ["sqlite", "postgres"] as const) {
    describe(`${name} (${kind})`, () => {
      const opened: { db: Database; remove: () => Promise<void> }[] = [];
      afterAll(async () => {
        for (const { db, remove } of opened) {
          await db.close();
          await remove();
        }
      });
      define(async () => {
        const { location, remove } = await freshDatabase[kind]();
        const db = openDatabase(location);
        opened.push({ db, remove });
        await migrateToLatest(db);
        return db;
      }, kind);
    });
  }
}

/** A new empty database on the run's PostgreSQL server. */
export function freshPostgresDatabase(): Promise<FreshDatabase> {
  return createPostgresDatabase(inject("postgresUrl"));
}
