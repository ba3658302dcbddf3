import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { withdrawBenefit } from "../benefits/withdraw-benefit.ts";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { freshPortfolio, getPortfolio } from "../evaluation/get-portfolio.ts";
import { checkLedger } from "../maintenance/check-ledger.ts";
import { createSeries } from "../series/create-series.ts";
import { getSeriesQuality } from "../series/get-series-quality.ts";
import { retireSeries } from "../series/retire-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import {
  comparedStart as interventionStart,
  freezeCompared,
  makeComparedInitiative,
  makeMovingSeries,
} from "../testing/compared-initiative.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, colleague, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { createValuePool } from "../value-pools/create-value-pool.ts";
import { draftBaseline } from "./draft-baseline.ts";
import { freezeBaseline } from "./freeze-baseline.ts";
import { getBaseline } from "./get-baseline.ts";
import { listControlCandidates } from "./list-control-candidates.ts";
import { previewBaseline } from "./preview-baseline.ts";
import { unfreezeBaseline } from "./unfreeze-baseline.ts";

const north = "Conversion rate (North)";

async function benefitOf(ctx: Context, initiativeId: string, asOf?: string) {
  const [benefit] = (await evaluateInitiative(ctx, { initiativeId, asOf })).benefits;
  if (benefit === undefined) throw new Error("there is no benefit");
  return benefit;
}

/** A benefit that stands on a frozen baseline compared with North. */
async function openCompared(open: Parameters<Parameters<typeof describeOnEveryDatabase>[1]>[0]) {
  const ctx = await openLedger(open);
  const made = await makeComparedInitiative(ctx);
  const { benefitId } = made;
  const { baselineId } = await freezeCompared(ctx, made, [made.northId]);
  await changeBenefit(ctx, { benefitId, version: 1, baselineId });
  return { ctx, ...made, baselineId };
}

const correct = (ctx: Context, seriesId: string, period: string, numerator = "31") =>
  logSnapshots(ctx, {
    snapshots: [{ seriesId, period, numerator, denominator: "400" }],
    source: "shop system",
  });

describeOnEveryDatabase("a baseline that is compared with another series", (open) => {
  it("is named where the other series is looked at, from its draft until it is unfrozen", async () => {
    const ctx = await openLedger(open);
    const made = await makeComparedInitiative(ctx);
    const { benefitId, initiativeId, northId, seriesId } = made;
    const comparedBy = async (now: Context, id: string, asOf = now.now) =>
      (await getSeriesQuality(now, { seriesId: id, asOf })).comparedBy;
    expect(await comparedBy(ctx, northId)).toEqual([]);
    const { baselineId } = await freezeCompared(ctx, made, [northId]);
    await changeBenefit(ctx, { benefitId, version: 1, baselineId });
    const then = at(ctx, secondAfter(ctx));
    const found = { kpiName: "Conversion rate", scope: "South", benefitId, initiativeId };
    const frozen = [{ baselineId, status: "frozen", ...found, initiative: "South" }];
    expect(await comparedBy(then, northId)).toEqual(frozen);
    expect(await comparedBy(then, seriesId)).toEqual([]);
    expect(await comparedBy(then, northId, "2020-01-01T00:00:00.000Z")).toEqual([]);
    const later = at(ctx, secondAfter(then));
    const { version } = await getBaseline(later, { baselineId });
    const reason = "North had a price change";
    const draft = await unfreezeBaseline(later, { baselineId, version, reason });
    expect(await comparedBy(at(ctx, secondAfter(later)), northId)).toEqual([
      { ...frozen[0], baselineId: draft.baselineId, status: "draft" },
    ]);
    expect(await comparedBy(later, northId, then.now)).toEqual(frozen);
  });

  it("takes out what moved both, and is known by comparison; the preview says so to the digit", async () => {
    const ctx = await openLedger(open);
    const { benefitId, initiativeId, seriesId, northId } = await makeComparedInitiative(ctx);
    const alone = await previewBaseline(ctx, { benefitId, interventionStart });
    const shown = await previewBaseline(ctx, { benefitId, interventionStart, controlSeriesIds: northId });
    // Ten weeks of 10 more each, of which 8 came about in North as well.
    expect(alone.proposed.incrementalUnits?.value).toBeGreaterThan(80);
    expect(shown.proposed.incrementalUnits?.value).toBeGreaterThan(10);
    expect(shown.proposed.incrementalUnits?.value).toBeLessThan(30);
    expect(alone.proposed).toMatchObject({ grade: "D", controls: [] });
    expect(shown.proposed).toMatchObject({ grade: "B", controls: [{ name: north, use: "weighed" }] });
    expect(shown.proposed.controls[0]?.points).toHaveLength(40);
    expect(shown.reasons).toContain(
      `What moves ${north} as well is taken out: a control series the initiative does not touch.`,
    );

    const frozen = await freezeCompared(ctx, { seriesId }, [northId]);
    expect(frozen).toMatchObject({
      design: "composed",
      controlMethod: null,
      controls: [{ seriesId: northId, name: north, use: "weighed", correctedSince: [] }],
    });
    await changeBenefit(ctx, { benefitId, version: 1, baselineId: frozen.baselineId });
    const after = await benefitOf(ctx, initiativeId);
    for (const figure of ["points", "incrementalUnits", "grade", "gradeReasons", "controls"] as const) {
      expect([figure, after[figure]]).toEqual([figure, shown.proposed[figure]]);
    }
  });

  it("subtracts the movement of the first as it is where that was asked, or where there is too little to weigh by", async () => {
    const ctx = await openLedger(open);
    const { seriesId, northId } = await makeComparedInitiative(ctx);
    const westId = await makeMovingSeries(ctx, "West");
    const both = { seriesId, interventionStart, controlSeriesIds: [westId, northId] };
    const asked = await draftBaseline(ctx, { ...both, controlMethod: "subtract" });
    expect(asked.controls.map(({ use }) => use)).toEqual(["subtracted", "left-out"]);
    const short = await draftBaseline(ctx, { ...both, from: "2026-W05" });
    expect(short).toMatchObject({ rung: "short", controlMethod: null });
    expect(short.controls.map(({ use }) => use)).toEqual(["subtracted", "left-out"]);
    const weighed = await draftBaseline(ctx, both);
    expect(weighed.controls.map(({ use }) => use)).toEqual(["weighed", "weighed"]);
    // What is left out is neither frozen nor weighed: its corrections disturb nothing.
    const frozen = await freezeBaseline(colleague(ctx), asked);
    await correct(ctx, northId, "2026-W10");
    await correct(ctx, westId, "2026-W11");
    const { controls } = await getBaseline(ctx, frozen);
    expect(controls.map(({ correctedSince }) => correctedSince)).toEqual([["2026-W11"], []]);
  });

  it("stands on the revisions it froze of both, tells of a correction, and proves both by its digest", async () => {
    const { ctx, initiativeId, northId, baselineId } = await openCompared(open);
    const asOf = secondAfter(ctx);
    const before = await benefitOf(ctx, initiativeId);
    const later = at(ctx, secondAfter(at(ctx, asOf)));
    await correct(later, northId, "2026-W10");
    const disturbed = await benefitOf(later, initiativeId);
    expect(disturbed.baseline?.controls[0]?.correctedSince).toEqual(["2026-W10"]);
    expect(disturbed.incrementalUnits).toEqual(before.incrementalUnits);
    expect((await benefitOf(later, initiativeId, asOf)).baseline?.controls[0]?.correctedSince).toEqual([]);
    expect((await checkLedger(ctx.db)).faults).toEqual([]);
    await ctx.db.write
      .updateTable("baseline_control_snapshots")
      .set({ revision: 2 })
      .where("period", "=", "2026-W10")
      .execute();
    expect((await checkLedger(ctx.db)).faults).toEqual([
      { place: `baseline ${baselineId} of default`, message: expect.stringContaining("digest") },
    ]);
  });

  it("moves with what is logged of the other since the start, in the portfolio as well, and waits for it", async () => {
    const { ctx, initiativeId, seriesId, northId } = await openCompared(open);
    await getPortfolio(ctx, {});
    const before = await benefitOf(ctx, initiativeId);
    await correct(ctx, northId, "2026-W20", "70");
    const after = await benefitOf(ctx, initiativeId);
    expect(after.incrementalUnits?.value).toBeLessThan(before.incrementalUnits?.value ?? 0);
    expect(await getPortfolio(ctx, {})).toEqual(await freshPortfolio(ctx, {}));
    await correct(at(ctx, "2026-07-01T12:00:00.000Z"), seriesId, "2026-W25", "55");
    const ahead = await benefitOf(at(ctx, "2026-07-10T12:00:00.000Z"), initiativeId);
    expect(ahead.controls[0]?.waiting).toEqual(["2026-W25"]);
    expect(ahead.maturePeriods).toBe(10);
  });

  it("is explained down to the rows of the other", async () => {
    const { ctx, initiativeId, northId } = await openCompared(open);
    const { figureId = "" } = (await benefitOf(ctx, initiativeId)).measuredValue ?? {};
    const text = JSON.stringify(await explainFigure(ctx, { figureId }));
    expect(text).toContain(`"seriesId":"${northId}"`);
    expect(text).toContain(` of ${north}, 2026-W10`);
    expect(text).toContain(`"series":"${north}"`);
  });

  it("is D at best from when an initiative claims the other itself", async () => {
    const { ctx, initiativeId, northId } = await openCompared(open);
    const asOf = secondAfter(ctx);
    const { initiativeId: otherId } = await makeInitiative(
      at(ctx, secondAfter(at(ctx, asOf))),
      "Northern lights",
    );
    const later = at(ctx, "2026-06-24T14:00:00.000Z");
    const { benefitId } = await addBenefit(later, {
      initiativeId: otherId,
      seriesId: northId,
      assumptions: {},
    });
    const touched = await benefitOf(later, initiativeId);
    expect(touched.grade).toBe("D");
    expect(touched.gradeReasons.join(" ")).toContain(`An initiative claims ${north} itself`);
    expect(await getPortfolio(later, {})).toEqual(await freshPortfolio(later, {}));
    expect((await benefitOf(later, initiativeId, asOf)).grade).toBe("B");
    await withdrawBenefit(later, { benefitId, version: 1, reason: "claimed by mistake" });
    expect((await benefitOf(later, initiativeId)).grade).toBe("B");
  });

  it("is unfrozen with what it was compared with, less what an initiative claims by now", async () => {
    const { ctx, seriesId, northId } = await openCompared(open);
    const westId = await makeMovingSeries(ctx, "West");
    const frozen = await freezeCompared(ctx, { seriesId }, [westId, northId]);
    const { initiativeId } = await makeInitiative(ctx, "Northern lights");
    await addBenefit(ctx, { initiativeId, seriesId: northId, assumptions: {} });
    const { version, baselineId } = frozen;
    const redraft = await unfreezeBaseline(ctx, { baselineId, version, reason: "Another look" });
    expect(redraft.controls.map((control) => control.seriesId)).toEqual([westId]);
  });

  it("keeps the other from being retired while it is compared with it", async () => {
    const { ctx, northId } = await openCompared(open);
    await expect(
      retireSeries(ctx, { seriesId: northId, version: 1, reason: "counted elsewhere" }),
    ).rejects.toThrow("South");
  });
});

describeOnEveryDatabase("listControlCandidates", (open) => {
  it("offers what fits, the likest first, and says of the rest why it does not", async () => {
    const ctx = await openLedger(open);
    const { benefitId, seriesId, northId } = await makeComparedInitiative(ctx);
    const claimedId = await makeMovingSeries(ctx, "Claimed");
    const { initiativeId } = await makeInitiative(ctx, "Northern lights");
    await addBenefit(ctx, { initiativeId, seriesId: claimedId, assumptions: {} });
    const sameMoneyId = await makeMovingSeries(ctx, "South and west");
    await createValuePool(ctx, {
      name: "Conversions",
      series: [
        { seriesId, segment: ["South"] },
        { seriesId: sameMoneyId, segment: [] },
      ],
      kpiKeys: [],
    });
    const retiredId = await makeMovingSeries(ctx, "Retired");
    await retireSeries(ctx, { seriesId: retiredId, version: 1, reason: "counted elsewhere" });
    const { seriesId: shortId } = await createSeries(ctx, {
      kpiKey: "conversion-rate",
      scope: "Begun lately",
    });
    await correct(ctx, shortId, "2026-W14");
    const { rows } = await listControlCandidates(ctx, { benefitId, interventionStart, limit: 100 });
    expect(rows.map(({ name, fits, reason }) => [name, fits, reason])).toEqual([
      [north, true, null],
      [
        "Conversion rate (Begun lately)",
        false,
        expect.stringContaining("2025-W37, 2025-W38, 2025-W39, 2025-W40 and 25 more"),
      ],
      ["Conversion rate (Claimed)", false, expect.stringContaining("Northern lights claims it")],
      ["Conversion rate (Retired)", false, expect.stringContaining("retired")],
      [
        "Conversion rate (South and west)",
        false,
        expect.stringContaining("same money as this one (Conversions)"),
      ],
    ]);
    expect(rows[0]?.movesTogether).toBeGreaterThan(0.9);
    // A narrow window has the one week that is there.
    const narrow = { interventionStart, from: "2026-W14" };
    const again = await listControlCandidates(ctx, { benefitId, ...narrow, limit: 100 });
    expect(again.rows.find((row) => row.seriesId === shortId)).toMatchObject({ fits: true });
    for (const id of [claimedId, sameMoneyId, retiredId, shortId, seriesId]) {
      await expect(
        draftBaseline(ctx, { seriesId, interventionStart, controlSeriesIds: [northId, id] }),
      ).rejects.toMatchObject({
        kind: "invalid-request",
        details: [{ field: "controlSeriesIds", seen: id }],
      });
    }
  });

  it("offers another KPI to be weighed, and not to be subtracted", async () => {
    const ctx = await openLedger(open);
    const { benefitId } = await makeComparedInitiative(ctx);
    const visitsId = await makeMovingSeries(ctx, "North", { kpiKey: "customer-acquisition-cost" });
    const of = async (query: object) => {
      const { rows } = await listControlCandidates(ctx, {
        benefitId,
        interventionStart,
        limit: 100,
        ...query,
      });
      return rows.find((row) => row.seriesId === visitsId);
    };
    expect(await of({})).toMatchObject({ fits: true });
    const refused = { fits: false, reason: expect.stringContaining("needs the same KPI") };
    expect(await of({ controlMethod: "subtract" })).toMatchObject(refused);
    expect(await of({ from: "2026-W05" })).toMatchObject(refused);
  });
});
