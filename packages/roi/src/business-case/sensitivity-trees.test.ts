import { describe, expect, it } from "vitest";
import { evaluateExplanation, type Explanation } from "../explanation.ts";
import { leadScoringPlan, moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import { caseLines } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { caseSensitivity } from "./case-sensitivity.ts";
import { constantPath } from "./plan-path.ts";
import { sensitivityTree, type SensitivityFigure } from "./sensitivity-trees.ts";

const plan = leadScoringPlan();
const saved = moneyBenefit("saved", "100");
const shared = planOf({
  benefits: [{ ...saved, value: { ...saved.value, overlap: constantPath("0.2") } }],
  costs: [plannedCost("tool", "40", { currency: "USD" })],
  budgetRates: [{ from: "USD", rate: "0.9", lockedOn: "2026-01-02" }],
});
const dear: CasePlan = {
  ...plan,
  costs: plan.costs.map((line) => ({ ...line, amount: constantPath("40000") })),
};
const guessed: CasePlan = { ...plan, benefits: plan.benefits.map((line) => ({ ...line, assumptions: [] })) };

const plans: [what: string, plan: CasePlan, estimates: "nothing" | "credited"][] = [
  ["a plan that pays", plan, "nothing"],
  ["a plan of which a part is counted elsewhere, in two currencies", shared, "nothing"],
  ["a plan that no share saves", dear, "nothing"],
  ["a plan without its loss", { ...dear, benefits: plan.benefits.slice(1) }, "nothing"],
  ["estimates that nobody accepted", guessed, "nothing"],
  ["the same, accepted", guessed, "credited"],
];

/** Whether the tree says what the engine answers, also again from its leaves; its money is to the cent. */
function isSame(tree: Explanation | undefined, value: string | null, reason: string | null = null): boolean {
  if (tree === undefined || evaluateExplanation(tree) !== tree.value) return false;
  if (value === null || tree.value === null) return tree.value === value && tree.reason === reason;
  const allowed = tree.operation === "round" ? 0.005001 : 1e-12 * Math.max(1, Math.abs(Number(value)));
  return Math.abs(Number(tree.value) - Number(value)) <= allowed;
}

describe("sensitivityTree", () => {
  it.each(plans)(
    "gives every bar and every break-even of %s, and again from the leaves",
    (_, given, estimates) => {
      const { bars, breakEvens } = caseSensitivity(given, caseLines(given, null, estimates));
      const treeOf = (figure: SensitivityFigure) => sensitivityTree(given, figure, estimates);
      const told = [
        ...bars.flatMap(({ lineId, atLow, atHigh, distance }) => [
          isSame(treeOf({ lineId, of: "low" }), atLow),
          isSame(treeOf({ lineId, of: "high" }), atHigh),
          isSame(treeOf({ lineId, of: "distance" }), distance),
        ]),
        ...breakEvens.flatMap(({ lineId, multiple, reason, fields }) => [
          isSame(treeOf({ lineId, of: "multiple" }), multiple, reason),
          ...fields.map(({ field, value, reason: why }) =>
            isSame(treeOf({ lineId, of: "field", field }), value, why),
          ),
        ]),
      ];
      expect(told).toEqual(told.map(() => true));
      expect(breakEvens.length).toBeGreaterThan(0);
    },
  );

  it("tells the range of the line that moves, and what it would have to be worth", () => {
    const low = sensitivityTree(plan, { lineId: "leads", of: "low" });
    const moved = low?.inputs[0]?.inputs[0]?.inputs[0];
    expect(moved).toMatchObject({ label: "More opportunities, moved", operation: "product" });
    expect(moved?.inputs[1]).toMatchObject({
      value: "0.5",
      source: { text: "the range of the line, pert: 0.5 to 1.3 times as planned, 1 most likely" },
    });
    const multiple = sensitivityTree(plan, { lineId: "licences", of: "multiple" });
    expect(multiple?.inputs.map(({ label }) => label)).toEqual([
      "What it might cost",
      "Licences, as planned",
    ]);
  });

  it("has no figure that the sensitivity does not have", () => {
    expect(sensitivityTree(plan, { lineId: "hours", of: "multiple" })).toBeUndefined();
    expect(sensitivityTree(plan, { lineId: "set-up", of: "low" })).toBeUndefined();
    expect(sensitivityTree(plan, { lineId: "leads", of: "field", field: "amount" })).toBeUndefined();
    const unsaid = { ...plan, costs: plan.costs.map((line) => ({ ...line, amount: constantPath(null) })) };
    expect(sensitivityTree(unsaid, { lineId: "leads", of: "low" })).toBeUndefined();
  });
});
