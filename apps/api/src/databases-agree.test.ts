import { openDatabase, type Database } from "@liftledger/database/open-database";
import { migrateToLatest } from "@liftledger/database/migrate";
import { freshPostgresDatabase, freshSqliteFile } from "@liftledger/database/testing/databases";
import type { FreshDatabase } from "@liftledger/database/testing/postgres-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareLedgers } from "./testing/two-ledgers.ts";

describe("SQLite and PostgreSQL", () => {
  const undo: (() => Promise<void>)[] = [];
  let databases: [Database, Database];
  let odd: [Database, Database];
  let taking: Database;

  async function openOne(fresh: () => Promise<FreshDatabase>): Promise<Database> {
    const { location, remove } = await fresh();
    const db = openDatabase(location);
    undo.push(() => db.close().then(remove));
    await migrateToLatest(db);
    return db;
  }

  beforeAll(async () => {
    databases = [await openOne(freshSqliteFile), await openOne(freshPostgresDatabase)];
    odd = [await openOne(freshSqliteFile), await openOne(freshPostgresDatabase)];
    taking = await openOne(freshSqliteFile);
  });
  afterAll(async () => {
    for (const one of undo) await one();
  });

  // In two halves: on a busy machine each is well within the time that a test has.
  it.each([19, 20])(
    "answer 10 random sequences of requests alike, of seed %i (`npm run faults -- f19` plays 1,000)",
    async (seed) => {
      const found = await compareLedgers(databases, { sequences: 10, seed });
      expect(found.sequences).toBe(10);
      // A sequence in which everything is refused would show nothing.
      expect(found.taken / found.commands).toBeGreaterThan(0.4);
    },
  );

  it("answer requests with odd values in them alike, never with a failure, and keep nothing of what they refuse", async () => {
    const found = await compareLedgers(odd, { sequences: 12, seed: 21, isSpoiled: true, taking });
    expect(found.taken / found.commands).toBeGreaterThan(0.25);
    expect(found.statuses[422]).toBeGreaterThan(20);
  });
});
