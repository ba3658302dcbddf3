import { NewHoldOut } from "@liftledger/contracts/hold-out";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation, type Explanation } from "@liftledger/roi/explanation";
import { addPeriods } from "@liftledger/kpis/period";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { onlyRow } from "../only-row.ts";
import { closePeriod } from "../periods/close-period.ts";
import { reopenPeriod } from "../periods/reopen-period.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { addHoldOut } from "./add-hold-out.ts";
import { changeHoldOut } from "./change-hold-out.ts";
import { getHoldOut } from "./get-hold-out.ts";
import { listHoldOutRevisions } from "./list-hold-out-revisions.ts";
import { listHoldOuts } from "./list-hold-outs.ts";
import { retractHoldOut } from "./retract-hold-out.ts";

/** 12% of a thousand against 10% of a thousand: two points more. */
const twoPoints = (treated = 1000, converted = "120") =>
  NewHoldOut.parse({
    kind: "proportion",
    treated: { units: treated, sum: converted },
    heldOut: { units: 1000, sum: "100" },
    startedOn: "2026-04-06",
    endedOn: "2026-05-31",
    treatedShare: "1",
    source: "A/B test",
  });

const minutes = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

/** An initiative since 2026-W15 without a history: 30 conversions of 400 visits in 11 weeks, and costs in two months. */
async function makeTested(ctx: Context) {
  const { initiativeId } = await makeInitiative(ctx);
  const seriesId = await makeSeriesWithHistory(ctx, 0);
  const snapshots = Array.from({ length: 11 }, (_, week) => ({
    seriesId,
    period: addPeriods("2026-W15", week),
    numerator: "30",
    denominator: "400",
  }));
  await logSnapshots(ctx, { snapshots, source: "shop system" });
  const realisation = { accepted: "0", redeployed: "0", cashed: "1" };
  const assumptions = { unitValue: "50", attribution: "0.8", confidence: "1", realisation };
  const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions });
  const cost = {
    category: "licences",
    amount: "400",
    currency: "EUR",
    kind: "actual",
    source: "ledger",
  } as const;
  await addCostLines(ctx, {
    initiativeId,
    costLines: ["2026-04", "2026-05"].map((month) => ({ ...cost, month })),
  });
  return { initiativeId, benefitId };
}

async function benefitOf(ctx: Context, initiativeId: string, asOf?: string) {
  return onlyRow((await evaluateInitiative(ctx, { initiativeId, asOf })).benefits);
}

function leaves(tree: Explanation): Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap(leaves);
}

describeOnEveryDatabase("addHoldOut", (open) => {
  it("gives a benefit its lift, with grade A, down to the revision of the hold-out", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, benefitId } = await makeTested(ctx);
    const before = await benefitOf(ctx, initiativeId);
    const { asOf } = await getPortfolio(ctx, {});
    expect((await getPortfolio(ctx, {})).rows[0]?.grade).toBeNull();

    const now = minutes(ctx, 1);
    const { holdOutId, result } = await addHoldOut(now, { benefitId, ...twoPoints() });
    expect(result).toMatchObject({ method: "two-proportions", grade: "A", split: { asPlanned: true } });
    const after = await benefitOf(now, initiativeId);
    expect(after).toMatchObject({
      grade: "A",
      maturePeriods: 10,
      holdOut: { holdOutId, revision: 1, unitOfAnalysis: "visit" },
      // 0.02 on half the 400 visits of the 8 weeks of the test, and on all of the 2 after it.
      incrementalUnits: { value: 48 },
      // Seven of these weeks by the end of May, to which there are costs: each unit at 50 euros, of which 80% is ours.
      measuredValue: { value: "1120", grade: "A" },
    });
    // 30 of 400 less two points on what was treated; 48 over the 252 conversions that were to be expected.
    expect(after.expectedRatio).toBeCloseTo(0.063, 12);
    expect(after.relativeLift).toBeCloseTo(48 / 252, 12);
    expect(after.points[0]?.expected).toBeCloseTo(0.065, 12);
    expect(after.points[9]?.expected).toBeCloseTo(0.055, 12);
    expect(after.findings).toContain("2 points above");
    expect((await getPortfolio(now, {})).rows[0]?.grade).toBe("A");

    const { tree } = await explainFigure(now, { figureId: `benefit/${benefitId}/measured-value` });
    expect(evaluateExplanation(tree)).toBe(tree.value);
    const sources = leaves(tree).flatMap(({ source }) => (source?.holdOutId === undefined ? [] : [source]));
    expect(sources[0]).toMatchObject({ holdOutId, revision: 1, text: "hold-out, revision 1: A/B test" });

    expect(await benefitOf(now, initiativeId, asOf)).toEqual(before);
  });

  it("grades an arm that lost units D, and says so in plain words", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, benefitId } = await makeTested(ctx);
    const { result } = await addHoldOut(ctx, { benefitId, ...twoPoints(800, "96") });
    expect(result).toMatchObject({
      grade: "D",
      split: { asPlanned: false, sentence: expect.stringContaining("the arms cannot be compared") },
    });
    const { grade, gradeReasons } = await benefitOf(ctx, initiativeId);
    expect(grade).toBe("D");
    expect(gradeReasons[1]).toContain("do not have the sizes they were to have");
    const second = addHoldOut(ctx, { benefitId, ...twoPoints() });
    await expect(second).rejects.toMatchObject({ kind: "conflict", details: [{ field: "benefitId" }] });
  });
});

describeOnEveryDatabase("changeHoldOut", (open) => {
  it("makes a revision of what differs, and refuses what somebody else changed first", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, benefitId } = await makeTested(ctx);
    const { holdOutId } = await addHoldOut(ctx, { benefitId, ...twoPoints() });
    const next = minutes(ctx, 1);
    expect(await changeHoldOut(next, { holdOutId, version: 1, ...twoPoints() })).toMatchObject({
      revision: 1,
    });
    const better = twoPoints(1000, "130");
    expect(await changeHoldOut(next, { holdOutId, version: 1, ...better })).toMatchObject({ revision: 2 });
    const late = changeHoldOut(next, { holdOutId, version: 1, ...twoPoints(1000, "140") });
    await expect(late).rejects.toThrow(LostUpdateError);
    expect((await benefitOf(next, initiativeId)).incrementalUnits?.value).toBe(72);
    const known = await getHoldOut(next, { holdOutId, asOf: secondAfter(ctx) });
    expect(known).toMatchObject({ version: 1, treated: { sum: "120" } });
    const { rows } = await listHoldOutRevisions(next, { holdOutId });
    expect(rows.map(({ revision, treated }) => [revision, treated.sum])).toEqual([
      [1, "120"],
      [2, "130"],
    ]);
    expect((await listHoldOuts(next, { limit: 5, initiativeId })).rows).toMatchObject([{ revision: 2 }]);
  });

  it("moves no closed month, and neither does adding one or taking it back", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, benefitId } = await makeTested(ctx);
    const { holdOutId } = await addHoldOut(ctx, { benefitId, ...twoPoints() });
    await closePeriod(minutes(ctx, 1), { month: "2026-05" });
    const [later, next] = [minutes(ctx, 2), minutes(ctx, 3)];
    const moved = ["2026-04", "2026-05"].map((seen) => ({ field: "startedOn", seen }));
    const closed = { kind: "period-closed", details: moved };
    const worse = { holdOutId, version: 1, ...twoPoints(1000, "110") };
    await expect(changeHoldOut(later, worse)).rejects.toMatchObject(closed);
    await expect(retractHoldOut(later, { holdOutId })).rejects.toMatchObject(closed);
    await reopenPeriod(later, { month: "2026-05", reason: "The test was read wrongly" });
    await retractHoldOut(next, { holdOutId });
    await expect(getHoldOut(next, { holdOutId })).rejects.toThrow(NotFoundError);
    expect(await benefitOf(next, initiativeId)).toMatchObject({ holdOut: null, grade: null });
    expect(await benefitOf(next, initiativeId, secondAfter(ctx))).toMatchObject({
      holdOut: { retractedAt: null },
      grade: "A",
    });
    await closePeriod(next, { month: "2026-05" });
    const again = addHoldOut(minutes(ctx, 4), { benefitId, ...twoPoints() });
    await expect(again).rejects.toMatchObject(closed);
  });
});
