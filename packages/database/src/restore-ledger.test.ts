import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DamagedExportError, LedgerNotEmptyError, NewerSchemaError } from "./errors.ts";
import { integrityFaults } from "./integrity.ts";
import { schemaState } from "./migrate.ts";
import type { Database } from "./open-database.ts";
import { openDatabase } from "./open-database.ts";
import { listOrganisations } from "./organisations.ts";
import { restoreLedger } from "./restore-ledger.ts";
import { tableFacts } from "./table-facts.ts";
import { describeOnEveryDatabase, freshPostgresDatabase, freshSqliteFile } from "./testing/databases.ts";
import { exportedLines, linesOf } from "./testing/exported-lines.ts";
import { killedRestore } from "./testing/killed-restore.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { releasedLines } from "./testing/released-ledger.ts";

const keep = { replace: false };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-restore-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function filled(open: () => Promise<Database>): Promise<Database> {
  const db = await open();
  await insertOneOfEverything(db, "company");
  await insertOneOfEverything(db, "demo");
  return db;
}

describeOnEveryDatabase("restoreLedger", (open, kind) => {
  let untouched: Database;
  let lines: string[];

  beforeAll(async () => {
    untouched = await filled(open);
    lines = await exportedLines(untouched);
  });

  it("gives back every row of every table, also into a database without tables", async () => {
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    const empty = openDatabase(location);
    const restored = await restoreLedger(empty, linesOf(lines), keep);
    expect(restored.rows).toBe(lines.filter((line) => line.startsWith("[")).length);
    expect(await exportedLines(empty)).toEqual(lines);
    for (const { name } of await tableFacts(empty.read)) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
        empty.read,
      );
      expect([name, rows[0]?.n]).toEqual([name, expect.toSatisfy((n: number) => n >= 2)]);
    }
    await empty.close();
    await remove();
  });

  it("keeps every digit of an amount larger than a double holds", async () => {
    const db = await filled(open);
    const amount = "9007199254740993";
    await sql`update cost_lines set amount_minor = ${BigInt(amount)}`.execute(db.write);
    const large = await exportedLines(db);
    expect(large.filter((line) => line.includes(`"${amount}"`))).toHaveLength(2);
    await restoreLedger(db, linesOf(large), { replace: true });
    expect(await exportedLines(db)).toEqual(large);
  });

  it("refuses to write over a ledger unless it is to be replaced, and then replaces all of it", async () => {
    const other = await open();
    await insertOneOfEverything(other, "third");
    await expect(restoreLedger(other, linesOf(lines), keep)).rejects.toThrow(LedgerNotEmptyError);
    expect((await listOrganisations(other.read)).map(({ name }) => name)).toEqual(["third"]);
    await restoreLedger(other, linesOf(lines), { replace: true });
    expect(await exportedLines(other)).toEqual(lines);
    expect((await schemaState(other)).pending).toEqual([]);
  });

  it("leaves the tables of others as they are, and out of an export", async () => {
    const db = await open();
    await sql`create table invoices (id text primary key, paid date)`.execute(db.write);
    await sql`insert into invoices (id) values ('a')`.execute(db.write);
    await restoreLedger(db, linesOf(lines), keep);
    expect((await sql`select id from invoices`.execute(db.write)).rows).toEqual([{ id: "a" }]);
    expect(await exportedLines(db)).toEqual(lines);
    expect(await integrityFaults(db.read)).toEqual([]);
  });

  it("refuses a place where somebody else's migrations were run", async () => {
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    const db = openDatabase(location);
    await sql`create table kysely_migration (name text primary key, timestamp text)`.execute(db.write);
    await sql`create table invoices (id text primary key)`.execute(db.write);
    await sql`insert into kysely_migration values ('001-invoices', 'then')`.execute(db.write);
    const refusal = restoreLedger(db, linesOf(lines), { replace: true });
    await expect(refusal).rejects.toThrow(NewerSchemaError);
    expect((await sql`select id from invoices`.execute(db.write)).rows).toEqual([]);
    await db.close();
    await remove();
  });

  const damages: [string, (whole: string[]) => string[]][] = [
    ["is cut off", (whole) => whole.slice(0, -1)],
    ["lacks a row", (whole) => whole.toSpliced(-3, 1)],
    ["has a changed letter", (whole) => whole.map((line) => line.replace("Growth", "Grows"))],
    ["goes on after its end", (whole) => [...whole, whole[1] ?? ""]],
    ["has a line that is no JSON", (whole) => whole.with(5, "{")],
    [
      "has a table that nobody knows",
      (whole) => whole.map((line) => line.replace('"table":"teams"', '"table":"x"')),
    ],
    ["begins as something else", (whole) => ["{}", ...whole]],
    ["is of a later format", (whole) => whole.map((line) => line.replace('"version":1,', '"version":2,'))],
    ["is empty", () => []],
    ["has a number with a letter in it", (whole) => inAudit(whole, (row) => row.replace('"1"', '"1x"'))],
    ["has a number beyond 64 bits", (whole) => inAudit(whole, (row) => row.replace('"1"', `"${2n ** 63n}"`))],
    ["has an object for a text", (whole) => inAudit(whole, (row) => row.replace(/"[^"]*"/, "{}"))],
    ["has nothing for a text", (whole) => inAudit(whole, (row) => row.replace(/"[^"]*"/, "null"))],
    ["has a row twice", (whole) => whole.toSpliced(-2, 0, whole.at(-2) ?? "")],
  ];

  it.each(damages)("changes nothing where the export %s", async (_, damage) => {
    const refusal = restoreLedger(untouched, linesOf(damage(lines)), { replace: true });
    await expect(refusal).rejects.toThrow(DamagedExportError);
    expect(await exportedLines(untouched)).toEqual(lines);
  });

  it.each(["0999-later", "toString"])("refuses an export of a schema that is not known: %s", async (name) => {
    const newer = lines.map((line) => line.replace(/"schema":"[^"]+"/, `"schema":"${name}"`));
    const refusal = restoreLedger(untouched, linesOf(newer), { replace: true });
    await expect(refusal).rejects.toThrow(NewerSchemaError);
    expect(await exportedLines(untouched)).toEqual(lines);
  });

  it("brings an export of the first released schema, with data in every table, to the latest", async () => {
    const db = await open();
    const { schema } = await restoreLedger(db, linesOf(releasedLines("0001-first")), keep);
    expect([schema, (await schemaState(db)).pending]).toEqual(["0001-first", []]);
    expect((await listOrganisations(db.read)).map(({ name }) => name)).toEqual(["company", "demo"]);
  });

  it("leaves all or nothing when its process is killed before its end", async () => {
    const file = join(folder, `${kind}.jsonl`);
    await writeFile(file, lines.map((line) => `${line}\n`).join(""));
    const target = await open();
    await insertOneOfEverything(target, "before");
    const before = await exportedLines(target);
    expect(await killedRestore(target.location, file, lines.length - 1)).toBe("SIGKILL");
    expect(await exportedLines(target)).toEqual(before);
    expect(await killedRestore(target.location, file, lines.length)).toBe(null);
    expect(await exportedLines(target)).toEqual(lines);
  });
});

/** The export with the first row of the audit chain changed. */
function inAudit(whole: readonly string[], change: (row: string) => string): string[] {
  const place = whole.findIndex((line) => line.includes('"table":"audit_entries"')) + 1;
  return whole.with(place, change(whole[place] ?? ""));
}

describe("the export of the two databases", () => {
  it("is the same, byte for byte", async () => {
    const exports: string[][] = [];
    for (const fresh of [freshSqliteFile, freshPostgresDatabase]) {
      const { location, remove } = await fresh();
      const db = openDatabase(location);
      await restoreLedger(db, linesOf(releasedLines("0001-first")), keep);
      exports.push(await exportedLines(db));
      await db.close();
      await remove();
    }
    expect(exports[0]).toEqual(exports[1]);
    expect(exports[0]?.length).toBeGreaterThan(40);
  });
});
