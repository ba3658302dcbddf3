import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { insertCostLines, listCostLines } from "./cost-lines.ts";
import { CannotOpenDatabaseError } from "./errors.ts";
import { migrateToLatest } from "./migrate.ts";
import { connectSqlite, openDatabase } from "./open-database.ts";
import { assertDurable, LedgerSqliteDialect } from "./sqlite-dialect.ts";
import { countInitiatives } from "./initiatives.ts";
import { findOrCreateTeam, listTeams } from "./teams.ts";
import { describeOnEveryDatabase, freshSqliteFile } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

describe("openDatabase on a new file", () => {
  it("makes it, and its log, for its owner alone", async () => {
    const { location, remove } = await freshSqliteFile();
    const db = openDatabase(location);
    await migrateToLatest(db);
    const { file } = location as { file: string };
    const modes = [file, `${file}-wal`, `${file}-shm`].map((one) => statSync(one).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    await db.close();
    await remove();
  });
});

describeOnEveryDatabase("openDatabase", (open) => {
  it("gives counts as numbers and money as bigint with every digit, beyond what a double holds", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    expect(await countInitiatives(db.read, "company")).toBe(1);
    const amounts = [9_007_199_254_740_993n, -9_007_199_254_740_993n, 9_223_372_036_854_775_807n];
    const line = {
      initiativeId: "initiative-1",
      category: "people",
      month: "2026-02",
      currency: "EUR",
      kind: "planned",
      source: "plan",
      recordedAt,
      recordedBy: "person-1",
    } as const;
    const lines = amounts.map((amountMinor, index) => ({ ...line, costLineId: `big-${index}`, amountMinor }));
    await inTransaction(db, (tx) => insertCostLines(tx, "company", lines));
    const found = await listCostLines(db.read, "company", ["initiative-1"]);
    expect(found.map(({ amountMinor }) => amountMinor)).toEqual([120_000n, ...amounts]);
  });

  it("orders text by its bytes, so that lists and cursors agree on both databases", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    const names = ["Zebra", "apple", "Éclair", "_team", "a-b", "ab", "A"];
    await inTransaction(db, async (tx) => {
      for (const name of names) await findOrCreateTeam(tx, "company", { teamId: `team ${name}`, name });
    });
    const bytes = [...names, "Growth"].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect((await listTeams(db.read, "company")).map(({ name }) => name)).toEqual(bytes);
  });

  it("leads every key, unique constraint and index with the organisation", async () => {
    const db = await open();
    const { rows } = await (
      db.kind === "sqlite"
        ? sql<{ name: string; leads: string }>`
          select index_list.name, index_info.name as leads
          from sqlite_schema as t, pragma_index_list(t.name) as index_list, pragma_index_info(index_list.name) as index_info
          where t.type = 'table' and t.name not like 'kysely%' and t.name not like 'auth%' and index_info.seqno = 0`
        : sql<{ name: string; leads: string }>`
          select c.relname as name, a.attname as leads
          from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
          join pg_namespace n on n.oid = t.relnamespace
          join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
          where n.nspname = 'public' and t.relname not like 'kysely%' and t.relname not like 'auth%'`
    ).execute(db.read);
    // An account belongs to a person, who may be at home in several organisations.
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ leads }) => leads !== "organisation_id")).toEqual([]);
  });
});

describe("openDatabase on an SQLite file", () => {
  it("waits for the disk at every commit, in a log, with foreign keys, on both connections, after writing too", async () => {
    const { location, remove } = await freshSqliteFile();
    const db = openDatabase(location);
    await migrateToLatest(db);
    await insertOneOfEverything(db, "company");
    for (const handle of [db.write, db.read]) {
      const settings: Record<string, unknown> = {};
      for (const name of ["synchronous", "journal_mode", "foreign_keys", "busy_timeout", "trusted_schema"]) {
        const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(handle);
        settings[name] = Object.values(rows[0] ?? {})[0];
      }
      expect(settings).toEqual({
        synchronous: 2,
        journal_mode: "wal",
        foreign_keys: 1,
        busy_timeout: 5000,
        trusted_schema: 0,
      });
    }
    await db.close();
    await remove();
  });

  it("leaves one file behind when it is closed, whatever was read and written", async () => {
    const { location, remove } = await freshSqliteFile();
    if (location.kind !== "sqlite") throw new Error("not an SQLite file");
    const db = openDatabase(location);
    await migrateToLatest(db);
    await db.close();
    expect(readdirSync(dirname(location.file))).toEqual(["liftledger.db"]);
    await remove();
  });

  it.skipIf(process.getuid?.() === 0)(
    "refuses a file that may only be read (not for the superuser, who may do anything)",
    async () => {
      const { location, remove } = await freshSqliteFile();
      if (location.kind !== "sqlite") throw new Error("not an SQLite file");
      const db = openDatabase(location);
      await migrateToLatest(db);
      await db.close();
      chmodSync(location.file, 0o444);
      expect(() => openDatabase(location)).toThrow(CannotOpenDatabaseError);
      await remove();
    },
  );

  it("refuses to write on the read handle, and a value of the wrong type on either", async () => {
    const { location, remove } = await freshSqliteFile();
    const db = openDatabase(location);
    await migrateToLatest(db);
    const team = { organisation_id: "o", team_id: "t", name: "n", version: 1 };
    await expect(db.read.insertInto("teams").values(team).execute()).rejects.toThrow("readonly");
    const version = { kpi_key: "k", definition: "{}", created_at: recordedAt, created_by: "p" };
    const wrong = sql`insert into kpi_versions (organisation_id, version, source, kpi_key, definition, created_at, created_by)
      values ('o', 'one', 'own', ${version.kpi_key}, '{}', ${recordedAt}, 'p')`;
    await expect(wrong.execute(db.write)).rejects.toThrow("cannot store TEXT value in INTEGER column");
    await db.close();
    await remove();
  });

  it("stops a connection that no longer waits for the disk, when its first commit is made", async () => {
    const { location, remove } = await freshSqliteFile();
    if (location.kind !== "sqlite") throw new Error("not an SQLite file");
    const connection = connectSqlite(location.file, "write");
    expect(() => assertDurable(connection)).not.toThrow();
    connection.pragma("synchronous = normal");
    const db = new Kysely({ dialect: new LedgerSqliteDialect(connection, "write") });
    const commit = db.transaction().execute((tx) => sql`create table t (a integer) strict`.execute(tx));
    await expect(commit).rejects.toThrow("synchronous = 1");
    await db.destroy();
    await remove();
  });

  it("says in one line which file cannot be opened and why", async () => {
    const { location, remove } = await freshSqliteFile();
    if (location.kind !== "sqlite") throw new Error("not an SQLite file");
    const notADatabase = join(dirname(location.file), "notes.txt");
    writeFileSync(
      notADatabase,
      "these are notes, not a database, and long enough to be read as a header".repeat(20),
    );
    for (const file of [join(location.file, "missing", "folder.db"), notADatabase]) {
      const opening = () => openDatabase({ kind: "sqlite", file });
      expect(opening).toThrow(CannotOpenDatabaseError);
      expect(opening).toThrow(/^The database file [^\n]+ cannot be opened: [^\n]+\.$/);
      expect(opening).toThrow(file);
    }
    await remove();
  });
});
