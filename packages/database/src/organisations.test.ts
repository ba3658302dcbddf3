import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Database } from "./open-database.ts";
import { deleteOrganisation, findOrganisation, listOrganisations } from "./organisations.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { inTransaction } from "./transaction.ts";

describeOnEveryDatabase("deleteOrganisation", (open) => {
  it("leaves no row of the organisation in any table, and every row of another", async () => {
    const db = await open();
    await insertOneOfEverything(db, "kept");
    const before = await rowsByTable(db, "kept");
    await insertOneOfEverything(db, "gone");
    expect(Object.keys(before).length).toBeGreaterThan(15);
    for (const [table, rows] of Object.entries(before))
      expect(rows, `${table} has a row to lose`).toBeGreaterThan(0);

    expect(await inTransaction(db, (tx) => deleteOrganisation(tx, "gone"))).toBe(true);

    const gone = await rowsByTable(db, "gone");
    expect(Object.values(gone).every((rows) => rows === 0)).toBe(true);
    expect(await rowsByTable(db, "kept")).toEqual(before);
    expect(await findOrganisation(db.read, "gone")).toBeUndefined();
    expect((await listOrganisations(db.read)).map((organisation) => organisation.organisationId)).toEqual([
      "kept",
    ]);
  });

  it("answers false where there is none", async () => {
    const db = await open();
    expect(await inTransaction(db, (tx) => deleteOrganisation(tx, "nobody"))).toBe(false);
  });
});

async function rowsByTable(db: Database, organisationId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, columns } of await db.read.introspection.getTables()) {
    // An account belongs to a person, who may be at home in several organisations.
    if (!columns.some((column) => column.name === "organisation_id")) continue;
    const { rows } = await sql<{ rows: number }>`
      select count(*) as rows from ${sql.table(name)} where organisation_id = ${organisationId}`.execute(
      db.read,
    );
    counts[name] = rows[0]?.rows ?? Number.NaN;
  }
  return counts;
}
