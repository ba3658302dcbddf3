import { createHash } from "node:crypto";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { addPeriods } from "@liftledger/kpis/period";
import { describe, expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import { listBenefits } from "../benefits/list-benefits.ts";
import type { Context } from "../context.ts";
import { listSnapshots } from "../snapshots/list-snapshots.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { at, colleague, openLedger } from "../testing/open-ledger.ts";
import { draftBaseline } from "./draft-baseline.ts";
import { freezeBaseline } from "./freeze-baseline.ts";
import { getBaseline } from "./get-baseline.ts";
import { listBaselines } from "./list-baselines.ts";
import { revisionDigest } from "./revision-digest.ts";

const interventionStart = "2026-W15";
const later = "2026-06-25T12:00:00.000Z";

function correct(ctx: Context, seriesId: string, period: string) {
  const snapshots = [{ seriesId, period, numerator: "7", denominator: "400" }];
  return logSnapshots(ctx, { snapshots, source: "shop system" });
}

describe("revisionDigest", () => {
  it("is the SHA-256 of a line for each period", () => {
    const rows = [
      { period: "2026-W01", revision: 1, numerator: "12", denominator: "340" },
      { period: "2026-W02", revision: 3, numerator: "0.5", denominator: "1" },
    ];
    const text = "2026-W01:1:12:340\n2026-W02:3:0.5:1\n";
    expect(revisionDigest(rows)).toBe(createHash("sha256").update(text).digest("hex"));
  });
});

describeOnEveryDatabase("draftBaseline", (open) => {
  it("stands on the mature periods before the start, as far as the ladder lets it", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 30);
    const draft = await draftBaseline(ctx, { seriesId, interventionStart });
    expect(draft).toMatchObject({
      preFrom: addPeriods(interventionStart, -30),
      preTo: "2026-W14",
      prePeriods: 30,
      design: "flat",
      rung: "half-year",
      status: "draft",
      digest: null,
    });
    const from = "2026-W10";
    expect(await draftBaseline(ctx, { seriesId, interventionStart, from })).toMatchObject({
      preFrom: from,
      prePeriods: 5,
      rung: "indicative",
    });
  });

  it("leaves out periods younger than the KPI's maturation window", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 10);
    // Conversions ripen: on the Sunday of 2026-W14 the youngest weeks are not ripe yet.
    const young = at(ctx, "2026-04-05T12:00:00.000Z");
    const draft = await draftBaseline(young, { seriesId, interventionStart });
    expect(draft.prePeriods).toBeLessThan(10);
    expect(draft.preTo).toBe(addPeriods("2026-W14", draft.prePeriods - 10));
  });

  it("is contaminated where an initiative on the series began before", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 30);
    const { initiativeId } = await makeInitiative(ctx);
    await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
    // The initiative began in week 15 itself: the weeks before are clean, those before week 20 are not.
    const clean = await draftBaseline(ctx, { seriesId, interventionStart });
    expect(clean.reasons.join(" ")).not.toContain("contaminated");
    await correct(ctx, seriesId, "2026-W15");
    const mixed = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W20" });
    expect(mixed.reasons.join(" ")).toContain("contaminated");
  });

  it("refuses a start that is no week of the series, and a pre-period that begins after it", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    for (const wrong of [
      { interventionStart: "2026-04" },
      { interventionStart: "2025-W53" },
      { interventionStart, from: "2026-W15" },
    ]) {
      await expect(draftBaseline(ctx, { seriesId, ...wrong })).rejects.toMatchObject({
        kind: "invalid-request",
      });
    }
  });
});

describeOnEveryDatabase("freezeBaseline", (open) => {
  it("keeps the digest of its revisions and says which of them were corrected since", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    await correct(ctx, seriesId, "2026-W14");
    const { baselineId } = await draftBaseline(ctx, { seriesId, interventionStart });
    const frozen = await freezeBaseline(colleague(ctx), { baselineId });
    const text = "2026-W12:1:22:400\n2026-W13:1:21:400\n2026-W14:2:7:400\n";
    expect(frozen).toMatchObject({
      status: "frozen",
      prePeriods: 3,
      digest: createHash("sha256").update(text).digest("hex"),
      frozenBy: "colleague",
      correctedSince: [],
    });
    await correct(at(ctx, later), seriesId, "2026-W13");
    const known = await getBaseline(ctx, { baselineId });
    expect(known).toEqual({ ...frozen, correctedSince: ["2026-W13"] });
  });

  it("is not disturbed by late rows of periods that were too young to be in it", async () => {
    // On the Sunday of week 14 that week still fills up: a conversion may come a week after the visit.
    const young = at(await openLedger(open), "2026-04-05T12:00:00.000Z");
    const seriesId = await makeSeriesWithHistory(young, 10);
    const { rows } = await listSnapshots(young, { seriesId });
    expect(rows.filter(({ mature }) => !mature).map(({ period }) => period)).toEqual(["2026-W14"]);
    expect(rows.at(-1)).toMatchObject({ maturesOn: "2026-04-12", numerator: "20" });
    const { baselineId } = await freezeBaseline(
      colleague(young),
      await draftBaseline(young, { seriesId, interventionStart }),
    );
    const week = at(young, "2026-04-13T12:00:00.000Z");
    await correct(week, seriesId, "2026-W14");
    expect(await getBaseline(week, { baselineId })).toMatchObject({
      preTo: "2026-W13",
      prePeriods: 9,
      correctedSince: [],
    });
    const known = await listSnapshots(week, { seriesId, from: "2026-W14", asOf: rows.at(-1)?.recordedAt });
    expect(known.rows[0]).toMatchObject({ revision: 1, numerator: "20" });
    const { rows: now } = await listSnapshots(week, { seriesId, from: "2026-W14" });
    expect(now[0]).toMatchObject({ revision: 2, mature: true });
    // A row of a period that it does stand on is told.
    await correct(week, seriesId, "2026-W13");
    expect((await getBaseline(week, { baselineId })).correctedSince).toEqual(["2026-W13"]);
  });

  it("refuses to freeze nothing, and twice", async () => {
    const ctx = await openLedger(open);
    const empty = await makeSeriesWithHistory(ctx, 0, "New");
    const nothing = await draftBaseline(ctx, { seriesId: empty, interventionStart });
    expect(nothing).toMatchObject({ prePeriods: 0, rung: "none" });
    await expect(freezeBaseline(colleague(ctx), nothing)).rejects.toMatchObject({ kind: "invalid-request" });
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    const draft = await draftBaseline(ctx, { seriesId, interventionStart });
    await freezeBaseline(colleague(ctx), draft);
    await expect(freezeBaseline(colleague(ctx), draft)).rejects.toMatchObject({ kind: "baseline-frozen" });
  });

  it("asks for another draft where what was logged since puts it on another rung", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 6);
    await correct(ctx, seriesId, addPeriods(interventionStart, -9));
    const draft = await draftBaseline(ctx, { seriesId, interventionStart });
    expect(draft).toMatchObject({ prePeriods: 7, rung: "indicative" });
    await correct(ctx, seriesId, addPeriods(interventionStart, -8));
    await expect(freezeBaseline(colleague(ctx), draft)).rejects.toMatchObject({ kind: "conflict" });
    const again = await draftBaseline(ctx, { seriesId, interventionStart });
    expect(await freezeBaseline(colleague(ctx), again)).toMatchObject({ prePeriods: 8, rung: "short" });
  });

  it("supersedes the frozen baseline of the same start and moves its benefits", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    const { initiativeId } = await makeInitiative(ctx);
    const first = await freezeBaseline(
      colleague(ctx),
      await draftBaseline(ctx, { seriesId, interventionStart }),
    );
    const otherStart = { seriesId, interventionStart: "2026-W14" };
    await freezeBaseline(colleague(ctx), await draftBaseline(ctx, otherStart));
    const { baselineId } = first;
    await addBenefit(ctx, { initiativeId, seriesId, baselineId, assumptions: {} });
    await correct(ctx, seriesId, "2026-W14");
    const second = await freezeBaseline(
      colleague(ctx),
      await draftBaseline(ctx, { seriesId, interventionStart }),
    );
    const { rows } = await listBaselines(ctx, { seriesId });
    expect(rows.map(({ interventionStart: start, status }) => [start, status])).toEqual([
      ["2026-W15", "superseded"],
      ["2026-W14", "frozen"],
      ["2026-W15", "frozen"],
    ]);
    const benefits = (await listBenefits(ctx, { initiativeId })).rows;
    expect(benefits).toMatchObject([{ baselineId: second.baselineId, version: 2 }]);
    const onOld = addBenefit(ctx, { initiativeId, seriesId, baselineId, assumptions: {} });
    await expect(onOld).rejects.toThrow("superseded");
  });
});
