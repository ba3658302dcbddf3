import { readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sql, type RawBuilder } from "kysely";
import { describe, expect, it } from "vitest";
import { copySqlite, withSqliteCopy } from "./copy-sqlite.ts";
import { CannotOpenDatabaseError, DamagedExportError } from "./errors.ts";
import { exportLedger } from "./export-ledger.ts";
import { integrityFaults } from "./integrity.ts";
import { migrateToLatest } from "./migrate.ts";
import { openDatabase, type Database } from "./open-database.ts";
import { describeOnEveryDatabase, freshSqliteFile } from "./testing/databases.ts";
import { exportedAt, exportedLines } from "./testing/exported-lines.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";

async function openFilled() {
  const { location, remove } = await freshSqliteFile();
  const db = openDatabase(location);
  await migrateToLatest(db);
  await insertOneOfEverything(db, "company");
  const file = location.kind === "sqlite" ? location.file : "";
  return {
    db,
    file,
    async end() {
      await db.close();
      await remove();
    },
  };
}

describe("copySqlite", () => {
  it("copies what is committed while the ledger is open, into one file that can be read alone", async () => {
    const { db, file, end } = await openFilled();
    const copy = join(dirname(file), "copy.db");
    await copySqlite(file, copy);
    const lines = await exportedLines(db);
    await insertOneOfEverything(db, "later");
    const found = await withSqliteCopy(copy, async (reader) => {
      const read: string[] = [];
      for await (const line of exportLedger(reader, exportedAt)) read.push(line.trimEnd());
      return read;
    });
    expect(found).toEqual(lines);
    expect((await readdir(dirname(file))).filter((name) => name.startsWith("copy"))).toEqual(["copy.db"]);
    await end();
  });

  it("refuses a file that is not there, and reading one that is no database", async () => {
    const { file, end } = await openFilled();
    const none = join(dirname(file), "none.db");
    await expect(copySqlite(none, `${none}.copy`)).rejects.toThrow(CannotOpenDatabaseError);
    await writeFile(none, "no database at all, whatever its name says".repeat(100));
    await expect(withSqliteCopy(none, async () => "read")).rejects.toThrow(DamagedExportError);
    await end();
  });
});

describeOnEveryDatabase("integrityFaults", (open) => {
  it("finds nothing in a sound database, and rows whose counterpart is gone", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    expect(await integrityFaults(db.read)).toEqual([]);
    await withoutForeignKeys(db, sql`update benefits set series_id = 'gone'`);
    expect(await integrityFaults(db.read)).toEqual([
      { place: "benefits", message: "1 rows refer to series that are not there" },
    ]);
  });
});

/** Runs a statement that the database would refuse. */
async function withoutForeignKeys(db: Database, statement: RawBuilder<unknown>): Promise<void> {
  if (db.kind === "sqlite") await sql`pragma foreign_keys = off`.execute(db.write);
  await db.write.transaction().execute(async (tx) => {
    if (db.kind === "postgres") await sql`set local session_replication_role = replica`.execute(tx);
    await statement.execute(tx);
  });
}
