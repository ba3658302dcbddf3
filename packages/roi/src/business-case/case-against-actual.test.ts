import { addDecimals, compareDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { array, assert, constantFrom, integer, option, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { leadScoringPlan, moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import type { BenefitActual, CaseActuals } from "./case-actuals.ts";
import { caseAgainstActual } from "./case-against-actual.ts";
import type { CasePlan } from "./case-plan.ts";
import { constantPath } from "./plan-path.ts";

const plan: CasePlan = { ...leadScoringPlan(), scenarios: [] };

/** March as it was measured: as planned unless told otherwise, adoption in the lift. */
function measured(
  month: string,
  change: Partial<Extract<BenefitActual, { kind: "measured" }>> = {},
): BenefitActual {
  return {
    lineId: "leads",
    month,
    kind: "measured",
    volume: "40000",
    lift: "0.003", // 0.006 planned × 50% adoption
    adoption: null,
    unitValue: "180",
    attribution: "0.6",
    confidence: "1",
    realisation: "1",
    exchangeRate: null,
    ...change,
  };
}

function cost(month: string, amount: string, category: "licences" | "integration" | "training" = "licences") {
  return { category, month, amount, atBudgetRate: amount };
}

function compared(actuals: Partial<CaseActuals>, given: CasePlan = plan) {
  const answer = caseAgainstActual(given, {
    until: "2026-03-31",
    benefits: [],
    unplannedBenefits: [],
    costs: [],
    ...actuals,
  });
  if (answer.kind === "no-comparison") throw new Error(answer.reason);
  return answer;
}

const asPlanned: Partial<CaseActuals> = {
  benefits: ["2026-01", "2026-02", "2026-03"].map((month) => measured(month)),
  costs: [
    cost("2025-12", "20000", "integration"),
    ...["2026-01", "2026-02", "2026-03"].map((month) => cost(month, "9000")),
  ],
};

function barsOf({ toDate: { bars } }: ReturnType<typeof compared>) {
  return bars.map(({ name, amount }) => `${name} ${amount}`);
}

describe("caseAgainstActual", () => {
  it("has no bar where everything came as planned", () => {
    const answer = compared(asPlanned);
    // 3 × 12,960 − 20,000 − 3 × 9,000 = −8,120.
    expect(answer.toDate).toEqual({ plan: "-8120.00", actual: "-8120.00", bars: [] });
    expect(answer.elapsed).toEqual(["Start", "2026-01", "2026-02", "2026-03"]);
    expect(answer.coverage).toEqual({
      costs: { share: 1, missing: [] },
      benefits: { share: 1, missing: [] },
    });
    // All of the plan: 256,608 − 128,000.
    expect(answer.forecast).toEqual({
      actual: "-8120.00",
      remainingPlan: "136728.00",
      total: "128608.00",
      isWithoutMissing: true,
    });
  });

  it("names what a driver did, by line with its owner", () => {
    const answer = compared({
      ...asPlanned,
      benefits: [
        measured("2026-01", { volume: "50000" }),
        measured("2026-02", { lift: "0.0025", attribution: "0.5" }),
        measured("2026-03", { realisation: "0.5" }),
      ],
    });
    expect(barsOf(answer)).toEqual([
      "Volume 3240.00", // 10,000 × 0.003 × 180 × 0.6
      "Lift -2160.00", // 40,000 × −0.0005 × 180 × 0.6
      "Turned into money -6480.00", // half of 12,960
      "Our share and confidence -1800.00", // 40,000 × 0.0025 × 180 × −0.1
    ]);
    expect(answer.rows[0]).toMatchObject({
      name: "More opportunities",
      ownerIds: ["ines"],
      plan: "38880.00",
      actual: "31680.00",
      variance: "-7200.00",
    });
  });

  it("tells adoption apart where it was measured apart in every month", () => {
    const apart = { lift: "0.006", adoption: "0.4" };
    const benefits = [measured("2026-01", apart), measured("2026-02", { ...apart, adoption: "0.5" })];
    expect(barsOf(compared({ ...asPlanned, benefits }))).toEqual(["Adoption -2592.00"]);
    const mixed = [...benefits, measured("2026-03")];
    expect(barsOf(compared({ ...asPlanned, benefits: mixed }))).toEqual(["Lift -2592.00"]);
  });

  it("is timing where the benefit did not run yet", () => {
    const benefits = [
      { lineId: "leads", month: "2026-01", kind: "not-running" as const },
      measured("2026-02"),
      measured("2026-03"),
    ];
    expect(barsOf(compared({ ...asPlanned, benefits }))).toEqual(["Timing -12960.00"]);
  });

  it("is timing where the benefit came before it was planned", () => {
    const late: CasePlan = {
      ...plan,
      benefits: plan.benefits.map((line) => ({ ...line, run: { kind: "recurring", from: 2, to: null } })),
    };
    expect(barsOf(compared(asPlanned, late))).toEqual(["Timing 12960.00"]);
  });

  it("takes from the plan what another benefit counts", () => {
    const shared: CasePlan = {
      ...plan,
      benefits: plan.benefits.map((line) => ({
        ...line,
        value: { ...line.value, overlap: constantPath("0.1") },
      })),
    };
    // The claims of what was measured hold none of it: 10% of 3 × 12,960 more.
    expect(barsOf(compared(asPlanned, shared))).toEqual(["Our share and confidence 3888.00"]);
  });

  it("weighs what was planned below 0 by its size", () => {
    const given = planOf({
      period: "month",
      benefits: [
        moneyBenefit("loss", "-100", { run: { kind: "recurring", from: 1, to: 2 } }),
        moneyBenefit("gain", "100", { run: { kind: "recurring", from: 1, to: 2 } }),
      ],
    });
    const benefits = [{ lineId: "loss", month: "2026-01", kind: "amount", amount: "-90" }] as const;
    expect(compared({ benefits }, given).coverage).toEqual({
      benefits: { share: 0.25, missing: ["2026-01", "2026-02"] },
      costs: { share: null, missing: [] },
    });
  });

  it("never takes a missing actual from the plan", () => {
    const answer = compared({ benefits: [measured("2026-02")], costs: [cost("2026-02", "9000")] });
    expect(answer.toDate).toMatchObject({ plan: "3960.00", actual: "3960.00" });
    expect(answer.rows.map(({ name, missing }) => [name, missing])).toEqual([
      ["More opportunities", ["2026-01", "2026-03"]],
      ["Licences", ["2026-01", "2026-03"]],
      ["Integration", ["Start"]],
    ]);
    expect(answer.byPeriod.map(({ period, actual, missing }) => [period, actual, missing])).toEqual([
      ["Start", null, ["Integration"]],
      ["2026-01", null, ["More opportunities", "Licences"]],
      ["2026-02", "3960.00", []],
      ["2026-03", null, ["More opportunities", "Licences"]],
    ]);
    expect(answer.coverage).toMatchObject({
      benefits: { share: expect.closeTo(1 / 3, 12) },
      costs: { share: expect.closeTo(9000 / 47000, 12), missing: ["Start", "2026-01", "2026-03"] },
    });
    expect(answer.forecast.isWithoutMissing).toBe(false);
  });

  it("takes a category without an entry in a booked month for what it cost: nothing", () => {
    const answer = compared({ ...asPlanned, costs: [cost("2026-01", "300", "training")] });
    expect(barsOf(answer)).toEqual(["Licences 9000.00", "Integration 20000.00", "Training -300.00"]);
    expect(answer.rows.at(-1)).toMatchObject({ name: "Training", lineIds: [], ownerIds: [], plan: "0.00" });
  });

  it("has a bar of its own for what exchange rates did", () => {
    const costs = [
      ...(asPlanned.costs ?? []).slice(0, 3),
      { ...cost("2026-03", "9450"), atBudgetRate: "9100" },
    ];
    expect(barsOf(compared({ ...asPlanned, costs }))).toEqual([
      "Licences -100.00",
      "Exchange rates of costs -350.00",
    ]);
    const abroad: CasePlan = {
      ...plan,
      budgetRates: [{ from: "USD", rate: "0.9", lockedOn: "2026-01-02" }],
      benefits: plan.benefits.map((line) => (line.id === "leads" ? { ...line, currency: "USD" } : line)),
    };
    const benefits = [measured("2026-01", { exchangeRate: "0.95" })];
    // 12,960 dollars × 0.05
    expect(barsOf(compared({ ...asPlanned, benefits }, abroad))).toEqual([
      "Exchange rates of benefits 648.00",
    ]);
  });

  it("names the line whose amount differs where it has no drivers, and a benefit that nobody planned", () => {
    const given = planOf({
      period: "month",
      horizon: 6,
      benefits: [
        moneyBenefit("contract", "500", { name: "Contract ended" }),
        moneyBenefit("grant", "1000", { name: "Grant", run: { kind: "one-off", column: 1 } }),
      ],
    });
    const amount = (lineId: string, month: string, text: string) =>
      ({ lineId, month, kind: "amount", amount: text }) as const;
    const answer = compared(
      {
        benefits: [amount("contract", "2026-01", "450"), amount("grant", "2026-03", "800")],
        unplannedBenefits: [{ benefitId: "b9", name: "Fewer returns", month: "2026-02", amount: "70" }],
      },
      given,
    );
    expect(barsOf(answer)).toEqual(["One-off -200.00", "Contract ended -50.00", "Fewer returns 70.00"]);
    expect(answer.rows.map(({ name, missing }) => [name, missing])).toEqual([
      ["Contract ended", ["2026-02", "2026-03"]],
      ["Grant", []],
      ["Fewer returns", []],
    ]);
  });

  it("gives a month of a case planned by year a twelfth of it", () => {
    const given = planOf({ benefits: [moneyBenefit("saved", "1200")], costs: [plannedCost("tool", "600")] });
    const benefits = [{ lineId: "saved", month: "2026-01", kind: "amount", amount: "90" }] as const;
    const answer = compared({ until: "2026-02-28", benefits, costs: [cost("2026-01", "60")] }, given);
    expect(answer.toDate).toMatchObject({ plan: "50.00", actual: "30.00" });
    expect(answer.rows[0]?.forecast).toMatchObject({ remainingPlan: "3400.00", isWithoutMissing: false });
  });

  it("counts what was spent before the first month in it where there is no start column", () => {
    const given = planOf({ period: "month", timing: "excel_npv", costs: [plannedCost("tool", "50")] });
    const answer = compared(
      { costs: [cost("2025-11", "20"), cost("2026-01", "30"), cost("2026-09", "7")] },
      given,
    );
    expect(answer.elapsed[0]).toBe("2026-01");
    expect(answer.toDate).toEqual({ plan: "-50.00", actual: "-50.00", bars: [] });
  });

  it("compares nothing before the start, nor a case that is not valued", () => {
    const ask = (given: CasePlan, until: string) =>
      caseAgainstActual(given, { until, benefits: [], unplannedBenefits: [], costs: [] });
    expect(ask(plan, "2025-12-31")).toEqual({
      kind: "no-comparison",
      reason: "Nothing of the plan is due yet.",
    });
    const unsaid = { ...plan, costs: [plannedCost("tool", "1", { amount: constantPath(null) })] };
    expect(ask(unsaid, "2026-03-31")).toMatchObject({
      reason: expect.stringContaining("tool is not valued yet"),
    });
    expect(() => compared({ benefits: [measured("2026-01", { lineId: "gone" })] })).toThrow(
      'no benefit "gone"',
    );
    expect(() => compared({ costs: [cost("2026-1", "5")] })).toThrow('"2026-1" is no month');
  });

  it("adds up to the minor unit, whatever came", () => {
    const decimals = integer({ min: 0, max: 99_999 }).map((units) => (units / 1000).toFixed(3));
    const month = constantFrom("2026-01", "2026-02", "2026-03");
    const share = integer({ min: 0, max: 1000 }).map((units) => (units / 1000).toFixed(3));
    const one = record({
      volume: decimals,
      lift: decimals,
      unitValue: decimals,
      attribution: share,
      adoption: option(share),
    });
    const ledger = record({
      month,
      amount: decimals,
      atBudgetRate: decimals,
      category: constantFrom("licences" as const, "training" as const),
    });
    assert(
      property(array(one, { maxLength: 3 }), array(ledger, { maxLength: 4 }), (benefits, costs) => {
        const answer = compared({
          benefits: benefits.map((change, place) => measured(`2026-0${place + 1}`, change)),
          costs,
        });
        const { plan: planned, actual, bars } = answer.toDate;
        const all = (key: "plan" | "actual" | "variance") => sumDecimals(answer.rows.map((row) => row[key]));
        const bridged = sumDecimals(bars.map(({ amount }) => amount));
        expect(compareDecimals(addDecimals(planned, bridged), actual)).toBe(0);
        expect(compareDecimals(all("plan"), planned)).toBe(0);
        expect(compareDecimals(all("actual"), actual)).toBe(0);
        expect(compareDecimals(all("variance"), bridged)).toBe(0);
        // Month by month as well: a column of rounded months ends at its total.
        const came = sumDecimals(answer.byPeriod.map((period) => period.actual ?? "0"));
        expect(compareDecimals(came, actual)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});
