import { NewBusinessCase } from "@liftledger/contracts/business-case";
import { caseActualFigureId } from "@liftledger/contracts/case-actual-figure-id";
import { CaseActualsQuery } from "@liftledger/contracts/case-actuals";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { exampleCasePlan } from "../testing/example-case.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { createCase } from "./create-case.ts";
import { getCaseActuals } from "./get-case-actuals.ts";
import { evaluateCaseVersion } from "./evaluate-case-version.ts";
import { setCaseSettings } from "./set-case-settings.ts";
import type { CasePlace } from "./open-case.ts";

const constant = (value: string) => [{ from: 0, value }];

/** Of an initiative that is measured since 2026-W15: 10 more orders of 50 in 1,600 visits a month, 500 of licences. */
async function makeMeasuredCase(ctx: Context, currency = "EUR") {
  const made = await makeValuedInitiative(ctx);
  const plan = exampleCasePlan();
  const [orders] = plan.benefits;
  if (orders === undefined || orders.value.kind !== "factors") throw new Error("the example has factors");
  const value = {
    ...orders.value,
    lift: constant("0.01"),
    volume: constant("1600"),
    attribution: constant("0.8"),
  };
  const wanted = NewBusinessCase.parse({
    initiativeId: made.initiativeId,
    name: "Scored leads",
    plan: {
      ...plan,
      currency,
      start: "2026-04",
      period: "month",
      horizon: 12,
      budgetRates: currency === "EUR" ? [] : [{ from: "EUR", rate: "1.2", lockedOn: "2026-04-01" }],
      benefits: [{ ...orders, benefitId: made.benefitId, value, currency: "EUR" }],
      costs: plan.costs.map((line) => ({ ...line, currency: "EUR", amount: constant("500") })),
    },
  });
  const { caseId, number } = await createCase(ctx, wanted);
  return { ...made, caseId, number };
}

const actuals = (ctx: Context, place: CasePlace, asked: object = {}) =>
  getCaseActuals(ctx, { ...place, ...CaseActualsQuery.parse(asked) });

/** Every figure that the comparison shows, by its id. */
function shownFigures({
  comparison,
}: Awaited<ReturnType<typeof getCaseActuals>>): [string, string | number][] {
  if (comparison.kind === "no-comparison") throw new Error(comparison.reason);
  const { toDate, forecast, coverage, rows, byPeriod, figureIds: whole } = comparison;
  const figures: [string, string | number | null][] = [
    [whole.plan, toDate.plan],
    [whole.actual, toDate.actual],
    [whole.difference, subtractDecimals(toDate.actual, toDate.plan)],
    [whole.remaining, forecast.remainingPlan],
    [whole.forecast, forecast.total],
    [whole.costsKnown, coverage.costs.share],
    [whole.benefitsKnown, coverage.benefits.share],
    ...toDate.bars.map(({ figureId, amount }): [string, string] => [figureId, amount]),
    ...rows.flatMap((row): [string, string][] => [
      [row.figureIds.plan, row.plan],
      [row.figureIds.actual, row.actual],
      [row.figureIds.difference, row.variance],
      [row.figureIds.remaining, row.forecast.remainingPlan],
      [row.figureIds.forecast, row.forecast.total],
    ]),
    ...byPeriod.flatMap((month): [string, string | null][] => [
      [month.figureIds.plan, month.plan],
      [month.figureIds.actual, month.actual],
    ]),
  ];
  return figures.filter((figure): figure is [string, string | number] => figure[1] !== null);
}

describeOnEveryDatabase("a version against what came of it", (open) => {
  it("explains every figure it shows by its id, down to rows, assumptions and rates", async () => {
    const ctx = await openLedger(open);
    const place = await makeMeasuredCase(ctx, "CHF");
    await addExchangeRates(ctx, {
      rates: [{ from: "CHF", date: "2026-03-31", rate: "0.8", source: "bank" }],
    } as never);
    const now = at(ctx, secondAfter(ctx));
    const sources: string[] = [];
    for (const basis of ["cash", "all"]) {
      const found = await actuals(now, place, { basis });
      for (const [figureId, shown] of shownFigures(found)) {
        const { figure, tree } = await explainFigure(now, { figureId });
        expect({
          figureId,
          value: Number(figure.value).toFixed(typeof shown === "number" ? 10 : 6),
          again: evaluateExplanation(tree),
          clocks: [figure.until, figure.asOf],
        }).toEqual({
          figureId,
          value: Number(shown).toFixed(typeof shown === "number" ? 10 : 6),
          again: figure.value,
          clocks: [found.until, found.asOf],
        });
        sources.push(JSON.stringify(tree));
      }
    }
    const all = sources.join(" ");
    expect(all).toContain('"text":"shop system, revision 1"');
    expect(all).toContain('"period":"2026-W18"');
    expect(all).toContain("exchange rate of 2026-03-31, bank");
    expect(all).toContain("budget rate, locked on 2026-04-01");
    expect(all).toContain("version 1, approved by Grace");
    expect(all).toContain('"costLineId"');
    const base = { caseId: place.caseId, number: place.number, basis: "cash" } as const;
    const unknown = caseActualFigureId(base, { of: "bar", cause: "other", part: null });
    await expect(explainFigure(now, { figureId: unknown })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("compares months that are whole, names what is missing, and bridges to the minor unit", async () => {
    const ctx = await openLedger(open);
    const place = await makeMeasuredCase(ctx);
    const { comparison, unknown, until, basis } = await actuals(ctx, place);
    if (comparison.kind === "no-comparison") throw new Error(comparison.reason);
    expect([unknown, until, basis]).toEqual([[], "2026-06-24", "cash"]);
    expect(comparison.elapsed).toEqual(["Start", "2026-04", "2026-05"]);
    // The claim begins on 6 April; licences of 400 in both months against 500; nothing was spent on connecting it.
    expect(comparison.rows).toMatchObject([
      { kind: "benefit", name: "More orders", owners: ["Ada Vance"], missing: [] },
      { kind: "cost", name: "Licences", plan: "-1000.00", actual: "-800.00", variance: "200.00" },
      { kind: "cost", name: "Integration", plan: "-500.00", actual: "0.00" },
    ]);
    const { plan, actual, bars } = comparison.toDate;
    expect(sumDecimals([plan, ...bars.map(({ amount }) => amount)])).toBe(sumDecimals([actual]));
    expect(bars.map(({ cause }) => cause)).toContain("lift");
    const { total, remainingPlan, isWithoutMissing } = comparison.forecast;
    expect(sumDecimals([actual, remainingPlan])).toBe(sumDecimals([total]));
    expect(isWithoutMissing).toBe(true);
  });

  it("stays as it was known at an instant, and never takes plan for what is missing", async () => {
    const ctx = await openLedger(open);
    const place = await makeMeasuredCase(ctx);
    const asOf = secondAfter(ctx);
    const before = await actuals(at(ctx, asOf), place, { asOf, until: "2026-06-24" });
    const later = at(ctx, "2026-07-02T09:00:00.000Z");
    const line = { category: "training", month: "2026-05", amount: "70", currency: "EUR", kind: "actual" };
    await addCostLines(later, {
      initiativeId: place.initiativeId,
      costLines: [{ ...line, source: "ledger" } as never],
    });
    expect(await actuals(later, place, { asOf, until: "2026-06-24" })).toEqual(before);
    const after = await actuals(later, place);
    if (after.comparison.kind === "no-comparison") throw new Error(after.comparison.reason);
    // June has ended, and nobody has booked anything for it.
    expect(after.comparison.coverage.costs).toEqual({ share: expect.any(Number), missing: ["2026-06"] });
    expect(after.comparison.rows).toContainEqual(
      expect.objectContaining({ name: "Training", lineIds: [], plan: "0.00", actual: "-70.00" }),
    );
  });

  it("shows the same numbers in a year, whatever was corrected, booked and set since", async () => {
    const ctx = await openLedger(open);
    const place = await makeMeasuredCase(ctx);
    const asOf = secondAfter(ctx);
    const address = { asOf, until: "2026-06-24" };
    const before = await actuals(at(ctx, asOf), place, address);
    const evaluated = await evaluateCaseVersion(at(ctx, asOf), place);
    const figures = shownFigures(before).map(([figureId]) => figureId);
    const explain = async (now: Context) => {
      const found = [];
      for (const figureId of figures) found.push(await explainFigure(now, { figureId, ...address }));
      return found;
    };
    const explained = await explain(at(ctx, asOf));
    const year = at(ctx, "2027-06-24T12:00:00.000Z");
    await logSnapshots(year, {
      snapshots: [{ seriesId: place.seriesId, period: "2026-W18", numerator: "55", denominator: "400" }],
      source: "shop system",
    });
    const rules = { discountRate: { annual: "0.2", prices: "nominal" }, source: "Board paper" } as const;
    await setCaseSettings(year, {
      ...rules,
      version: 0,
      twoSignaturesFrom: null,
      onePageBelow: null,
      approvedBy: "Grace",
    });
    const line = { category: "licences", month: "2026-05", amount: "999", currency: "EUR", kind: "actual" };
    await addCostLines(year, {
      initiativeId: place.initiativeId,
      costLines: [{ ...line, source: "an invoice found late" } as never],
    });
    const later = at(year, secondAfter(year));
    expect(await actuals(later, place, address)).toEqual(before);
    expect(await evaluateCaseVersion(later, place)).toEqual(evaluated);
    expect(await explain(later)).toEqual(explained);
    // As it is known now the same day came to something else, so that what stood still is the link and not the data.
    const now = await actuals(later, place, { until: "2026-06-24" });
    if (now.comparison.kind === "no-comparison" || before.comparison.kind === "no-comparison")
      throw new Error("both sides are known");
    const costs = (rows: typeof now.comparison.rows) => rows.find(({ name }) => name === "Licences")?.actual;
    expect([costs(before.comparison.rows), costs(now.comparison.rows)]).toEqual(["-800.00", "-1799.00"]);
    expect(now.comparison.rows[0]?.actual).not.toBe(before.comparison.rows[0]?.actual);
  });

  it("converts by the rates of the ledger, with a bar for what they did, or says which is missing", async () => {
    const ctx = await openLedger(open);
    const place = await makeMeasuredCase(ctx, "CHF");
    expect((await actuals(ctx, place)).comparison).toEqual({
      kind: "no-comparison",
      reason: "There is no exchange rate from CHF to EUR on or before 2026-04-30: finance adds one.",
    });
    await addExchangeRates(ctx, {
      rates: [{ from: "CHF", date: "2026-03-31", rate: "0.8", source: "bank" }],
    } as never);
    const { comparison } = await actuals(at(ctx, secondAfter(ctx)), place);
    if (comparison.kind === "no-comparison") throw new Error(comparison.reason);
    // 800 euros: 1,000 francs at the market, 960 at the locked rate.
    expect(comparison.toDate.bars).toContainEqual(
      expect.objectContaining({ cause: "cost-exchange", amount: "-40.00" }),
    );
  });

  it("says of a line without a measured benefit what to do", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const plan = { ...exampleCasePlan(), start: "2026-04" };
    const made = await createCase(ctx, { initiativeId, name: "Scored leads", plan });
    const { unknown, comparison } = await actuals(ctx, made);
    expect(unknown).toMatchObject([
      { lineId: "more-orders", reason: expect.stringContaining("bound to it") },
    ]);
    expect(comparison).toMatchObject({ kind: "comparison", coverage: { benefits: { share: 0 } } });
  });
});
