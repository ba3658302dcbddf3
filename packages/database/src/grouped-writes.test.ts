import Sqlite from "better-sqlite3";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAuditHead, recordAudit } from "./audit-entries.ts";
import { ConstraintError } from "./constraint-errors.ts";
import { DiskFailedError, OutcomeUnknownError } from "./errors.ts";
import { migrateToLatest } from "./migrate.ts";
import { connectSqlite, openDatabase, type Database } from "./open-database.ts";
import { LedgerSqliteAdapter } from "./sqlite-dialect.ts";
import { findOrCreateTeam, listTeams } from "./teams.ts";
import { freshSqliteFile } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction, type Writer } from "./transaction.ts";

describe("runInGroup", () => {
  let file: string;
  let db: Database;
  let removeFile: () => Promise<void>;

  beforeAll(async () => {
    const { location, remove } = await freshSqliteFile();
    if (location.kind !== "sqlite") throw new Error("not an SQLite file");
    [file, removeFile] = [location.file, remove];
    db = openDatabase(location);
    await migrateToLatest(db);
    await insertOneOfEverything(db, "company");
  });
  afterAll(async () => {
    await db.close();
    await removeFile();
  });

  let made = 0;
  const newName = () => `Team ${++made}`;
  const add = (tx: Writer, name: string) => findOrCreateTeam(tx, "company", { teamId: name, name });
  const tell = (tx: Writer, objectId: string) =>
    recordAudit(tx, "company", [
      {
        recordedAt,
        actorId: "person-1",
        action: "add",
        noun: "team",
        objectId,
        before: null,
        after: { objectId },
        reason: null,
        requestId: "request-1",
      },
    ]);
  const names = async () => (await listTeams(db.read, "company")).map(({ name }) => name);

  it("makes changes that come together durable in one transaction, in the order in which they came", async () => {
    const wanted = Array.from({ length: 50 }, newName);
    const seen: string[] = [];
    const { counted, transactions } = counting(db);
    await Promise.all(
      wanted.map((name) =>
        inTransaction(counted, async (tx) => {
          await add(tx, name);
          seen.push(name);
        }),
      ),
    );
    expect(seen).toEqual(wanted);
    expect(await names()).toEqual(expect.arrayContaining(wanted));
    expect(transactions()).toBeLessThan(25);
  });

  it("answers a change only when another connection sees it", async () => {
    const other = connectSqlite(file, "read");
    const isThere = other.prepare("select count(*) from teams where name = ?").pluck();
    const seen = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const name = newName();
        await inTransaction(db, (tx) => add(tx, name));
        return isThere.get(name);
      }),
    );
    other.close();
    expect(new Set(seen)).toEqual(new Set([1]));
  });

  it("lets a change that fails take no other with it, whether it had written or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("written", "refused", "half-way", "taken"), { maxLength: 12 }),
        async (kinds) => {
          const wanted = kinds.map((kind) => ({ kind, name: newName() }));
          const head = (await findAuditHead(db.read, "company"))?.sequence ?? 0;
          const outcomes = await Promise.allSettled(
            wanted.map(({ kind, name }) =>
              inTransaction(db, async (tx) => {
                tell(tx, name);
                if (kind === "refused") throw new Error("refused");
                await add(tx, name);
                if (kind === "half-way") throw new Error("half-way");
                if (kind === "taken")
                  await tx
                    .insertInto("teams")
                    .values({ organisation_id: "company", team_id: "another", name, version: 1 })
                    .execute();
                return name;
              }),
            ),
          );
          const kept = await names();
          for (const [place, { kind, name }] of wanted.entries()) {
            expect(kept.includes(name)).toBe(kind === "written");
            expect(answerOf(outcomes[place])).toBe(kind === "written" ? name : kind);
          }
          const written = wanted.filter(({ kind }) => kind === "written").length;
          expect((await findAuditHead(db.read, "company"))?.sequence).toBe(head + written);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("shows a change what the one before it in the group wrote", async () => {
    const name = newName();
    const [first, second] = await Promise.all([
      inTransaction(db, (tx) => findOrCreateTeam(tx, "company", { teamId: `${name} a`, name })),
      inTransaction(db, (tx) => findOrCreateTeam(tx, "company", { teamId: `${name} b`, name })),
    ]);
    expect(second).toEqual(first);
  });

  it("tells all of a group that the outcome is unknown when its commit breaks off, and takes no more", async () => {
    const wanted = Array.from({ length: 5 }, newName);
    const broken = openDatabase({ kind: "sqlite", file });
    breakCommits(broken);
    const outcomes = await Promise.allSettled(
      wanted.map((name) => inTransaction(broken, (tx) => add(tx, name))),
    );
    const reasons = outcomes.map((outcome) => {
      if (outcome.status === "fulfilled") throw new Error("nobody can know that it is there");
      return outcome.reason;
    });
    expect(reasons[0]).toBeInstanceOf(OutcomeUnknownError);
    // On a busy machine the group may have closed before the last of them: those were not begun.
    const afterwards = await inTransaction(broken, (tx) => add(tx, newName())).catch((error) => error);
    expect(afterwards).toBeInstanceOf(DiskFailedError);
    for (const reason of reasons) {
      expect([OutcomeUnknownError.name, DiskFailedError.name]).toContain(reason.name);
    }
    await broken.close();
    await inTransaction(db, (tx) => add(tx, newName()));
  });

  it("keeps a long change apart, and goes on with the others after it", async () => {
    const order: string[] = [];
    const long = inTransaction(
      db,
      async (tx) => {
        await add(tx, newName());
        await new Promise((resolve) => setTimeout(resolve, 30));
        order.push("long");
      },
      { isLong: true },
    );
    const short = inTransaction(db, async (tx) => {
      await add(tx, newName());
      order.push("short");
    });
    await Promise.all([long, short]);
    expect(order).toEqual(["long", "short"]);
  });
});

/** What the caller was told: the result, or why not. */
function answerOf(outcome: PromiseSettledResult<string> | undefined): unknown {
  if (outcome?.status === "fulfilled") return outcome.value;
  return outcome?.reason instanceof ConstraintError ? "taken" : outcome?.reason.message;
}

/** The same database, with a count of the transactions that were begun. */
function counting(db: Database): { counted: Database; transactions: () => number } {
  let begun = 0;
  const transaction = () => {
    begun += 1;
    return db.write.transaction();
  };
  const write = Object.assign(Object.create(db.write) as Database["write"], { transaction });
  return { counted: { ...db, write }, transactions: () => begun };
}

/** From now on every commit meets a disk that fails; call it before the handle has written. */
function breakCommits(db: Database): void {
  const { adapter } = db.write.getExecutor();
  if (!(adapter instanceof LedgerSqliteAdapter)) throw new Error("not SQLite");
  const { connection } = adapter;
  const prepare = connection.prepare.bind(connection);
  const fail = () => {
    throw new Sqlite.SqliteError("disk I/O error", "SQLITE_IOERR_FSYNC");
  };
  const failing = { reader: false, busy: false, run: fail } as never;
  connection.prepare = ((text: string) => (text === "commit" ? failing : prepare(text))) as never;
}
