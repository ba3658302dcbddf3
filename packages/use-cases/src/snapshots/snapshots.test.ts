import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { createSeries } from "../series/create-series.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { getLogSheet } from "./get-log-sheet.ts";
import { listSnapshotRevisions } from "./list-snapshot-revisions.ts";
import { listSnapshots } from "./list-snapshots.ts";
import { logSnapshots } from "./log-snapshots.ts";

async function openSeries(open: Parameters<typeof openLedger>[0]) {
  const ctx = await openLedger(open);
  const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
  return { ctx, seriesId };
}

function log(ctx: Context, seriesId: string, ...rows: [period: string, n: string, d: string][]) {
  const snapshots = rows.map(([period, numerator, denominator]) => ({
    seriesId,
    period,
    numerator,
    denominator,
  }));
  return logSnapshots(ctx, { snapshots, source: "test" });
}

describeOnEveryDatabase("logSnapshots", (open) => {
  it("says of each row whether it is new, changed or the same, and what was there", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await log(ctx, seriesId, ["2026-W20", "1", "10"], ["2026-W21", "2", "10"]);
    const logged = await log(
      ctx,
      seriesId,
      ["2026-W20", "1.0", "10"],
      ["2026-W21", "3", "10"],
      ["2026-W22", "4", "10"],
    );
    expect(logged).toMatchObject({ new: 1, changed: 1, same: 1 });
    expect(logged.rows.map(({ result, revision, before }) => [result, revision, before?.numerator])).toEqual([
      ["same", 1, "1"],
      ["changed", 2, "2"],
      ["new", 1, undefined],
    ]);
  });

  it("keeps older revisions readable, also as they were known at an instant", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await log(at(ctx, "2026-06-25T08:00:00.000Z"), seriesId, ["2026-W20", "1", "10"]);
    await log(at(ctx, "2026-06-27T08:00:00.000Z"), seriesId, ["2026-W20", "2", "10"]);
    const { rows } = await listSnapshotRevisions(ctx, { seriesId, period: "2026-W20" });
    expect(rows.map((row) => [row.revision, row.numerator, row.ratio, row.recordedBy])).toEqual([
      [1, "1", 0.1, "Local administrator"],
      [2, "2", 0.2, "Local administrator"],
    ]);
    const known = await listSnapshots(ctx, { seriesId, asOf: "2026-06-26T00:00:00.000Z" });
    expect(known.rows.map((row) => row.numerator)).toEqual(["1"]);
    expect((await listSnapshots(ctx, { seriesId })).rows.map((row) => row.numerator)).toEqual(["2"]);
  });

  it("writes none of a batch in which one row is wrong, and names the row and the field", async () => {
    const { ctx, seriesId } = await openSeries(open);
    const wrong = log(
      ctx,
      seriesId,
      ["2026-W20", "1", "10"],
      ["2026-W21", "11", "10"],
      ["2026-W20", "2", "10"],
    );
    await expect(wrong).rejects.toMatchObject({
      kind: "invalid-request",
      details: [
        { row: 1, field: "snapshots[1].numerator", seen: "11" },
        { row: 2, field: "snapshots[2].period", message: "Row 0 has 2026-W20 of this series already." },
      ],
    });
    expect((await listSnapshots(ctx, { seriesId })).rows).toEqual([]);
  });

  it("refuses a series of another organisation by row", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await expect(
      log({ ...ctx, organisationId: "demo" }, seriesId, ["2026-W20", "1", "2"]),
    ).rejects.toMatchObject({
      details: [{ row: 0, field: "snapshots[0].seriesId", seen: seriesId }],
    });
  });
});

describeOnEveryDatabase("getLogSheet", (open) => {
  it("shows the last week that ended, with what is there and what was there the week before", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await createSeries(ctx, { kpiKey: "revenue-per-channel", scope: "Shop" });
    await log(ctx, seriesId, ["2026-W24", "1", "10"], ["2026-W25", "2", "10"]);
    const sheet = await getLogSheet(ctx, {});
    expect(sheet).toMatchObject({
      period: "2026-W25",
      firstDay: "2026-06-15",
      lastDay: "2026-06-21",
      previousPeriod: "2026-W24",
      nextPeriod: "2026-W26",
    });
    expect(
      sheet.rows.map((row) => [row.kpiKey, row.isTotal, row.current?.numerator, row.previous?.numerator]),
    ).toEqual([
      ["conversion-rate", false, "2", "1"],
      ["revenue-per-channel", true, undefined, undefined],
    ]);
    expect((await getLogSheet(ctx, { period: "2026-W26" })).nextPeriod).toBeNull();
  });

  it("says of each row from which day its period counts", async () => {
    const { ctx } = await openSeries(open);
    await createSeries(ctx, { kpiKey: "revenue-per-channel", scope: "Shop" });
    // A conversion may come a week after the visit; revenue is dated by the sale. It is Wednesday of week 26.
    const marks = async (period: string) =>
      (await getLogSheet(ctx, { period })).rows.map(({ maturesOn, mature }) => [maturesOn, mature]);
    expect(await marks("2026-W25")).toEqual([
      ["2026-06-28", false],
      ["2026-06-21", true],
    ]);
    expect(await marks("2026-W24")).toEqual([
      ["2026-06-21", true],
      ["2026-06-14", true],
    ]);
  });

  it("refuses a week that does not exist", async () => {
    const ctx = await openLedger(open);
    await expect(getLogSheet(ctx, { period: "2025-W53" })).rejects.toMatchObject({ kind: "invalid-request" });
  });
});
