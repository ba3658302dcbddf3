import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { NotFoundError } from "@liftledger/database/errors";
import { sumDecimals } from "@liftledger/numerics/decimal";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { exampleInitiative, makeInitiative } from "../testing/example-initiative.ts";
import { at, colleague, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { explainFigure } from "./explain-figure.ts";
import { getPortfolio } from "./get-portfolio.ts";

const correctedAt = "2026-06-25T12:00:00.000Z";
const frozenAgainAt = "2026-06-26T12:00:00.000Z";

function correct(ctx: Context, seriesId: string, period: string, numerator: string) {
  const snapshots = [{ seriesId, period, numerator, denominator: "400" }];
  return logSnapshots(ctx, { snapshots, source: "shop system" });
}

describeOnEveryDatabase("evaluateInitiative", (open) => {
  it("values what had matured, and explains it down to the revisions that were logged", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const { figures, benefits, verdict, toDate, currency } = await evaluateInitiative(ctx, { initiativeId });
    // Weeks 15 to 24 have matured by 24 June (a week of maturation): 10 × 30 conversions.
    const [benefit] = benefits;
    expect(benefit?.maturePeriods).toBe(10);
    expect(benefit?.actualRatio).toBe(0.075);
    expect(benefit?.baseline).toMatchObject({ status: "frozen", prePeriods: 30, correctedSince: [] });
    expect([figures.cost.value, currency]).toEqual(["800", "EUR"]);
    expect(toDate.at(-1)?.value).toBe(figures.realisedValue.value);
    expect(["on-track", "above"]).toContain(verdict.status);
    const { tree } = await explainFigure(ctx, { figureId: figures.netRoi.figureId });
    expect(evaluateExplanation(tree as Parameters<typeof evaluateExplanation>[0])).toBe(figures.netRoi.value);
    expect(JSON.stringify(tree)).toContain('"text":"shop system, revision 1"');
    expect(JSON.stringify(tree)).toContain("version 1, approved by Grace");
  });

  it("gives last week's figures again although a row was corrected since", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx);
    const before = await evaluateInitiative(ctx, { initiativeId });
    const later = at(ctx, correctedAt);
    await correct(later, seriesId, "2026-W20", "5");
    const until = ctx.today;
    const corrected = await evaluateInitiative(later, { initiativeId, until });
    const asKnown = await evaluateInitiative(later, { initiativeId, until, asOf: before.asOf });
    expect(Number(corrected.figures.realisedValue.value)).toBeLessThan(
      Number(before.figures.realisedValue.value),
    );
    expect(asKnown).toEqual(before);
  });

  it("does not let a later cost, assumption or benefit reach back", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, benefitId, seriesId } = await makeValuedInitiative(ctx);
    const before = await evaluateInitiative(ctx, { initiativeId });
    const later = at(ctx, correctedAt);
    const line = { category: "people" as const, month: "2026-04", amount: "9000", currency: "EUR" };
    await addCostLines(later, { initiativeId, costLines: [{ ...line, kind: "actual", source: "late" }] });
    await changeBenefit(later, { benefitId, version: 1, assumptions: { attribution: "0.1" } });
    await addBenefit(later, { initiativeId, seriesId, assumptions: {} });
    await changeInitiative(later, {
      initiativeId,
      version: 1,
      phase: { phase: "scale", enteredOn: "2026-06-01", withoutGate: "As it was" },
    });
    const request = { initiativeId, until: ctx.today };
    const now = await evaluateInitiative(later, request);
    expect(now.figures.cost.value).toBe("9800");
    expect(now.initiative.phase).toBe("scale");
    const then = await evaluateInitiative(later, { ...request, asOf: before.asOf });
    expect(then.figures).toEqual(before.figures);
    expect(then.verdict).toEqual(before.verdict);
    expect(then.initiative.phase).toBe("pilots");
    expect(then.benefits).toHaveLength(1);
  });

  it("values at an earlier day by what had happened until then", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const now = await evaluateInitiative(ctx, { initiativeId });
    const until = "2026-05-10"; // Weeks 15 to 18 have matured; 10 of 31 days of May have passed.
    const then = await evaluateInitiative(ctx, { initiativeId, until });
    expect(then.benefits[0]?.maturePeriods).toBe(4);
    expect(then.verdict.headline).toBe("Too early: 4 of 8 weeks");
    expect(then.figures.cost.value).toBe("529.03"); // 400 + 400 × 10 / 31
    const point = now.toDate.find(({ lastDay }) => lastDay === until);
    expect(point?.value).toBe(then.figures.realisedValue.value);
    expect([point?.valueLow, point?.valueHigh]).toEqual([
      then.figures.realisedValue.interval?.low,
      then.figures.realisedValue.interval?.high,
    ]);
  });

  it("shows the phase of the valuation date, and its band", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const phase = { phase: "scale" as const, enteredOn: "2026-06-01", withoutGate: "As it was" };
    await changeInitiative(ctx, { initiativeId, version: 1, phase });
    const [now, then] = [
      await evaluateInitiative(ctx, { initiativeId }),
      await evaluateInitiative(ctx, { initiativeId, until: "2026-05-31" }),
    ];
    expect([now.initiative.phase, now.band?.phase]).toEqual(["scale", "scale"]);
    expect([then.initiative.phase, then.band?.phase]).toEqual(["pilots", "pilots"]);
    const portfolio = await getPortfolio(ctx, { until: "2026-05-31" });
    expect(portfolio.rows[0]?.phase).toBe("pilots");
  });

  it("stands on the revisions a baseline froze, and tells which were corrected since", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx);
    const request = { initiativeId, until: ctx.today };
    const before = await evaluateInitiative(ctx, request);
    await correct(ctx, seriesId, "2026-W10", "300");
    const after = await evaluateInitiative(ctx, request);
    const { asOf } = after;
    const figures = Object.entries(before.figures).map(([key, figure]) => [key, { ...figure, asOf }]);
    expect(after.figures).toEqual(Object.fromEntries(figures));
    expect(after.benefits[0]?.baseline?.correctedSince).toEqual(["2026-W10"]);
  });

  it("reads the baseline that was frozen then, although another took its place", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx);
    const before = await evaluateInitiative(ctx, { initiativeId });
    const later = at(ctx, correctedAt);
    await correct(later, seriesId, "2026-W10", "300");
    const again = at(ctx, frozenAgainAt);
    const draft = await draftBaseline(again, { seriesId, interventionStart: "2026-W15", from: "2026-W05" });
    await freezeBaseline(colleague(again), draft);
    const request = { initiativeId, until: ctx.today };
    const now = await evaluateInitiative(again, request);
    expect(now.benefits[0]?.baseline?.baselineId).toBe(draft.baselineId);
    const then = await evaluateInitiative(again, { ...request, asOf: before.asOf });
    expect(then.figures).toEqual(before.figures);
    expect(then.verdict).toEqual(before.verdict);
    // What was corrected under it is told from when that was known.
    const known = await evaluateInitiative(again, { ...request, asOf: secondAfter(later) });
    const corrected = [then, known].map(({ benefits }) => benefits[0]?.baseline?.correctedSince);
    expect(corrected).toEqual([[], ["2026-W10"]]);
  });

  it("grades D where another initiative worked on the series before the start", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx);
    expect((await evaluateInitiative(ctx, { initiativeId })).figures.netRoi.grade).toBe("D");
    const reasons = async () =>
      (await evaluateInitiative(ctx, { initiativeId })).benefits[0]?.gradeReasons.join(" ");
    expect(await reasons()).not.toContain("contaminated");
    const earlier = await createInitiative(ctx, {
      ...exampleInitiative,
      name: "Earlier",
      startedOn: "2026-03-02",
    });
    await addBenefit(ctx, { initiativeId: earlier.initiativeId, seriesId, assumptions: {} });
    expect(await reasons()).toContain("contaminated");
  });

  it("says what is missing of an initiative that was only stated", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const { headline, verdict, figures, breakEven } = await evaluateInitiative(ctx, { initiativeId });
    expect(headline).toBe("Lead scoring: no cost yet");
    expect(verdict.missing.map(({ rule }) => rule)).toEqual(["no-cost", "no-data"]);
    expect(figures.netRoi.reason).toBe("no cost has been logged, so there is no return on it");
    expect(breakEven.sentence).toMatch(/^No cost is recorded yet: /);
  });

  it("knows no initiative of another organisation, nor one stated later", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    await expect(evaluateInitiative(ctx, { initiativeId: "other" })).rejects.toThrow(/other/);
    const asOf = "2026-06-01T00:00:00.000Z";
    await expect(evaluateInitiative(ctx, { initiativeId, asOf })).rejects.toThrow(NotFoundError);
  });
});

describeOnEveryDatabase("getPortfolio", (open) => {
  it("adds up exactly the rows that were judged", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx, "Scoring");
    await makeValuedInitiative(ctx, "Chat");
    await makeInitiative(ctx, "Only stated");
    // An idea is not among those that could have been judged.
    await createInitiative(ctx, { ...exampleInitiative, name: "Idea", status: "candidate" });
    const { figures, rows, counts, subline, toDate } = await getPortfolio(ctx, {});
    const judged = rows.filter(({ verdict }) => verdict.probabilities !== null);
    expect(counts).toMatchObject({ initiatives: 4, candidates: 1, judged: 2 });
    expect(figures.realisedValue.value).toBe(sumDecimals(judged.map((row) => row.realisedValue.value ?? "")));
    expect(figures.cost.value).toBe("1600");
    const net = Number(figures.realisedValue.value) - 1600;
    expect(Number(figures.netRoi.value)).toBeCloseTo(net / 1600, 12);
    expect(toDate.at(-1)).toMatchObject({
      value: figures.realisedValue.value,
      valueLow: figures.realisedValue.interval?.low,
      valueHigh: figures.realisedValue.interval?.high,
    });
    expect(subline).toContain("2 of 3 begun initiatives judged.");
  });

  it("explains its figures by the initiatives in them", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx, "Scoring");
    const { figure, tree } = await explainFigure(ctx, { figureId: "portfolio/realised-value" });
    expect(tree.inputs.map(({ label }) => label)).toEqual(["Scoring"]);
    expect(evaluateExplanation(tree as Parameters<typeof evaluateExplanation>[0])).toBe(figure.value);
    const portfolio = await getPortfolio(ctx, {});
    const { asOf } = portfolio;
    const rates = Object.values(portfolio.funnel).flatMap((rate) =>
      typeof rate === "number" ? [] : (rate.figure ?? []),
    );
    expect(rates.length).toBeGreaterThan(0);
    for (const shown of [...Object.values(portfolio.figures), ...rates]) {
      const found = await explainFigure(ctx, { figureId: shown.figureId, asOf });
      expect(found.figure).toEqual(shown);
    }
    const all = await explainFigure(ctx, { figureId: "portfolio/net-roi-of-all" });
    expect(all.figure.label).toBe("Return over everything spent");
  });

  it("has sentences and no numbers while there is nothing", async () => {
    const ctx = await openLedger(open);
    const { headline, subline, rows, toDate, figures } = await getPortfolio(ctx, {});
    expect([headline, subline]).toEqual(["Nothing can be added up yet", "No initiative can be judged yet."]);
    expect([rows, toDate, figures.netRoi.value]).toEqual([[], [], null]);
  });
});

describeOnEveryDatabase("explainFigure", (open) => {
  it("explains every figure of a page by its id, each from its leaves", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, benefitId } = await makeValuedInitiative(ctx);
    const { figures, benefits, costs, breakEven } = await evaluateInitiative(ctx, { initiativeId });
    const [benefit] = benefits;
    const shown = [
      ...Object.values(figures),
      ...Object.values(benefit?.figures ?? {}),
      benefit?.measuredValue,
      benefit?.realisedValue,
      ...costs.flatMap((cost) => Object.values(cost.figures)),
    ];
    const inTheLine = breakEven.parts.flatMap(({ figureId }) => figureId ?? []);
    expect(inTheLine).toContain(`initiative/${initiativeId}/break-even-lift`);
    expect(breakEven.parts.map(({ text }) => text).join("")).toBe(breakEven.sentence);
    const ids = [...shown.flatMap((figure) => (figure ? [figure.figureId] : [])), ...inTheLine];
    // Fourteen of the initiative, eight of its benefit, three of its only category of cost; none without a value.
    expect(ids).toHaveLength(25 + inTheLine.length);
    expect(ids).toContain(`benefit/${benefitId}/chance-of-gain`);
    for (const figureId of ids) {
      const { figure, tree } = await explainFigure(ctx, { figureId });
      expect([figure.figureId, figure.value === null]).toEqual([figureId, false]);
      expect(evaluateExplanation(tree as Parameters<typeof evaluateExplanation>[0])).toBe(figure.value);
    }
  });

  it.each([
    "portfolio/none",
    "initiative/none/net-roi",
    "initiative/none/break-even-lift",
    "initiative/none/cost-licences",
    "initiative",
    "benefit/none/cost",
    "toString/cost/x",
  ])("knows no figure %s", async (figureId) => {
    const ctx = await openLedger(open);
    await expect(explainFigure(ctx, { figureId })).rejects.toThrow(/no .*(none|initiative|toString)/);
  });
});
