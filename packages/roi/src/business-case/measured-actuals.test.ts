import { MissingExchangeRateError } from "@liftledger/finance/exchange-rate";
import { sumDecimals } from "@liftledger/numerics/decimal";
import { describe, expect, it } from "vitest";
import type { CostInput } from "../cost-tree.ts";
import { evaluateBenefit } from "../evaluate-benefit.ts";
import { leadScoringPlan } from "../testing/example-case-plan.ts";
import { exampleAdoption } from "../testing/example-adoption.ts";
import { exampleBenefit, monthlyCosts } from "../testing/example-initiative.ts";
import { caseAgainstActual } from "./case-against-actual.ts";
import { costActuals } from "./cost-actuals.ts";
import { constantPath } from "./plan-path.ts";
import { measuredActuals, type MeasuredInitiative } from "./measured-actuals.ts";

const plan = { ...leadScoringPlan(), start: "2025-01", scenarios: [] };
const until = "2025-03-31";
const benefit = evaluateBenefit(exampleBenefit(), until);
const measured: MeasuredInitiative = {
  until,
  currency: "EUR",
  benefits: [benefit],
  costs: [...monthlyCosts("2024-12", [2_000_000]), ...monthlyCosts("2025-01", [900_000, 900_000, 900_000])],
};
const noRate = (month: string): never => {
  throw new MissingExchangeRateError("CHF", "EUR", `${month}-28`);
};
const repeatedUsers = (users: number, weeks: number) => Array.from({ length: weeks }, () => users);
/** One franc was worth 0.8 euros: an euro is 1.25 francs. */
const francs = () => "0.8";

function found(given = plan, initiative = measured, rateOf: (month: string) => string = noRate) {
  const answer = measuredActuals(given, initiative, "cash", rateOf);
  if (answer.kind === "no-actuals") throw new Error(answer.reason);
  return answer;
}

describe("measuredActuals", () => {
  it("takes the measured benefit that a line plans, and the cost ledger, month by month", () => {
    const { actuals, unknown } = found();
    expect(unknown).toEqual([]);
    expect(actuals.benefits.map(({ lineId, month, kind }) => [lineId, month, kind])).toEqual(
      ["2025-01", "2025-02", "2025-03"].map((month) => ["leads", month, "measured"]),
    );
    const answer = caseAgainstActual(plan, actuals);
    // 24 × 180 a month against 12,960 planned; 47,000 spent as planned: 12,960 − 47,000 = −34,040.
    expect(answer).toMatchObject({
      toDate: { plan: "-8120.00", actual: "-34040.00" },
      coverage: { costs: { share: 1 }, benefits: { share: 1 } },
    });
    if (answer.kind === "no-comparison") throw new Error(answer.reason);
    const bars = sumDecimals(answer.toDate.bars.map(({ amount }) => amount));
    expect(bars).toBe("-25920");
  });

  it("tells adoption apart from the lift where its series is logged and the line assumes one", () => {
    // 2024-W49 to 2025-W14 cover the three months; 40% of the people use it.
    const adoption = exampleAdoption(repeatedUsers(40, 18), { of: 100, to: "2025-W14" });
    const apart = found(plan, { ...measured, adoption });
    const [first] = apart.actuals.benefits;
    // The measured lift of 0.006 is that of 40%: 0.015 of those who use it.
    expect(first).toMatchObject({ month: "2025-01", kind: "measured", lift: "0.015", adoption: "0.4" });
    const [before, after] = [found().actuals, apart.actuals].map((actuals) =>
      caseAgainstActual(plan, actuals),
    );
    if (before?.kind !== "comparison" || after?.kind !== "comparison") throw new Error("not compared");
    expect(after.toDate.actual).toBe(before.toDate.actual);
    const bars = sumDecimals(after.toDate.bars.map(({ amount }) => amount));
    expect(Number(bars)).toBeCloseTo(-25_920, 6);
    expect(before.toDate.bars.map(({ cause }) => cause)).not.toContain("adoption");
    expect(after.toDate.bars.map(({ cause }) => cause)).toContain("adoption");
    // A month with a week that nobody logged has no adoption, nor has a line that assumes everybody.
    const [gap] = found(plan, { ...measured, adoption: adoption.slice(8) }).actuals.benefits;
    expect(gap).toMatchObject({ month: "2025-01", lift: "0.006", adoption: null });
    const everybody = plan.benefits.map((line) => ({
      ...line,
      value: { ...line.value, adoption: constantPath("1") },
    }));
    const [whole] = found({ ...plan, benefits: everybody }, { ...measured, adoption }).actuals.benefits;
    expect(whole).toMatchObject({ lift: "0.006", adoption: null });
  });

  it("does not count a benefit twice, and says why a line has no actual", () => {
    const [leads] = plan.benefits;
    if (leads === undefined) throw new Error("the plan has a benefit");
    const benefits = [
      leads,
      { ...leads, id: "again", name: "Again" },
      { ...leads, id: "other", name: "Other", benefitId: "gone" },
      { ...leads, id: "unbound", name: "Unbound", benefitId: null },
    ];
    const { actuals, unknown } = found({ ...plan, benefits });
    expect(new Set(actuals.benefits.map(({ lineId }) => lineId))).toEqual(new Set(["leads"]));
    expect(unknown).toMatchObject([
      {
        lineId: "again",
        reason: 'Its measured benefit stands beside "More opportunities", which plans it too.',
      },
      { lineId: "other", reason: expect.stringContaining("does not claim its benefit any more") },
      { lineId: "unbound", reason: expect.stringContaining("No measured benefit is bound to it") },
    ]);
    const answer = caseAgainstActual({ ...plan, benefits }, actuals);
    expect(answer).toMatchObject({
      coverage: { benefits: { share: 0.25, missing: ["2025-01", "2025-02", "2025-03"] } },
    });
  });

  it("tells a benefit that no line plans by itself", () => {
    const second = evaluateBenefit(exampleBenefit({ benefitId: "benefit-2" }), until);
    const { actuals } = found(plan, { ...measured, benefits: [benefit, second] });
    expect(actuals.unplannedBenefits).toEqual(
      ["2025-01", "2025-02", "2025-03"].map((month) => ({
        benefitId: "benefit-2",
        name: `${second.input.kpi.name}, Inbound`,
        month,
        amount: "4320",
      })),
    );
    expect(caseAgainstActual(plan, actuals)).toMatchObject({
      toDate: {
        bars: expect.arrayContaining([expect.objectContaining({ cause: "not-planned", amount: "12960.00" })]),
      },
    });
  });

  it("brings what came before the first month to the start, and leaves out a month that has not ended", () => {
    const later = { ...plan, start: "2025-03" };
    const { actuals } = found(later);
    expect(actuals.benefits).toHaveLength(3);
    const byPeriod = (answer: ReturnType<typeof caseAgainstActual>) =>
      answer.kind === "comparison" ? answer.byPeriod.map(({ period, actual }) => [period, actual]) : [];
    expect(byPeriod(caseAgainstActual(later, actuals))).toEqual([
      ["Start", "-29360.00"], // 2 × 4,320 − 20,000 − 2 × 9,000
      ["2025-03", "-4680.00"],
    ]);
    const early = found(plan, { ...measured, until: "2025-03-30" });
    expect(early.actuals.benefits.map(({ month }) => month)).toEqual(["2025-01", "2025-02"]);
  });

  it("converts into the plan's currency at the rates of the months, with the exchange effect apart", () => {
    const [leads] = plan.benefits;
    if (leads === undefined) throw new Error("the plan has a benefit");
    const abroad = {
      ...plan,
      currency: "CHF",
      budgetRates: [{ from: "EUR", rate: "1.2", lockedOn: "2024-12-31" }],
      benefits: [{ ...leads, currency: "EUR" }],
      costs: plan.costs.map((line) => ({ ...line, currency: "EUR" })),
    };
    const { actuals } = found(abroad, measured, francs);
    expect(actuals.benefits[0]).toMatchObject({ kind: "measured", exchangeRate: "1.25" });
    expect(actuals.costs[0]).toMatchObject({ amount: "25000", atBudgetRate: "24000" });
    const answer = caseAgainstActual(abroad, actuals);
    if (answer.kind === "no-comparison") throw new Error(answer.reason);
    const bars = Object.fromEntries(answer.toDate.bars.map(({ cause, amount }) => [cause, amount]));
    // 12,960 and 47,000 euros at 0.05 francs more.
    expect(bars).toMatchObject({ exchange: "648.00", "cost-exchange": "-2350.00" });
  });

  it("says which rate is missing instead of guessing one", () => {
    expect(measuredActuals({ ...plan, currency: "CHF" }, measured, "cash", noRate)).toEqual({
      kind: "no-actuals",
      reason: "There is no exchange rate from CHF to EUR on or before 2025-01-28: finance adds one.",
    });
  });
});

describe("costActuals", () => {
  const paid = (currency: string): CostInput => ({
    category: "licences",
    month: "2025-01",
    amountMinor: 110_000n,
    currency: "EUR",
    kind: "actual",
    source: { kind: "measured", text: "accounts payable" },
    exchange: {
      amountMinor: 100_000n,
      currency,
      date: "2025-01-31",
      rate: "1.1",
      source: { kind: "assumption", text: "market" },
    },
  });
  const inEuros = (budgetRates: typeof plan.budgetRates) => ({ currency: "EUR", budgetRates });

  it("counts what was paid abroad as the ledger has it, and at the plan's locked rate", () => {
    const locked = inEuros([{ from: "USD", rate: "0.9", lockedOn: "2024-12-31" }]);
    expect(costActuals([paid("USD")], locked, noRate)).toMatchObject([
      { amount: "1100.00", atBudgetRate: "900" },
    ]);
  });

  it("has no exchange effect in a currency that the plan did not lock, nor in its own", () => {
    expect(costActuals([paid("USD")], inEuros([]), noRate)).toMatchObject([
      { amount: "1100.00", atBudgetRate: "1100.00" },
    ]);
    expect(costActuals([paid("CHF")], { currency: "CHF", budgetRates: [] }, noRate)).toMatchObject([
      { amount: "1000.00", atBudgetRate: "1000.00" },
    ]);
  });

  it("leaves out what was only planned", () => {
    expect(costActuals([{ ...paid("USD"), kind: "planned" }], inEuros([]), noRate)).toEqual([]);
  });
});
