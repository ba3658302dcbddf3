import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { integrityFaults } from "./integrity.ts";
import { migrateToLatest, migrationNames, schemaState } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { listRetirements } from "./retirements.ts";
import { roadmapTasksOf } from "./roadmap-tasks.ts";
import { describeOnEveryDatabase, freshPostgresDatabase, freshSqliteFile } from "./testing/databases.ts";
import { exportedLines } from "./testing/exported-lines.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { loadReleased, releasedFolder, releasedLines } from "./testing/released-ledger.ts";
import { inTransaction } from "./transaction.ts";
import { listWorkflowVersions } from "./workflow-versions.ts";

/** What a later migration moved to a table of its own, by the table it stood in. */
const moved = new Map([["benchmark_sets", ["retired_at"]]]);

interface Table {
  columns: string[];
  rows: Record<string, unknown>[];
}

/** Rows by table, each with its columns by name. */
function tablesOf(lines: readonly string[]): Map<string, Table> {
  const tables = new Map<string, Table>();
  let table: Table | undefined;
  for (const line of lines) {
    const value = JSON.parse(line) as unknown[] | { table?: string; columns?: string[] };
    if (!Array.isArray(value)) {
      if (value.table !== undefined) {
        table = { columns: value.columns ?? [], rows: [] };
        tables.set(value.table, table);
      }
    } else table?.rows.push(Object.fromEntries(table.columns.map((name, place) => [name, value[place]])));
  }
  return tables;
}

describeOnEveryDatabase("migrateToLatest from a released schema", (open, kind) => {
  it.each(migrationNames)("%s keeps every row and every value it holds", async (schema) => {
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    const db = openDatabase(location);
    await loadReleased(db, schema);
    expect((await schemaState(db)).version).toBe(schema);
    await migrateToLatest(db);
    expect((await schemaState(db)).pending).toEqual([]);
    expect(await integrityFaults(db.read)).toEqual([]);
    const now = tablesOf(await exportedLines(db));
    for (const [name, { rows }] of tablesOf(releasedLines(schema))) {
      expect([name, rows.length]).toEqual([name, expect.toSatisfy((count: number) => count >= 2)]);
      const kept = rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !moved.get(name)?.includes(column))),
      );
      expect([name, now.get(name)?.rows]).toEqual([name, kept.map((row) => expect.objectContaining(row))]);
    }
    await db.close();
    await remove();
  });

  it("brings workarounds over from what lets an initiative run, as known at each instant", async () => {
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    const db = openDatabase(location);
    await loadReleased(db, "0028-production-facts");
    const byHand = [{ text: "By hand", since: "2026-01-05", until: null }];
    const at = { organisation_id: "demo", initiative_id: "initiative-1", recorded_by: "person-1" };
    const rows = [byHand, byHand, []].map((workarounds, place) => ({
      ...at,
      version: place + 2,
      facts: JSON.stringify({ workarounds }),
      recorded_at: `2026-01-0${place + 6}T09:00:00.000Z`,
    }));
    await inTransaction(db, (tx) => tx.insertInto("production_facts").values(rows).execute());
    await migrateToLatest(db);
    const page = await listWorkflowVersions(db.read, "demo", { initiativeId: "initiative-1", limit: 9 });
    const found = page.rows.map(({ version, recordedAt, workflow }) => [
      version,
      recordedAt,
      (JSON.parse(workflow) as { after: { steps: object[] } }).after.steps,
    ]);
    const step = { kind: "workaround", name: "By hand", owner: null, tool: null, note: "" };
    expect(found).toEqual([
      [2, "2026-01-08T09:00:00.000Z", []],
      [1, "2026-01-06T09:00:00.000Z", [{ ...step, since: "2026-01-05", until: null }]],
    ]);
    const other = await listWorkflowVersions(db.read, "company", { initiativeId: "initiative-1", limit: 9 });
    expect(other.rows).toEqual([]);
    await db.close();
    await remove();
  });

  it("moves that a benchmark set is retired to where all that is retired stands", async () => {
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    const db = openDatabase(location);
    await loadReleased(db, "0021-baseline-windows");
    await inTransaction(db, (tx) =>
      sql`update benchmark_sets set retired_at = '2026-02-01T00:00:00.000Z' where organisation_id = 'demo'`.execute(
        tx,
      ),
    );
    await migrateToLatest(db);
    const found = { retiredAt: "2026-02-01T00:00:00.000Z", retiredBy: "person-1", reason: "" };
    expect(await listRetirements(db.read, "demo", "benchmark-set")).toEqual(
      new Map([["set-1", { objectId: "set-1", ...found }]]),
    );
    expect((await listRetirements(db.read, "company", "benchmark-set")).size).toBe(0);
    await db.close();
    await remove();
  });

  it("tells a roadmap as it was known before its versions were kept, by the audit chain", async () => {
    const { location, remove } = await (kind === "sqlite" ? freshSqliteFile() : freshPostgresDatabase());
    const db = openDatabase(location);
    await loadReleased(db, "0034-registers");
    const [made] = await roadmapTasksOf(db.read, "company");
    const later = "2026-02-02T00:00:00.000Z";
    const told = [
      { version: 1, title: "Map the work", changedAt: "2026-01-02T00:00:00.000Z" },
      { version: 2, title: "Map the workflow", changedAt: later },
    ];
    const rows = told.map((one, place) => ({
      organisation_id: "company",
      sequence: 1000 + place,
      recorded_at: one.changedAt,
      actor_id: "person-1",
      action: "changeRoadmapTask",
      noun: "roadmap-task",
      object_id: "task-1",
      before: null,
      after: JSON.stringify({ ...made, ...one }),
      reason: null,
      request_id: "request-1",
      previous_hash: "hash",
      hash: "hash",
    }));
    await inTransaction(db, async (tx) => {
      await tx.insertInto("audit_entries").values(rows).execute();
      const now = { version: 2, changed_at: later };
      await tx.updateTable("roadmap_tasks").set(now).where("organisation_id", "=", "company").execute();
    });
    await migrateToLatest(db);
    const titlesAt = async (asOf: string) =>
      (await roadmapTasksOf(db.read, "company", undefined, { asOf })).map(({ title }) => title);
    expect(await titlesAt("2026-01-01T23:00:00.000Z")).toEqual([]);
    expect(await titlesAt("2026-01-03T00:00:00.000Z")).toEqual(["Map the work"]);
    expect(await titlesAt(later)).toEqual(["Map the workflow"]);
    // Of the other organisation nothing was told: what stands is known since it was changed last.
    const all = await roadmapTasksOf(db.read, "demo");
    expect(await roadmapTasksOf(db.read, "demo", undefined, { asOf: later })).toEqual(all);
    await db.close();
    await remove();
  });

  it("has an export of the latest schema for those that come after it", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "demo");
    // A new migration writes its own file here; the older ones stay as they were released.
    const file = join(releasedFolder, `${migrationNames.at(-1)}.jsonl`);
    await expect(`${(await exportedLines(db)).join("\n")}\n`).toMatchFileSnapshot(file);
  });
});

describe("the exports of released schemas", () => {
  it("are there for each migration", () => {
    expect(readdirSync(releasedFolder).toSorted()).toEqual(migrationNames.map((name) => `${name}.jsonl`));
  });
});
