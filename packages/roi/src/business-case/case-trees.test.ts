import { describe, expect, it } from "vitest";
import { evaluateExplanation, type Explanation } from "../explanation.ts";
import { leadScoringPlan, moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import { caseLines } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { caseTotals, type CaseMetrics } from "./case-totals.ts";
import { caseTrees, type CaseTrees, type CaseTreesRequest } from "./case-trees.ts";
import { constantPath } from "./plan-path.ts";

const plan = leadScoringPlan();
const [conservative = null] = plan.scenarios;

function leavesOf(tree: Explanation): readonly Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap(leavesOf);
}

function metricsOf(given: CasePlan, request: CaseTreesRequest): CaseMetrics["adjusted"] {
  const { scenario = null, basis = "cash", unsignedEstimates, afterRisk } = request;
  const totals = caseTotals(given, caseLines(given, scenario, unsignedEstimates), basis);
  if (totals.kind === "partial") throw new Error(totals.reason);
  return afterRisk === true ? totals.adjusted : totals.unadjusted;
}

const abroad: CasePlan = {
  ...plan,
  budgetRates: [{ from: "USD", rate: "0.9", lockedOn: "2026-01-02" }],
  costs: plan.costs.map((line) => ({ ...line, currency: "USD" })),
};
const losing = planOf({
  benefits: [
    moneyBenefit("loss", ["0", "-500", "700", "700"], {
      risk: { kind: "share", share: "0.1", reason: "as last year" },
    }),
  ],
  costs: [plannedCost("tool", "100", { risk: { kind: "optimism-bias", share: "1.5", reason: "new to us" } })],
});
const guessed: CasePlan = { ...plan, benefits: plan.benefits.map((line) => ({ ...line, assumptions: [] })) };

/** It pays for itself, falls behind again and recovers; the rates of borrowing and putting aside are its own. */
const twice = planOf({
  horizon: 4,
  benefits: [moneyBenefit("gains", ["0", "300", "0", "400", "100"])],
  costs: [plannedCost("spends", ["200", "0", "350", "0", "0"])],
  mirrRates: { finance: "0.06", reinvest: "0.03", source: "treasury" },
});

const cases: [what: string, plan: CasePlan, request: CaseTreesRequest][] = [
  ["the base", plan, {}],
  ["the base after risk", plan, { afterRisk: true }],
  ["a scenario after risk", plan, { scenario: conservative, afterRisk: true }],
  ["capacity beside money", plan, { basis: "cash-plus-capacity" }],
  ["costs in another currency", abroad, { afterRisk: true }],
  ["a loss, which risk makes larger", losing, { afterRisk: true }],
  ["estimates that nobody accepted", guessed, {}],
  ["the same, accepted with the case", guessed, { unsignedEstimates: "credited" }],
  ["flows in the middle of their months", { ...plan, timing: "mid_period" }, { afterRisk: true }],
  ["a plan that falls behind twice", twice, {}],
  ["flows that the start is discounted with", planOf({ ...twice, timing: "excel_npv" }), {}],
  ["a plan that begins with nothing for months", { ...plan, costs: plan.costs.slice(1) }, {}],
];

type Metrics = CaseMetrics["adjusted"];
type Answer =
  | Metrics["netRoi"]
  | Metrics["payback"]["first"]
  | Metrics["annualInternalRateOfReturn"]
  | Metrics["modifiedInternalRateOfReturn"]
  | Metrics["equivalentAnnualAnnuity"];

/** The number of an answer as text, or why there is none. */
function told(answer: Answer): { value: string } | { reason: string } {
  if ("ratio" in answer) return { value: answer.ratio };
  if ("periods" in answer) return { value: answer.periods };
  if ("rate" in answer) return { value: String(answer.rate) };
  if ("amount" in answer) return { value: answer.amount };
  return { reason: answer.reason };
}

const amount = (value: string) => ({ value });
const answers: Record<keyof CaseTrees, (of: Metrics) => { value: string } | { reason: string }> = {
  benefits: (of) => amount(of.totalBenefits),
  costs: (of) => amount(of.totalCosts),
  netBenefit: (of) => amount(of.netBenefit),
  netPresentValue: (of) => amount(of.netPresentValue),
  netRoi: (of) => told(of.netRoi),
  netRoiOnPresentValue: (of) => told(of.netRoiOnPresentValue),
  grossMultiple: (of) => told(of.grossMultiple),
  benefitCostRatio: (of) => told(of.benefitCostRatio),
  payback: (of) => told(of.payback.first),
  durablePayback: (of) => told(of.payback.durable),
  discountedPayback: (of) => told(of.discountedPayback.first),
  durableDiscountedPayback: (of) => told(of.discountedPayback.durable),
  internalRateOfReturn: (of) => told(of.annualInternalRateOfReturn),
  modifiedRateOfReturn: (of) => told(of.modifiedInternalRateOfReturn),
  equivalentAnnuity: (of) => told(of.equivalentAnnualAnnuity),
};

/** Whether a tree gives the answer: no value where there is none, money to half a cent, the rest to twelve digits. */
function isAnswered(tree: Explanation, answer: { value: string } | { reason: string }): boolean {
  if ("reason" in answer) return tree.value === null;
  const tolerance = tree.unit === "EUR" ? 0.005001 : 1e-12 * Math.max(1, Math.abs(Number(answer.value)));
  return tree.value !== null && Math.abs(Number(tree.value) - Number(answer.value)) <= tolerance;
}

describe("caseTrees", () => {
  it.each(cases)("gives the figures of %s, and again from the leaves", (_, given, request) => {
    const trees = caseTrees(given, request);
    const metrics = metricsOf(given, request);
    const wrong = Object.entries(answers).filter(([key, answerOf]) => {
      const tree = trees[key as keyof CaseTrees];
      return evaluateExplanation(tree) !== tree.value || !isAnswered(tree, answerOf(metrics));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("says why a rate of return or a payback has no value, in the words of the engine", () => {
    const trees = caseTrees(guessed);
    const metrics = metricsOf(guessed, {});
    const none = told(metrics.annualInternalRateOfReturn);
    expect(trees.internalRateOfReturn.reason).toBe("reason" in none ? none.reason : "");
    expect(trees.durablePayback).toMatchObject({ value: null, reason: expect.stringMatching(/^Not within/) });
    const several = caseTrees(twice).internalRateOfReturn;
    expect([several.value === null, several.reason ?? ""]).toEqual([
      metricsOf(twice, {}).annualInternalRateOfReturn.status !== "unique",
      expect.any(String),
    ]);
    expect(caseTrees(twice).payback.value).not.toBe(caseTrees(twice).durablePayback.value);
  });

  it("stands on the net flow of each column, down to the assumptions of its lines", () => {
    const { payback, modifiedRateOfReturn } = caseTrees(plan, { afterRisk: true });
    expect(payback.inputs.map(({ label }) => label).slice(0, 2)).toEqual(["Net, Start", "Net, 2026-01"]);
    // A column in which a side has nothing is the sum of none.
    const leaves = leavesOf(modifiedRateOfReturn).filter(({ operation }) => operation === "leaf");
    const sources = leaves.map(({ source }) => source?.text);
    expect(sources).toContain("0.1 a year: Forrester, Total Economic Impact");
    expect(sources).toContain("CRM, 2025");
    expect(sources).not.toContain(undefined);
  });

  it("ends at assumptions with their source, one for each stretch in which a value holds", () => {
    const { netBenefit, netPresentValue } = caseTrees(plan);
    const leaves = leavesOf(netBenefit);
    expect(leaves.filter(({ label }) => label === "Adoption").map(({ value }) => value)).toEqual([
      "0.5",
      "0.8",
      "1",
    ]);
    expect(leaves.filter(({ label }) => label.startsWith("Months"))).toMatchObject([
      { label: "Months, 2026-01 to 2026-03", value: "3" },
      { label: "Months, 2026-04 to 2026-06", value: "3" },
      { label: "Months, 2026-07 to 2026-12", value: "6" },
      { label: "Months, Start", value: "1" },
      { label: "Months, 2026-01 to 2026-12", value: "12" },
    ]);
    expect(leaves.every(({ source }) => source !== undefined)).toBe(true);
    const factors = leavesOf(netPresentValue).filter(({ label }) => label.startsWith("Discount factors"));
    expect(factors.at(-1)?.source?.text).toBe("0.1 a year: Forrester, Total Economic Impact");
  });

  it("says why there is no value where a line has none, and no return where there is no cost", () => {
    const unsaid = { ...plan, costs: plan.costs.map((line) => ({ ...line, amount: constantPath(null) })) };
    expect(caseTrees(unsaid).netRoi).toMatchObject({
      value: null,
      reason: "Set-up is not valued yet: amount missing from Start.",
    });
    expect(caseTrees({ ...plan, costs: [] })).toMatchObject({
      netRoi: { value: null, reason: "there is no cost yet, so there is no return on it" },
      netBenefit: { value: "256608" },
    });
  });
});
