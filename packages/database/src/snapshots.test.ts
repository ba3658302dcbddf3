import { beforeAll, expect, it } from "vitest";
import type { Database } from "./open-database.ts";
import { lastPeriodBySeries, listSeries, seriesCoverage, insertSeries, getSeries } from "./series.ts";
import type { Snapshot } from "./snapshots.ts";
import { insertSnapshots, latestSnapshots, latestSnapshotsOfSeries, snapshotRevisions } from "./snapshots.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

const correctedAt = "2026-02-01T09:00:00.000Z";

const correction: Snapshot = {
  seriesId: "series-1",
  period: "2026-W01",
  revision: 2,
  numerator: "41.5",
  denominator: "1000",
  source: "by hand",
  recordedAt: correctedAt,
  recordedBy: "person-1",
  importId: null,
  lineFirst: null,
  lineLast: null,
  rowCount: null,
};

describeOnEveryDatabase("latestSnapshots", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "other");
    const second = {
      ...(await getSeries(db.read, "company", "series-1")),
      seriesId: "series-2",
      scope: "paid",
    };
    const empty = { ...second, seriesId: "series-3", scope: "organic" };
    await inTransaction(db, async (tx) => {
      await insertSeries(tx, "company", [second, empty]);
      await insertSnapshots(tx, "company", [
        correction,
        { ...correction, seriesId: "series-2", period: "2026-W02", revision: 1 },
      ]);
    });
  });

  it("gives the latest revision of each period, in the order of the periods", async () => {
    const snapshots = await latestSnapshots(db.read, "company", "series-1");
    expect(snapshots.map(({ period, revision, numerator }) => [period, revision, numerator])).toEqual([
      ["2026-W01", 2, "41.5"],
      ["2026-W02", 1, "40"],
    ]);
    expect(snapshots[0]).toEqual(correction);
  });

  it("gives with asOf what was known then: the first revision a moment before the second was recorded", async () => {
    const knownBefore = await latestSnapshots(db.read, "company", "series-1", {
      asOf: "2026-02-01T08:59:59.999Z",
    });
    expect(knownBefore.map(({ revision }) => revision)).toEqual([1, 1]);
    const knownThen = await latestSnapshots(db.read, "company", "series-1", { asOf: correctedAt });
    expect(knownThen.map(({ revision }) => revision)).toEqual([2, 1]);
    expect(
      await latestSnapshots(db.read, "company", "series-1", { asOf: "2026-01-05T08:59:59.999Z" }),
    ).toEqual([]);
  });

  it("includes both ends of a range of periods", async () => {
    const periods = async (from?: string, to?: string) =>
      (await latestSnapshots(db.read, "company", "series-1", { from, to })).map(({ period }) => period);
    expect(await periods("2026-W01", "2026-W01")).toEqual(["2026-W01"]);
    expect(await periods("2026-W02")).toEqual(["2026-W02"]);
    expect(await periods(undefined, "2025-W52")).toEqual([]);
  });

  it("gives many series in one query, with an empty list for one that has nothing", async () => {
    // The second series begins with the period the first one ends with.
    const bySeries = await latestSnapshotsOfSeries(db.read, "company", ["series-2", "series-1", "series-3"]);
    expect([...bySeries].map(([id, snapshots]) => [id, snapshots.length])).toEqual([
      ["series-2", 1],
      ["series-1", 2],
      ["series-3", 0],
    ]);
    expect(bySeries.get("series-1")).toEqual(await latestSnapshots(db.read, "company", "series-1"));
  });

  it("keeps every revision readable, and another organisation's out of sight", async () => {
    const revisions = await snapshotRevisions(db.read, "company", "series-1", "2026-W01");
    expect(revisions.map(({ revision, recordedAt: at }) => [revision, at])).toEqual([
      [1, recordedAt],
      [2, correctedAt],
    ]);
    expect(await snapshotRevisions(db.read, "other", "series-1", "2026-W01")).toHaveLength(1);
  });

  it("knows first, last and number of periods, a corrected one counted once", async () => {
    expect(await seriesCoverage(db.read, "company", ["series-1", "series-3"])).toEqual(
      new Map([["series-1", { firstPeriod: "2026-W01", lastPeriod: "2026-W02", periods: 2 }]]),
    );
    expect(await lastPeriodBySeries(db.read, "company")).toEqual(
      new Map([
        ["series-1", "2026-W02"],
        ["series-2", "2026-W02"],
        ["series-3", null],
      ]),
    );
  });

  it("pages through the series without leaving one out or giving one twice", async () => {
    const first = await listSeries(db.read, "company", { limit: 2 });
    expect(first.rows.map(({ seriesId }) => seriesId)).toEqual(["series-1", "series-2"]);
    const last = await listSeries(db.read, "company", { limit: 2, cursor: first.nextCursor ?? undefined });
    expect(last).toMatchObject({ rows: [{ seriesId: "series-3" }], nextCursor: null });
    expect((await listSeries(db.read, "company", { limit: 3 })).nextCursor).toBeNull();
    expect((await listSeries(db.read, "company", { limit: 9, kpiKey: "churn" })).rows).toEqual([]);
  });
});
