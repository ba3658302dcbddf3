import { describe, expect, it } from "vitest";
import { evaluateExplanation, type Explanation } from "../explanation.ts";
import { leadScoringPlan, moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import { caseLines } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { caseTotals, type CaseMetrics } from "./case-totals.ts";
import { caseTrees, type CaseTreesRequest } from "./case-trees.ts";
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
];

describe("caseTrees", () => {
  it.each(cases)("gives the figures of %s, and again from the leaves", (_, given, request) => {
    const trees = caseTrees(given, request);
    const metrics = metricsOf(given, request);
    for (const tree of Object.values(trees)) expect(evaluateExplanation(tree)).toBe(tree.value);
    expect(Number(trees.netBenefit.value)).toBeCloseTo(Number(metrics.netBenefit), 2);
    expect(Number(trees.netPresentValue.value)).toBeCloseTo(Number(metrics.netPresentValue), 2);
    const roi = metrics.netRoi.kind === "value" ? Number(metrics.netRoi.ratio) : Number.NaN;
    expect(Number(trees.netRoi.value)).toBeCloseTo(roi, 12);
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
