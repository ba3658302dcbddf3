import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { Migrator } from "kysely/migration";
import { describe, expect, it } from "vitest";
import { findAuditHead } from "./audit-entries.ts";
import { NewerSchemaError } from "./errors.ts";
import { migrateToLatest, schemaState } from "./migrate.ts";
import { up as first } from "./migrations/0001-first.ts";
import { connectSqlite, openDatabase } from "./open-database.ts";
import { listPeople } from "./people.ts";
import { LedgerSqliteDialect } from "./sqlite-dialect.ts";
import { describeOnEveryDatabase, freshPostgresDatabase, freshSqliteFile } from "./testing/databases.ts";
import { runSql } from "./testing/run-sql.ts";
import { listOrganisations } from "./organisations.ts";

/** The migrations as they lie in their folder: one left out of the list would be missed here. */
const migrationFiles = readdirSync(join(import.meta.dirname, "migrations"))
  .map((file) => file.replace(".ts", ""))
  .toSorted();
const latest = migrationFiles.at(-1);

describeOnEveryDatabase("migrateToLatest", (open, kind) => {
  it("brings a fresh database to the latest version and changes nothing the second time", async () => {
    const db = await open();
    expect(await schemaState(db)).toEqual({ version: latest, pending: [] });
    await migrateToLatest(db);
    expect(await schemaState(db)).toEqual({ version: latest, pending: [] });
  });

  it("refuses a database that a newer version has migrated, naming both versions in one line", async () => {
    const db = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('0999-later', '2030-01-01T00:00:00.000Z')`.execute(
      db.write,
    );
    const refusal = migrateToLatest(db);
    await expect(refusal).rejects.toThrow(NewerSchemaError);
    await expect(refusal).rejects.toThrow(new RegExp(`^[^\n]*0999-later[^\n]*${latest}[^\n]*$`));
  });

  it("lets several processes migrate one empty database at once, of which one found it empty", async () => {
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    const handles = [openDatabase(location), openDatabase(location), openDatabase(location)];
    const found = await Promise.all(handles.map(migrateToLatest));
    expect(found.toSorted()).toEqual([latest, latest, null]);
    for (const db of handles) {
      expect(await schemaState(db)).toEqual({ version: latest, pending: [] });
      expect(await listOrganisations(db.read)).toEqual([]);
      await db.close();
    }
    await remove();
  });

  it("keeps what a database of the first version holds", async () => {
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    const db = openDatabase(location);
    const provider = { getMigrations: async () => ({ "0001-first": { up: first } }) };
    await new Migrator({ db: db.write, provider }).migrateToLatest();
    await runSql(db, "insert into organisations values ('default', 'Example', 'default', 'EUR', '2026')");
    await runSql(db, "insert into people values ('default', 'person-1', 'Ada')");
    expect(await migrateToLatest(db)).toBe("0001-first");
    expect(await listPeople(db.read, "default")).toEqual([{ personId: "person-1", displayName: "Ada" }]);
    expect(await findAuditHead(db.read, "default")).toBeUndefined();
    await db.close();
    await remove();
  });

  it("tells of an empty database that everything is pending", async () => {
    const db = await open();
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    expect(location).not.toEqual(db.location);
    const empty = openDatabase(location);
    expect(await schemaState(empty)).toEqual({ version: null, pending: migrationFiles });
    await empty.close();
    await remove();
  });
});

describe("LedgerSqliteDialect", () => {
  it("leaves no table of a migration that fails half-way, nor of those run before it", async () => {
    const { location, remove } = await freshSqliteFile();
    if (location.kind !== "sqlite") throw new Error("not an SQLite file");
    const db = new Kysely<unknown>({
      dialect: new LedgerSqliteDialect(connectSqlite(location.file, "write"), "write"),
    });
    const migrations: Record<string, Migration> = {
      "1-good": { up: (tx) => tx.schema.createTable("whole").addColumn("a", "text").execute() },
      "2-bad": {
        up: async (tx) => {
          await tx.schema.createTable("half").addColumn("a", "text").execute();
          throw new Error("half-way");
        },
      },
    };
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
    }).migrateToLatest();
    expect(error).toMatchObject({ message: "half-way" });
    expect(await db.introspection.getTables()).toEqual([]);
    await db.destroy();
    await remove();
  });
});
