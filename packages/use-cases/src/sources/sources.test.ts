import { getSeries } from "../series/get-series.ts";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { createImport } from "../imports/create-import.ts";
import { previewImport } from "../imports/preview-import.ts";
import { closePeriod } from "../periods/close-period.ts";
import { reopenPeriod } from "../periods/reopen-period.ts";
import { createSeries } from "../series/create-series.ts";
import { listSnapshotRevisions } from "../snapshots/list-snapshot-revisions.ts";
import { listSnapshots } from "../snapshots/list-snapshots.ts";
import { retractSnapshots } from "../snapshots/retract-snapshots.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { conversionRecipe } from "../testing/conversion-recipe.ts";
import { textFile } from "../testing/text-file.ts";
import { listSourceComparisons } from "./list-source-comparisons.ts";
import { nameSource } from "../testing/name-source.ts";
import { setSourceOfRecord } from "./set-source-of-record.ts";

const makeSeries = (ctx: Context) => createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });

/** Logs numerators by period for one source. */
function tell(ctx: Context, seriesId: string, source: string, numerators: Record<string, number>) {
  const snapshots = Object.entries(numerators).map(([period, numerator]) => ({
    seriesId,
    period,
    numerator: String(numerator),
    denominator: "400",
  }));
  return logSnapshots(ctx, { snapshots, source });
}

/** What counts of each period: source and numerator. */
async function counted(ctx: Context, seriesId: string, asOf?: string) {
  const { rows } = await listSnapshots(ctx, { seriesId, asOf });
  return rows.map(({ period, source, numerator }) => [period, source, numerator]);
}

const compare = async (ctx: Context, asOf?: string) =>
  (await listSourceComparisons(ctx, { limit: 100, asOf })).rows.map((row) => [
    row.period,
    row.counted?.source ?? null,
    row.beside.map(({ source, difference }) => [source, difference?.numerator ?? null]),
  ]);

/** The minutes after the ledger's noon. */
const minutes = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

const fileOf = (source: string, rows: readonly string[]) => ({
  file: textFile("shop.csv", ["Week,Orders,Visits", ...rows]),
  recipe: conversionRecipe({ name: "Shop", source, dateColumn: "Week", scope: "Shop" }),
});

describeOnEveryDatabase("logSnapshots, of a second source", (open) => {
  it("keeps its number beside the first, revises nothing, and shows the difference", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    await tell(ctx, seriesId, "shop export", { "2026-W20": 40, "2026-W21": 44 });
    const told = await tell(minutes(ctx, 1), seriesId, "by hand", { "2026-W20": 43, "2026-W21": 44 });
    expect(told).toMatchObject({ new: 0, changed: 0, same: 0, beside: 2 });
    expect(told.rows[0]).toMatchObject({
      result: "beside",
      before: { source: "shop export", numerator: "40" },
    });
    expect((await listSnapshotRevisions(ctx, { seriesId, period: "2026-W20" })).rows).toHaveLength(1);
    expect(await compare(ctx)).toEqual([
      ["2026-W20", "shop export", [["by hand", "3"]]],
      ["2026-W21", "shop export", [["by hand", "0"]]],
    ]);
    // The same again is known; a correction of its own is its next revision.
    expect(await tell(ctx, seriesId, "by hand", { "2026-W20": 43 })).toMatchObject({ same: 1, beside: 0 });
    await tell(minutes(ctx, 2), seriesId, "by hand", { "2026-W20": 41 });
    expect((await compare(ctx))[0]).toEqual(["2026-W20", "shop export", [["by hand", "1"]]]);
    const asOf = minutes(ctx, 1).now;
    expect((await compare(ctx, asOf))[0]).toEqual(["2026-W20", "shop export", [["by hand", "3"]]]);
    // The first goes on correcting what it holds.
    expect(await tell(minutes(ctx, 3), seriesId, "shop export", { "2026-W20": 42 })).toMatchObject({
      changed: 1,
    });
    expect((await compare(ctx))[0]).toEqual(["2026-W20", "shop export", [["by hand", "-1"]]]);
  });

  it("lets it fill the periods that nobody has reported", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    await tell(ctx, seriesId, "shop export", { "2026-W20": 40 });
    expect(await tell(ctx, seriesId, "by hand", { "2026-W21": 44 })).toMatchObject({ new: 1 });
    expect(await tell(ctx, seriesId, "by hand", { "2026-W21": 45 })).toMatchObject({ changed: 1 });
    expect(await counted(ctx, seriesId)).toEqual([
      ["2026-W20", "shop export", "40"],
      ["2026-W21", "by hand", "45"],
    ]);
    expect(await compare(ctx)).toEqual([]);
  });

  it("shows it alone where the first takes its number back, until it is named", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    await tell(ctx, seriesId, "shop export", { "2026-W20": 40, "2026-W21": 44 });
    await tell(minutes(ctx, 1), seriesId, "by hand", { "2026-W20": 43 });
    const snapshots = [{ seriesId, period: "2026-W20", revision: 1 }];
    await retractSnapshots(minutes(ctx, 2), { snapshots, reason: "Counted twice", restore: false });
    expect(await compare(ctx)).toEqual([["2026-W20", null, [["by hand", null]]]]);
    expect(await compare(ctx, minutes(ctx, 1).now)).toEqual([
      ["2026-W20", "shop export", [["by hand", "3"]]],
    ]);
    await nameSource(minutes(ctx, 3), { seriesId, source: "by hand" });
    expect(await counted(ctx, seriesId)).toContainEqual(["2026-W20", "by hand", "43"]);
    expect(await compare(ctx)).toEqual([]);
  });

  it("takes it into a closed month, which it does not change", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    await tell(ctx, seriesId, "shop export", { "2026-W20": 40 });
    await closePeriod(minutes(ctx, 1), { month: "2026-05" });
    expect(await tell(minutes(ctx, 2), seriesId, "by hand", { "2026-W20": 43 })).toMatchObject({ beside: 1 });
    await expect(tell(ctx, seriesId, "shop export", { "2026-W20": 43 })).rejects.toMatchObject({
      kind: "period-closed",
    });
  });
});

describeOnEveryDatabase("createImport, of a second source", (open) => {
  it("keeps beside what the first holds, names how many, and changes nothing the second time", async () => {
    const ctx = await openLedger(open);
    const rows = ["2026-05-11,40,400", "2026-05-18,44,400"];
    await createImport(ctx, fileOf("shop export", rows));
    const other = fileOf("analytics", ["2026-05-11,42,400", "2026-05-18,44,400", "2026-05-25,50,400"]);
    const preview = await previewImport(minutes(ctx, 1), other);
    const periods = { new: 1, changed: 0, same: 0, beside: 2 };
    expect(preview).toMatchObject({ summary: { periods } });
    const done = await createImport(minutes(ctx, 1), other);
    expect(done.summary).toMatchObject({ periods, changes: [] });
    expect(await createImport(minutes(ctx, 2), other)).toMatchObject({
      importId: null,
      summary: { periods: { new: 0, changed: 0, same: 3, beside: 0 } },
    });
    expect(await compare(ctx)).toEqual([
      ["2026-W20", "shop export", [["analytics", "2"]]],
      ["2026-W21", "shop export", [["analytics", "0"]]],
    ]);
    const [first] = (await listSourceComparisons(ctx, { limit: 1 })).rows;
    expect(first?.beside[0]?.importId).toBe(done.importId);
  });

  it("takes the place of others where it is the source of record, which then stand beside", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    await tell(ctx, seriesId, "by hand", { "2026-W20": 41, "2026-W21": 44, "2026-W22": 9 });
    await nameSource(ctx, { seriesId, source: "shop export" });
    const rows = ["2026-05-11,40,400", "2026-05-18,44,400"];
    const { summary } = await createImport(minutes(ctx, 1), fileOf("shop export", rows));
    expect(summary).toMatchObject({
      periods: { new: 0, changed: 1, same: 0, beside: 1 },
      changes: [{ period: "2026-W20", before: { numerator: "41" }, after: { numerator: "40" } }],
    });
    expect(await counted(ctx, seriesId)).toEqual([
      ["2026-W20", "shop export", "40"],
      ["2026-W21", "by hand", "44"],
      ["2026-W22", "by hand", "9"],
    ]);
    // What it agreed with is its own, so that another's correction stands beside.
    expect(await tell(minutes(ctx, 2), seriesId, "by hand", { "2026-W21": 50 })).toMatchObject({ beside: 1 });
    expect(await compare(ctx)).toEqual([
      ["2026-W20", "shop export", [["by hand", "1"]]],
      ["2026-W21", "shop export", [["by hand", "6"]]],
    ]);
  });
});

describeOnEveryDatabase("setSourceOfRecord", (open) => {
  it("lets the numbers of the named source count, keeps the others beside, and changes nothing as of before", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    await tell(ctx, seriesId, "shop export", { "2026-W20": 40, "2026-W21": 44 });
    await tell(minutes(ctx, 1), seriesId, "analytics", { "2026-W20": 43, "2026-W21": 44 });
    const named = await nameSource(minutes(ctx, 2), { seriesId, source: "analytics" });
    expect(named).toMatchObject({ taken: ["2026-W20"], closed: [], series: { sourceOfRecord: "analytics" } });
    expect(await counted(ctx, seriesId)).toEqual([
      ["2026-W20", "analytics", "43"],
      ["2026-W21", "shop export", "44"],
    ]);
    expect(await compare(ctx)).toEqual([
      ["2026-W20", "analytics", [["shop export", "-3"]]],
      ["2026-W21", "analytics", [["shop export", "0"]]],
    ]);
    expect(await counted(ctx, seriesId, minutes(ctx, 1).now)).toContainEqual([
      "2026-W20",
      "shop export",
      "40",
    ]);
    // And back again, with what each said last.
    await tell(minutes(ctx, 3), seriesId, "analytics", { "2026-W20": 45 });
    await tell(minutes(ctx, 3), seriesId, "shop export", { "2026-W20": 39 });
    await nameSource(minutes(ctx, 4), { seriesId, source: "shop export" });
    expect((await counted(ctx, seriesId))[0]).toEqual(["2026-W20", "shop export", "39"]);
    expect((await compare(ctx))[0]).toEqual(["2026-W20", "shop export", [["analytics", "6"]]]);
  });

  it("leaves the periods of closed months as they are, until they are reopened", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    await tell(ctx, seriesId, "shop export", { "2026-W20": 40, "2026-W24": 44 });
    await tell(ctx, seriesId, "analytics", { "2026-W20": 43, "2026-W24": 46 });
    await closePeriod(minutes(ctx, 1), { month: "2026-05" });
    const named = { seriesId, source: "analytics" };
    expect(await nameSource(minutes(ctx, 2), named)).toMatchObject({
      taken: ["2026-W24"],
      closed: ["2026-W20"],
    });
    await reopenPeriod(minutes(ctx, 3), { month: "2026-05", reason: "another source" });
    expect(await nameSource(minutes(ctx, 4), named)).toMatchObject({
      taken: ["2026-W20"],
      closed: [],
    });
  });

  it("takes up what a holder said while another was named", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    await tell(ctx, seriesId, "by hand", { "2026-W20": 40 });
    await nameSource(minutes(ctx, 1), { seriesId, source: "analytics" });
    await tell(minutes(ctx, 2), seriesId, "analytics", { "2026-W20": 40 });
    await tell(minutes(ctx, 3), seriesId, "by hand", { "2026-W20": 41 });
    expect(await counted(ctx, seriesId)).toEqual([["2026-W20", "by hand", "40"]]);
    expect(await compare(ctx)).toEqual([["2026-W20", "analytics", [["by hand", "1"]]]]);
    await nameSource(minutes(ctx, 4), { seriesId, source: "by hand" });
    expect(await counted(ctx, seriesId)).toEqual([["2026-W20", "by hand", "41"]]);
  });

  it("refuses whoever names a source without having seen the one that was named meanwhile", async () => {
    const ctx = await openLedger(open);
    const { seriesId, version } = await makeSeries(ctx);
    await setSourceOfRecord(ctx, { seriesId, version, source: "analytics" });
    const late = setSourceOfRecord(minutes(ctx, 1), { seriesId, version, source: "shop export" });
    await expect(late).rejects.toMatchObject({ noun: "series", expectedVersion: version, foundVersion: 2 });
    expect(await getSeries(ctx, { seriesId })).toMatchObject({ sourceOfRecord: "analytics", version: 2 });
  });

  it("is for finance", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    const contributor = { ...ctx, actor: { ...ctx.actor, role: "contributor" as const } };
    await expect(setSourceOfRecord(contributor, { seriesId, version: 1, source: "x" })).rejects.toMatchObject(
      {
        kind: "forbidden",
      },
    );
  });

  it("counts the last word of a source that said otherwise while another was named, and then what counts", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    const say = (minute: number, source: string, numerator: number) =>
      tell(minutes(ctx, minute), seriesId, source, { "2026-W21": numerator });
    const name = (minute: number, source: string) => nameSource(minutes(ctx, minute), { seriesId, source });
    await say(1, "C", 3);
    await say(2, "B", 3);
    await name(3, "B");
    await say(4, "C", 4);
    await name(5, "A");
    await say(6, "C", 3);
    await say(7, "C", 3);
    await name(8, "C");
    expect(await counted(ctx, seriesId)).toEqual([["2026-W21", "C", "3"]]);
  });

  it("counts what the source of record said last, whoever tells what in whatever order", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeSeries(ctx);
    const source = constantFrom("A", "B", "C");
    const deed = record({
      source,
      period: constantFrom("2026-W20", "2026-W21"),
      numerator: integer({ min: 1, max: 4 }),
    });
    let clock = 0;
    const said = new Map<string, string>();
    const law = asyncProperty(array(deed, { minLength: 1, maxLength: 6 }), source, async (deeds, named) => {
      for (const { source: teller, period, numerator } of deeds) {
        await tell(minutes(ctx, ++clock), seriesId, teller, { [period]: numerator });
        said.set(`${period} ${teller}`, String(numerator));
      }
      await nameSource(minutes(ctx, ++clock), { seriesId, source: named });
      const found = (await counted(ctx, seriesId)).filter(([period]) => said.has(`${period} ${named}`));
      const last = found.map(([period]) => said.get(`${period} ${named}`));
      expect(found.map(([, , numerator]) => numerator)).toEqual(last);
    });
    await assert(law, { numRuns: 10 });
  });
});
