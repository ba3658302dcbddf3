import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { ConstraintError } from "./constraint-errors.ts";
import { DiskFailedError, LostUpdateError, OutcomeUnknownError } from "./errors.ts";
import { getInitiative, updateInitiative } from "./initiatives.ts";
import { migrateToLatest } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { recordCells } from "./record-cells.ts";
import { hasDiskFailed } from "./run-transaction.ts";
import { latestSnapshots } from "./snapshots.ts";
import { findOrCreateTeam, listTeams } from "./teams.ts";
import { describeOnEveryDatabase, freshPostgresDatabase, freshSqliteFile } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inSnapshot, inTransaction } from "./transaction.ts";

describeOnEveryDatabase("inTransaction", (open) => {
  it("keeps all of a change or, when it throws, none of it", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    const failing = inTransaction(db, async (tx) => {
      await findOrCreateTeam(tx, "company", { teamId: "team-2", name: "Brand" });
      throw new Error("second thoughts");
    });
    await expect(failing).rejects.toThrow("second thoughts");
    expect(await listTeams(db.read, "company")).toHaveLength(1);
    await inTransaction(db, (tx) => findOrCreateTeam(tx, "company", { teamId: "team-2", name: "Brand" }));
    expect(await listTeams(db.read, "company")).toHaveLength(2);
  });

  it("loses no step of two handles that read a value and write the next one, over and over", async () => {
    const db = await open();
    const second = openDatabase(db.location);
    await insertOneOfEverything(db, "company");
    const steps = 40;
    const addOne = (handle: typeof db) =>
      inTransaction(handle, async (tx) => {
        const before = await latestSnapshots(tx, "company", "series-1", { from: "2026-W02", to: "2026-W02" });
        const numerator = String(Number(before[0]?.numerator) + 1);
        const cell = { seriesId: "series-1", period: "2026-W02", numerator, denominator: "1000" };
        const nowhere = { rowCount: null, lineFirst: null, lineLast: null };
        const origin = { source: "by hand", recordedAt, recordedBy: "person-1", importId: null };
        await recordCells(tx, "company", [{ ...cell, ...nowhere }], origin);
      });
    for (let step = 0; step < steps; step += 4) {
      await Promise.all([addOne(db), addOne(second), addOne(db), addOne(second)]);
    }
    const after = await latestSnapshots(db.read, "company", "series-1", { from: "2026-W02" });
    expect(after).toMatchObject([{ revision: 1 + steps, numerator: String(40 + steps) }]);
    await second.close();
  });

  it("lets one of two changes made from the same version through, and tells the other", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    const rename = (name: string) =>
      inTransaction(db, (tx) => updateInitiative(tx, "company", "initiative-1", 1, { name }, recordedAt));
    const outcomes = await Promise.allSettled([rename("first"), rename("second")]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [refused] = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toBeInstanceOf(LostUpdateError);
    expect(refused?.reason).toMatchObject({ expectedVersion: 1, foundVersion: 2 });
    expect(await getInitiative(db.read, "company", "initiative-1")).toMatchObject({ version: 2 });
  });

  it("turns a refusal by a constraint into the same error on both databases", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    const refused = async (statement: ReturnType<typeof sql>) => {
      const [outcome] = await Promise.allSettled([inTransaction(db, (tx) => statement.execute(tx))]);
      if (outcome.status === "fulfilled" || !(outcome.reason instanceof ConstraintError)) return [outcome];
      const { constraint, columns } = outcome.reason;
      return constraint === "unique" || constraint === "not-null" ? [constraint, ...columns] : [constraint];
    };
    expect(
      await refused(
        sql`insert into teams (organisation_id, team_id, name, version) values ('company', 'team-9', 'Growth', 1)`,
      ),
    ).toEqual(["unique", "name"]);
    expect(
      await refused(
        sql`insert into teams (organisation_id, team_id, name, version) values ('company', 'team-1', 'x', 1)`,
      ),
    ).toEqual(["unique", "team_id"]);
    expect(
      await refused(
        sql`insert into teams (organisation_id, team_id, name, version) values ('company', 'team-9', null, 1)`,
      ),
    ).toEqual(["not-null", "name"]);
    expect(
      await refused(
        sql`insert into teams (organisation_id, team_id, name, version) values ('nobody', 'team-9', 'x', 1)`,
      ),
    ).toEqual(["foreign-key"]);
    expect(await refused(sql`update organisations set kind = 'toy'`)).toEqual(["check"]);
  });

  it("shows one state to queries that must agree, whatever is written between them", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    await inSnapshot(db, async (tx) => {
      const before = await listTeams(tx, "company");
      await inTransaction(db, (writing) =>
        findOrCreateTeam(writing, "company", { teamId: "t", name: "Meanwhile" }),
      );
      expect(await listTeams(tx, "company")).toEqual(before);
    });
    expect(await listTeams(db.read, "company")).toHaveLength(2);
  });
});

describe("inTransaction on PostgreSQL", () => {
  it("says that the outcome is unknown when the connection breaks at the commit, and lives on", async () => {
    const { location, remove } = await freshPostgresDatabase();
    const db = openDatabase(location);
    await migrateToLatest(db);
    await insertOneOfEverything(db, "company");
    const broken = inTransaction(db, async (tx) => {
      await findOrCreateTeam(tx, "company", { teamId: "team-2", name: "Brand" });
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(db.read);
    });
    await expect(broken).rejects.toThrow(OutcomeUnknownError);
    expect(await listTeams(db.read, "company")).toHaveLength(1);
    await db.close();
    await remove();
  });
});

describe("inTransaction on an SQLite file", () => {
  it("writes no more once the disk has failed, and lets others read", async () => {
    const { location, remove } = await freshSqliteFile();
    const db = openDatabase(location);
    await migrateToLatest(db);
    await insertOneOfEverything(db, "company");
    expect(hasDiskFailed(db)).toBe(false);
    const failing = inTransaction(
      db,
      async () => {
        throw new Sqlite.SqliteError("disk I/O error", "SQLITE_IOERR_FSYNC");
      },
      { isLong: true },
    );
    await expect(failing).rejects.toThrow("disk I/O error");
    expect(hasDiskFailed(db)).toBe(true);
    const next = inTransaction(db, (tx) => findOrCreateTeam(tx, "company", { teamId: "t2", name: "Brand" }));
    await expect(next).rejects.toThrow(DiskFailedError);
    expect(await listTeams(db.read, "company")).toHaveLength(1);
    await db.close();
    await remove();
  });

  it("lets this process go on while another one holds the lock, and then takes its turn", async () => {
    const { location, remove } = await freshSqliteFile();
    const [db, other] = [openDatabase(location), openDatabase(location)];
    await migrateToLatest(db);
    await insertOneOfEverything(db, "company");
    const order: string[] = [];
    const [holdsLock, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const long = inTransaction(other, async (tx) => {
      await findOrCreateTeam(tx, "company", { teamId: "team-2", name: "Brand" });
      holdsLock.resolve();
      await mayEnd.promise;
      order.push("other");
    });
    await holdsLock.promise;
    const waiting = inTransaction(db, async () => order.push("waiting"));
    // The other one ends only after this was read: a process that stood still would wait for ever.
    await listTeams(db.read, "company");
    order.push("read");
    mayEnd.resolve();
    await Promise.all([long, waiting]);
    expect(order).toEqual(["read", "other", "waiting"]);
    await db.close();
    await other.close();
    await remove();
  });
});
