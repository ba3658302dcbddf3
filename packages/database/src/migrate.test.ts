import { sql } from "kysely";
import { expect, it } from "vitest";
import { NewerSchemaError } from "./errors.ts";
import { migrateToLatest, schemaState } from "./migrate.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";

describeOnEveryDatabase("migrateToLatest", (open) => {
  it("brings a fresh database to the latest version and changes nothing the second time", async () => {
    const db = await open();
    expect(await schemaState(db)).toEqual({ version: "0001-first", pending: [] });
    await migrateToLatest(db);
    expect(await schemaState(db)).toEqual({ version: "0001-first", pending: [] });
  });

  it("refuses a database that a newer version has migrated, naming both versions in one line", async () => {
    const db = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('0999-later', '2030-01-01T00:00:00.000Z')`.execute(
      db.write,
    );
    const refusal = migrateToLatest(db);
    await expect(refusal).rejects.toThrow(NewerSchemaError);
    await expect(refusal).rejects.toThrow(/^[^\n]*0999-later[^\n]*0001-first[^\n]*$/);
  });
});
