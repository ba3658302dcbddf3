import { describe, expect, it } from "vitest";
import { leadScoringPlan, moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import type { CasePlan, PlannedBenefitLine, PlannedCostLine, ScenarioChange } from "./case-plan.ts";
import { constantPath } from "./plan-path.ts";
import { planProblems } from "./plan-problems.ts";

const plan = leadScoringPlan();

function withBenefit(change: Partial<PlannedBenefitLine>): CasePlan {
  return {
    ...plan,
    benefits: plan.benefits.map((line, index) => (index === 0 ? { ...line, ...change } : line)),
  };
}

function withCost(change: Partial<PlannedCostLine>): CasePlan {
  return { ...plan, costs: plan.costs.map((line, index) => (index === 0 ? { ...line, ...change } : line)) };
}

function withChanges(changes: readonly ScenarioChange[]): CasePlan {
  return { ...plan, scenarios: [{ name: "Own", kind: "own", changes }] };
}

function withRate(change: Partial<CasePlan["discountRate"]>): CasePlan {
  return { ...plan, discountRate: { ...plan.discountRate, ...change } };
}

const leads = plan.benefits[0] as PlannedBenefitLine;
const value = leads.value as Extract<PlannedBenefitLine["value"], { kind: "factors" }>;

describe("planProblems", () => {
  it("has nothing to say of a plan that can be submitted", () => {
    expect(planProblems(plan)).toEqual([]);
  });

  it("lets a measured benefit be planned by one line, and names whose the other is", () => {
    const both = ["leads", "again"].map((id) => ({ ...leads, id, name: id, benefitId: "measured" }));
    expect(
      planProblems({
        ...plan,
        benefits: both,
        scenarios: plan.scenarios.map((one) => ({ ...one, changes: [] })),
        correlations: [],
      }),
    ).toContainEqual({
      severity: "open",
      path: "/benefits/1/benefitId",
      lineId: "again",
      message: expect.stringMatching(
        /^again: "leads", which \w+ stands for, plans the same measured benefit/,
      ),
    });
  });

  const wrongOnes: [what: string, plan: CasePlan, path: string, message: string][] = [
    ["an unknown currency", { ...plan, currency: "EURO" }, "/currency", '"EURO" is no currency'],
    ["a start that is no month", { ...plan, start: "2026-13" }, "/start", "write it as 2026-01"],
    ["a week for a start", { ...plan, start: "2026-W05" }, "/start", "write it as 2026-01"],
    ["a start that time has no room after", { ...plan, start: "9950-01" }, "/start", "no month"],
    ["no horizon", { ...plan, horizon: 0 }, "/horizon", "from 1 to 120, not 0"],
    ["half a period", { ...plan, horizon: 2.5 }, "/horizon", "whole number of months"],
    ["a rate in percent", withRate({ annual: "10" }), "/discountRate/annual", "0.1 for 10%"],
    ["a rate of -100%", withRate({ annual: "-1" }), "/discountRate/annual", "0.1 for 10%"],
    ["real money at a nominal rate", { ...plan, prices: "real" }, "/discountRate/prices", "real with real"],
    ["a day that is none", withRate({ setOn: "2026-02-30" }), "/discountRate/setOn", "no day"],
    [
      "a finance rate in percent",
      { ...plan, mirrRates: { finance: "6", reinvest: "0.04", source: "Treasury" } },
      "/mirrRates/finance",
      "0.06 for 6%",
    ],
    ["a risk charged twice", withRate({ riskPremium: "0.02" }), "/benefits/0/risk", "charge a risk once"],
    [
      "a rate of its own currency",
      { ...plan, budgetRates: [{ from: "EUR", rate: "1", lockedOn: "2026-01-01" }] },
      "/budgetRates/0/from",
      "needs no rate",
    ],
    [
      "a budget rate of 0",
      { ...plan, budgetRates: [{ from: "USD", rate: "0", lockedOn: "2026-01-01" }] },
      "/budgetRates/0/rate",
      "above 0",
    ],
    [
      "a line without a rate",
      withCost({ currency: "USD" }),
      "/costs/0/currency",
      "no budget rate from USD to EUR",
    ],
    ["an id that is taken", withCost({ id: "leads" }), "/costs/0/id", 'Two lines have the id "leads"'],
    ["a line without a name", withBenefit({ name: " " }), "/benefits/0/name", "give the line a name"],
    [
      "a column beyond the horizon",
      withCost({ run: { kind: "one-off", column: 13 } }),
      "/costs/0/run/column",
      "from 0 to 12",
    ],
    [
      "a start column that the timing has not",
      { ...plan, timing: "excel_npv" },
      "/costs/0/run/column",
      "from 1 to 12",
    ],
    [
      "an end before the beginning",
      withBenefit({ run: { kind: "recurring", from: 5, to: 4 } }),
      "/benefits/0/run/to",
      "having begun in 5",
    ],
    [
      "an estimate out of order",
      withBenefit({ estimate: { kind: "pert", low: "0.9", mode: "0.8", high: "1.2" } }),
      "/benefits/0/estimate",
      "from the lowest by the likeliest",
    ],
    [
      "an estimate without the plan in it",
      withBenefit({ estimate: { kind: "pert", low: "0.5", mode: "0.7", high: "0.9" } }),
      "/benefits/0/estimate",
      "does not hold the plan itself",
    ],
    [
      "a cost that may be an income",
      withCost({ estimate: { kind: "triangular", low: "-0.1", mode: "1", high: "2" } }),
      "/costs/0/estimate/low",
      "less than 0",
    ],
    [
      "optimism bias on a benefit",
      withBenefit({ risk: { kind: "optimism-bias", share: "0.2", reason: "as ever" } }),
      "/benefits/0/risk/kind",
      "is for costs",
    ],
    [
      "a risk above the whole",
      withCost({ risk: { kind: "share", share: "15", reason: "interfaces" } }),
      "/costs/0/risk/share",
      "15% is 0.15",
    ],
    [
      "a risk without a reason",
      withCost({ risk: { kind: "share", share: "0.1", reason: "" } }),
      "/costs/0/risk/reason",
      "say what the risk is",
    ],
    [
      "a way to cash where there is money",
      withBenefit({ cashMechanism: "a hire avoided" }),
      "/benefits/0/cashMechanism",
      "only capacity",
    ],
    [
      "a share in percent",
      withBenefit({ value: { ...value, attribution: constantPath("60") } }),
      "/benefits/0/value/attribution/0/value",
      'our share is a share from 0 to 1 (60% is 0.6), not "60"',
    ],
    [
      "a cost below 0",
      withCost({ amount: constantPath("-5") }),
      "/costs/0/amount/0/value",
      "a saving is a benefit",
    ],
    [
      "a number with a comma",
      withBenefit({ value: { ...value, unitValue: constantPath("1,200") } }),
      "/benefits/0/value/unitValue/0/value",
      'is a decimal such as 1200.5, not "1,200"',
    ],
    [
      "steps out of order",
      withCost({
        amount: [
          { from: 3, value: "1" },
          { from: 3, value: "2" },
        ],
      }),
      "/costs/0/amount/1/from",
      "by rising column",
    ],
    [
      "an assumption of another field",
      withCost({ assumptions: leads.assumptions.slice(0, 1) }),
      "/costs/0/assumptions/0/field",
      "no lift",
    ],
    [
      "two scenarios of one name",
      { ...plan, scenarios: [...plan.scenarios, ...plan.scenarios] },
      "/scenarios/2/name",
      "another name",
    ],
    [
      "a scenario named as the base",
      { ...plan, scenarios: [{ name: "base ", kind: "own", changes: [] }] },
      "/scenarios/0/name",
      "another name",
    ],
    [
      "a change of a line that is not there",
      withChanges([{ lineId: "gone", field: "lift", change: { times: "0.5" } }]),
      "/scenarios/0/changes/0/lineId",
      'no line "gone"',
    ],
    [
      "a change of a field that the line has not",
      withChanges([{ lineId: "leads", field: "gross", change: { times: "0.5" } }]),
      "/scenarios/0/changes/0/field",
      "has a gross benefit to change",
    ],
    [
      "a field changed twice, once for all",
      withChanges([
        { lineId: null, field: "adoption", change: { times: "0.5" } },
        { lineId: "hours", field: "adoption", change: { to: "0.5" } },
      ]),
      "/scenarios/0/changes/1/field",
      "adoption of Hours saved twice",
    ],
    [
      "a change that is no decimal",
      withChanges([{ lineId: "leads", field: "lift", change: { times: "80%" } }]),
      "/scenarios/0/changes/0/change",
      "20% less is 0.8 times",
    ],
    [
      "a delay backwards",
      withChanges([{ lineId: "leads", field: "delay", change: { plus: "-1" } }]),
      "/scenarios/0/changes/0/change",
      "a whole number from 1",
    ],
    [
      "a scenario that leads out of a share",
      withChanges([{ lineId: "leads", field: "attribution", change: { times: "2" } }]),
      "/scenarios/0/changes",
      'not "1.2"',
    ],
    [
      "a correlation of a line without an estimate",
      { ...plan, correlations: [{ lines: ["leads", "hours"], coefficient: "0.5", reason: "one team" }] },
      "/correlations/0/lines",
      'The line "hours" has no estimate',
    ],
    [
      "a correlation above 1",
      { ...plan, correlations: [{ lines: ["leads", "licences"], coefficient: "1.5", reason: "one team" }] },
      "/correlations/0/coefficient",
      "from -1 to 1",
    ],
  ];

  it.each(wrongOnes)("finds %s, and says what to do", (_, broken, path, message) => {
    expect(planProblems(broken)).toContainEqual(
      expect.objectContaining({ severity: "wrong", path, message: expect.stringContaining(message) }),
    );
  });

  const openOnes: [what: string, plan: CasePlan, path: string, message: string][] = [
    ["no benefit", { ...plan, benefits: [], scenarios: [] }, "/benefits", "Add a benefit"],
    ["no cost", { ...plan, costs: [] }, "/costs", "Add a cost"],
    [
      "a value that nobody has said",
      withBenefit({ value: { ...value, volume: constantPath(null) } }),
      "/benefits/0/value/volume",
      "volume is not said yet for 2026-01",
    ],
    [
      "a path that begins after its line",
      withBenefit({ value: { ...value, lift: constantPath("0.01", 3) } }),
      "/benefits/0/value/lift",
      "not said yet for 2026-01",
    ],
    [
      "a value without a source",
      withCost({ assumptions: [] }),
      "/costs/0/assumptions",
      "the source and the owner of amount",
    ],
    ["a line that nobody stands for", withCost({ ownerId: null }), "/costs/0/ownerId", "stands for it"],
    ["a rate that is nobody's", withRate({ source: "" }), "/discountRate/source", "whose discount rate"],
    ["no other scenarios", { ...plan, scenarios: [] }, "/scenarios", "Add a conservative scenario"],
  ];

  it.each(openOnes)("lets a draft have %s, and says what to do", (_, draft, path, message) => {
    const problems = planProblems(draft);
    expect(problems.every(({ severity }) => severity === "open")).toBe(true);
    expect(problems).toContainEqual(
      expect.objectContaining({ path, message: expect.stringContaining(message) }),
    );
  });

  it("asks a benchmark which one it is", () => {
    const [first, ...others] = leads.assumptions;
    if (first === undefined) throw new Error("the example has assumptions");
    const sourced = withBenefit({ assumptions: [{ ...first, evidence: "benchmark" }, ...others] });
    expect(planProblems(sourced).map(({ message }) => message)).toEqual([
      "More opportunities: say which benchmark is the source of lift.",
    ]);
  });

  it("takes one assumption for all fields of a line that have none of their own", () => {
    const [first] = leads.assumptions;
    if (first === undefined) throw new Error("the example has assumptions");
    const whole = { ...first, field: "line" as const };
    expect(planProblems(withBenefit({ assumptions: [whole] }))).toEqual([]);
    expect(planProblems(withBenefit({ assumptions: [whole, whole] }))).toMatchObject([
      { path: "/benefits/0/assumptions/1/field", message: expect.stringContaining("two assumptions") },
    ]);
  });

  it("asks a case of one page for value, cost and three scenarios only", () => {
    const bare = { assumptions: [], ownerId: null };
    const small = planOf({
      benefits: [moneyBenefit("saved", "500", bare)],
      costs: [plannedCost("tool", "100", bare)],
      scenarios: plan.scenarios.map((scenario) => ({
        ...scenario,
        changes: [{ lineId: null, field: "gross", change: { times: "0.9" } }],
      })),
    });
    expect(planProblems(small, { onePage: true })).toEqual([]);
    expect(planProblems(small).map(({ path }) => path)).toContain("/benefits/0/assumptions");
    expect(planProblems({ ...small, scenarios: [] }, { onePage: true })).toHaveLength(2);
  });
});
