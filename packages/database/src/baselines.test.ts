import { beforeAll, expect, it } from "vitest";
import {
  freezeBaseline,
  getBaseline,
  insertDraftBaseline,
  listBaselines,
  listBaselinesByIds,
  listBaselinesOfSeries,
} from "./baselines.ts";
import { supersedeBaseline } from "./baselines.ts";
import { periodsCorrectedSince, snapshotsOfBaseline } from "./baseline-snapshots.ts";
import {
  baselinesComparedWith,
  controlsCorrectedSince,
  controlsOfBaselines,
  controlSnapshotsOfBaselines,
} from "./baseline-controls.ts";
import { BaselineStatusError, NotFoundError } from "./errors.ts";
import type { Database } from "./open-database.ts";
import { recordCells } from "./record-cells.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

const superseding = { supersededAt: recordedAt, supersededBy: "person-2" };
const freeze = { digest: "b2", frozenAt: recordedAt, frozenBy: "person-1", snapshots: [] };

describeOnEveryDatabase("freezeBaseline", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "other");
  });

  it("keeps the revisions the baseline stands on, and tells which periods were corrected since", async () => {
    expect(await periodsCorrectedSince(db.read, "company", "baseline-1")).toEqual([]);
    const origin = {
      source: "by hand",
      recordedAt: "2026-02-02T00:00:00.000Z",
      recordedBy: "p",
      importId: null,
    };
    const correct = (numerator: string) => {
      const nowhere = { rowCount: null, lineFirst: null, lineLast: null };
      const cell = { seriesId: "series-1", period: "2026-W02", numerator, denominator: "1000", ...nowhere };
      return inTransaction(db, (tx) => recordCells(tx, "company", [cell], origin));
    };
    await correct("99");
    await correct("98");
    expect(await periodsCorrectedSince(db.read, "company", "baseline-1")).toEqual(["2026-W02"]);
    const before = "2026-02-01T23:59:59.999Z";
    expect(await periodsCorrectedSince(db.read, "company", "baseline-1", before)).toEqual([]);
    expect(await periodsCorrectedSince(db.read, "other", "baseline-1")).toEqual([]);
    const compared = await controlSnapshotsOfBaselines(db.read, "company", ["baseline-1", "nothing"]);
    expect([...compared.keys()]).toEqual(["baseline-1"]);
    expect(compared.get("baseline-1")?.get("series-1")).toMatchObject([{ period: "2026-W01", revision: 1 }]);
    expect(await controlsCorrectedSince(db.read, "company", "baseline-1")).toEqual(new Map());
    const frozen = await snapshotsOfBaseline(db.read, "company", "baseline-1");
    expect(frozen.map(({ period, revision, numerator }) => [period, revision, numerator])).toEqual([
      ["2026-W01", 1, "40"],
      ["2026-W02", 1, "40"],
    ]);
  });

  it("keeps which series it is compared with, and tells which of their periods were corrected", async () => {
    const control = { seriesId: "series-1", name: "Conversion rate (all)" };
    expect(await controlsOfBaselines(db.read, "other", ["baseline-1", "nothing"])).toEqual(
      new Map([["baseline-1", [control]]]),
    );
    expect(await getBaseline(db.read, "other", "baseline-1")).toMatchObject({
      controls: [control],
      controlMethod: "subtract",
    });
    expect(await baselinesComparedWith(db.read, "other", ["series-1"])).toEqual(["baseline-1"]);
    expect(await baselinesComparedWith(db.read, "other", ["series-2"])).toEqual([]);
    const origin = {
      source: "by hand",
      recordedAt: "2026-02-02T00:00:00.000Z",
      recordedBy: "p",
      importId: null,
    };
    const nowhere = { rowCount: null, lineFirst: null, lineLast: null };
    const cell = {
      seriesId: "series-1",
      period: "2026-W01",
      numerator: "7",
      denominator: "1000",
      ...nowhere,
    };
    await inTransaction(db, (tx) => recordCells(tx, "other", [cell], origin));
    const corrected = new Map([["series-1", ["2026-W01"]]]);
    expect(await controlsCorrectedSince(db.read, "other", "baseline-1")).toEqual(corrected);
    const before = "2026-02-01T23:59:59.999Z";
    expect(await controlsCorrectedSince(db.read, "other", "baseline-1", before)).toEqual(new Map());
  });

  it("freezes only a draft, and supersedes only what is frozen", async () => {
    const { design, ...first } = await getBaseline(db.read, "company", "baseline-1");
    expect(design).toEqual({ name: "flat" });
    expect(first).toMatchObject({
      status: "frozen",
      digest: "b1",
      reasons: ["2 pre-periods"],
      frozenBy: "person-1",
    });
    await inTransaction(db, (tx) =>
      insertDraftBaseline(tx, "company", { ...first, baselineId: "baseline-2", design }),
    );

    const freezeTwice = inTransaction(db, (tx) => freezeBaseline(tx, "company", "baseline-1", freeze));
    await expect(freezeTwice).rejects.toThrow(BaselineStatusError);
    const supersedeDraft = inTransaction(db, (tx) =>
      supersedeBaseline(tx, "company", "baseline-2", superseding),
    );
    await expect(supersedeDraft).rejects.toMatchObject({ found: "draft", needed: "frozen" });
    const nothing = inTransaction(db, (tx) => freezeBaseline(tx, "other", "baseline-2", freeze));
    await expect(nothing).rejects.toThrow(NotFoundError);

    const late = inTransaction(db, (tx) =>
      supersedeBaseline(tx, "company", "baseline-1", { ...superseding, version: 1 }),
    );
    await expect(late).rejects.toMatchObject({ name: "LostUpdateError", foundVersion: 2 });

    await inTransaction(db, async (tx) => {
      await supersedeBaseline(tx, "company", "baseline-1", {
        ...superseding,
        unfreezeReason: "A typing error",
      });
      await freezeBaseline(tx, "company", "baseline-2", freeze);
    });
    const all = await listBaselines(db.read, "company", "series-1");
    expect(all.map(({ baselineId, status }) => [baselineId, status])).toEqual([
      ["baseline-1", "superseded"],
      ["baseline-2", "frozen"],
    ]);
    expect(all[0]).toMatchObject({
      version: 3,
      ...superseding,
      unfreezeReason: "A typing error",
      digest: "b1",
    });
    expect(await snapshotsOfBaseline(db.read, "company", "baseline-1")).toHaveLength(2);
    expect(await listBaselinesByIds(db.read, "company", ["baseline-2", "nothing"])).toEqual([all[1]]);
    const asked = [all[0]?.seriesId ?? "", "nothing"];
    expect(await listBaselinesOfSeries(db.read, "company", asked)).toEqual(all);
    expect(await listBaselinesOfSeries(db.read, "company", ["nothing"])).toEqual([]);
  });
});
