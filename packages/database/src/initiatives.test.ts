import { beforeAll, expect, it } from "vitest";
import { NotFoundError } from "./errors.ts";
import { insertInitiativePhase, listInitiativePhases } from "./initiative-phases.ts";
import {
  getInitiative,
  insertInitiative,
  listInitiatives,
  listInitiativesByIds,
  updateInitiative,
} from "./initiatives.ts";
import type { Database } from "./open-database.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

describeOnEveryDatabase("listInitiatives", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "other");
    const {
      ownerName: _owner,
      teamName: _team,
      ...first
    } = await getInitiative(db.read, "company", "initiative-1");
    await inTransaction(db, async (tx) => {
      await insertInitiative(tx, "company", { ...first, initiativeId: "initiative-2", status: "on-hold" });
      await insertInitiative(tx, "company", { ...first, initiativeId: "initiative-3" });
      const pilots = { phase: "pilots", recordedAt };
      await insertInitiativePhase(tx, "company", {
        ...pilots,
        initiativeId: "initiative-1",
        enteredOn: "2026-03-01",
      });
      await insertInitiativePhase(tx, "company", {
        ...pilots,
        initiativeId: "initiative-2",
        enteredOn: "2026-01-01",
      });
      // Back on the same day, but recorded later: the later record counts.
      const corrected = { initiativeId: "initiative-2", phase: "foundation", enteredOn: "2026-01-01" };
      await insertInitiativePhase(tx, "company", { ...corrected, recordedAt: "2026-01-06T09:00:00.000Z" });
    });
  });

  const idsOf = async (filter: { status?: string; phase?: string; teamId?: string; ownerId?: string }) =>
    (await listInitiatives(db.read, "company", { limit: 10, ...filter })).rows.map(
      ({ initiativeId }) => initiativeId,
    );

  it("filters by status, team and owner, and by the phase each is in now", async () => {
    expect(await idsOf({})).toEqual(["initiative-1", "initiative-2", "initiative-3"]);
    expect(await idsOf({ status: "on-hold" })).toEqual(["initiative-2"]);
    expect(await idsOf({ phase: "pilots" })).toEqual(["initiative-1"]);
    expect(await idsOf({ phase: "foundation" })).toEqual(["initiative-2"]);
    expect(await idsOf({ phase: "scale" })).toEqual([]);
    expect(await idsOf({ teamId: "team-1", ownerId: "person-1" })).toHaveLength(3);
    expect(await idsOf({ teamId: "team-2" })).toEqual([]);
  });

  it("pages, and names owner and team", async () => {
    const first = await listInitiatives(db.read, "company", { limit: 2 });
    expect(first.rows[0]).toMatchObject({ ownerName: "Ada", teamName: "Growth", outcome: { percent: "15" } });
    const second = await listInitiatives(db.read, "company", {
      limit: 2,
      cursor: first.nextCursor ?? undefined,
    });
    expect(second).toMatchObject({ rows: [{ initiativeId: "initiative-3" }], nextCursor: null });
    const some = await listInitiativesByIds(db.read, "company", ["initiative-3", "nothing", "initiative-1"]);
    expect(some.map(({ initiativeId }) => initiativeId)).toEqual(["initiative-1", "initiative-3"]);
  });

  it("gives the phase history oldest first, as it was recorded at an instant", async () => {
    const history = await listInitiativePhases(db.read, "company", ["initiative-2", "initiative-3"]);
    expect(history.get("initiative-2")?.map(({ phase }) => phase)).toEqual(["pilots", "foundation"]);
    expect(history.get("initiative-3")).toEqual([]);
    const then = await listInitiativePhases(db.read, "company", ["initiative-2"], { asOf: recordedAt });
    expect(then.get("initiative-2")?.map(({ phase }) => phase)).toEqual(["pilots"]);
  });

  it("changes only what is given, raises the version, and leaves another organisation's alone", async () => {
    const outcome = {
      kpiKey: "conversion-rate",
      change: "increase",
      percent: "20",
      by: "2027-01-31",
    } as const;
    const later = "2026-04-01T00:00:00.000Z";
    const version = await inTransaction(db, (tx) =>
      updateInitiative(tx, "company", "initiative-3", 1, { outcome, status: "graduated" }, later),
    );
    expect(version).toBe(2);
    expect(await getInitiative(db.read, "company", "initiative-3")).toMatchObject({
      name: "Better landing pages",
      outcome,
      status: "graduated",
      updatedAt: later,
      createdAt: recordedAt,
      version: 2,
    });
    const elsewhere = inTransaction(db, (tx) =>
      updateInitiative(tx, "other", "initiative-3", 2, { name: "x" }, later),
    );
    await expect(elsewhere).rejects.toThrow(NotFoundError);
  });
});
