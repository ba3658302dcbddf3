import { assert, asyncProperty, constantFrom, integer, record as recordOf, uniqueArray } from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Cell, CellOrigin } from "./cell-writer.ts";
import type { Database } from "./open-database.ts";
import { compareCells, recordCells } from "./record-cells.ts";
import { getSeries, insertSeries } from "./series.ts";
import { latestSnapshots, latestSnapshotsOfSeries, snapshotRevisions } from "./snapshots.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { inTransaction } from "./transaction.ts";

const seriesIds = Array.from({ length: 60 }, (_, index) => `bulk-${String(index).padStart(2, "0")}`);
const origin: CellOrigin = {
  source: "by hand",
  recordedAt: "2026-03-01T10:00:00.000Z",
  recordedBy: "person-1",
  importId: "import-1",
};

describeOnEveryDatabase("recordCells", (open) => {
  let db: Database;
  const record = (cells: () => Iterable<Cell>, organisationId = "company") =>
    inTransaction(db, (tx) => recordCells(tx, organisationId, cells(), origin));

  beforeAll(async () => {
    db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "other");
    const example = await getSeries(db.read, "company", "series-1");
    const series = seriesIds.map((seriesId) => ({ ...example, seriesId, scope: seriesId }));
    await inTransaction(db, (tx) => insertSeries(tx, "company", series));
  });

  it("writes what is new at revision 1, what differs at the next, and what is the same not at all", async () => {
    const cells = [
      cell("series-1", "2026-W01", "40", "1000"),
      cell("series-1", "2026-W02", "44", "1000"),
      cell("series-1", "2026-W03", "50", "1000"),
    ];
    const seen: unknown[] = [];
    const counts = await inTransaction(db, (tx) =>
      recordCells(tx, "company", cells, origin, ({ period, result, revision, before }) =>
        seen.push([period, result, revision, before?.numerator]),
      ),
    );
    expect(counts).toEqual({ new: 1, changed: 1, same: 1, beside: 0 });
    expect(seen).toEqual([
      ["2026-W01", "same", 1, "40"],
      ["2026-W02", "changed", 2, "40"],
      ["2026-W03", "new", 1, undefined],
    ]);
    const taken = [cell("series-1", "2025-W52", "40", "1000")];
    await inTransaction(db, (tx) =>
      recordCells(tx, "company", taken, origin, ({ result, revision, before }) =>
        // What was taken back is new again, at the revision after.
        expect([result, revision, before]).toEqual(["new", 3, null]),
      ),
    );
    expect((await snapshotRevisions(db.read, "company", "series-1", "2026-W02")).at(-1)).toEqual({
      seriesId: "series-1",
      period: "2026-W02",
      revision: 2,
      numerator: "44",
      denominator: "1000",
      ...origin,
      lineFirst: 7,
      lineLast: 9,
      rowCount: 3,
    });
    expect(await latestSnapshots(db.read, "other", "series-1")).toHaveLength(2);
  });

  it("takes a denominator that differs for a correction, as it does a numerator", async () => {
    const log = (denominator: string) => record(() => [cell("series-1", "2030-W01", "40", denominator)]);
    expect(await log("1000")).toEqual({ new: 1, changed: 0, same: 0, beside: 0 });
    expect(await log("1001")).toEqual({ new: 0, changed: 1, same: 0, beside: 0 });
  });

  it("adds nothing when the same many cells come again, over several batches and a partial one", async () => {
    const cells = () => grid(seriesIds, 151);
    const { source } = origin;
    const counts = await compareCells(db.read, "company", { cells: cells(), source });
    expect(counts).toEqual({ new: 9060, changed: 0, same: 0, beside: 0 });
    expect(await record(cells)).toEqual({ new: 9060, changed: 0, same: 0, beside: 0 });
    expect(await record(cells)).toEqual({ new: 0, changed: 0, same: 9060, beside: 0 });
    const corrected = function* () {
      for (const one of cells()) yield one.period.endsWith("5") ? { ...one, numerator: "1" } : one;
    };
    const expected = { new: 0, changed: [...corrected()].filter((one) => one.numerator === "1").length };
    expect(await compareCells(db.read, "company", { cells: corrected(), source })).toMatchObject(expected);
    expect(await record(corrected)).toMatchObject(expected);
    const kept = await latestSnapshotsOfSeries(db.read, "company", seriesIds);
    for (const [index, one] of [...corrected()].entries()) {
      const snapshot = kept.get(one.seriesId)?.[index % 151];
      expect(snapshot).toMatchObject({ period: one.period, numerator: one.numerator });
    }
  });

  it("agrees with a plain map of what was logged last, whatever is logged in whatever order", async () => {
    const logged = new Map<string, { values: string; revision: number }>();
    const anyCell = recordOf({
      seriesId: constantFrom("bulk-00", "bulk-01", "bulk-02"),
      week: integer({ min: 1, max: 9 }),
      numerator: constantFrom("1", "2", "-0.5"),
    });
    const anyRequest = uniqueArray(anyCell, {
      selector: ({ seriesId, week }) => `${seriesId} ${week}`,
      maxLength: 12,
    });
    await assert(
      asyncProperty(anyRequest, async (request) => {
        const cells = request
          .map(({ seriesId, week, numerator }) => cell(seriesId, `2031-W0${week}`, numerator, "7"))
          .toSorted((a, b) => a.seriesId.localeCompare(b.seriesId));
        const expected = { new: 0, changed: 0, same: 0, beside: 0 };
        for (const { seriesId, period, numerator } of cells) {
          const before = logged.get(`${seriesId} ${period}`);
          const result = before === undefined ? "new" : before.values === numerator ? "same" : "changed";
          expected[result]++;
          const revision = (before?.revision ?? 0) + (result === "same" ? 0 : 1);
          logged.set(`${seriesId} ${period}`, { values: numerator, revision });
        }
        expect(await record(() => cells)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
    const kept = await latestSnapshotsOfSeries(db.read, "company", ["bulk-00", "bulk-01", "bulk-02"], {
      from: "2031-W01",
    });
    const found = [...kept.values()]
      .flat()
      .map((one) => [`${one.seriesId} ${one.period}`, one.numerator, one.revision]);
    expect(found.toSorted()).toEqual(
      [...logged].map(([place, { values, revision }]) => [place, values, revision]).toSorted(),
    );
  });

  it("leaves nothing behind when the transaction fails after thousands of cells", async () => {
    const failing = function* () {
      yield* grid(seriesIds, 100, 2040);
      throw new Error("the file broke off");
    };
    await expect(record(failing)).rejects.toThrow("the file broke off");
    expect(await latestSnapshots(db.read, "company", "bulk-00", { from: "2040-W01" })).toEqual([]);
  });

  it("lets readers go on while it writes, and shows them nothing until the end", async () => {
    let during: number | undefined;
    await inTransaction(db, async (tx) => {
      await recordCells(tx, "company", grid(seriesIds, 100, 2050), origin);
      during = (await latestSnapshots(db.read, "company", "bulk-00", { from: "2050-W01" })).length;
    });
    expect(during).toBe(0);
    expect(await latestSnapshots(db.read, "company", "bulk-00", { from: "2050-W01" })).toHaveLength(100);
  });

  it("refuses a period given twice, a series that comes back, and a series that does not exist", async () => {
    const twice = [cell("bulk-00", "2060-W01", "1", "2"), cell("bulk-00", "2060-W01", "1", "2")];
    await expect(record(() => twice)).rejects.toThrow("Series bulk-00 has 2060-W01 twice.");
    const apart = ["bulk-00", "bulk-01", "bulk-00"].map((id, week) =>
      cell(id, `2060-W0${week + 1}`, "1", "2"),
    );
    await expect(record(() => apart)).rejects.toThrow("The cells of series bulk-00 do not come together.");
    const nowhere = record(() => [cell("nowhere", "2060-W01", "1", "2")]);
    await expect(nowhere).rejects.toMatchObject({ constraint: "foreign-key" });
    const elsewhere = record(() => [cell("bulk-00", "2060-W01", "1", "2")], "other");
    await expect(elsewhere).rejects.toMatchObject({ constraint: "foreign-key" });
  });
});

function cell(seriesId: string, period: string, numerator: string, denominator: string): Cell {
  return { seriesId, period, numerator, denominator, rowCount: 3, lineFirst: 7, lineLast: 9 };
}

function* grid(ids: readonly string[], weeks: number, fromYear = 2020): Generator<Cell> {
  for (const seriesId of ids) {
    for (let week = 0; week < weeks; week++) {
      const period = `${fromYear + Math.floor(week / 52)}-W${String((week % 52) + 1).padStart(2, "0")}`;
      yield cell(seriesId, period, String(100 + week), "5000");
    }
  }
}
