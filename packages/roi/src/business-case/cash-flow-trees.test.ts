import { compareDecimals } from "@liftledger/numerics/decimal";
import { describe, expect, it } from "vitest";
import { evaluateExplanation, type Explanation } from "../explanation.ts";
import { leadScoringPlan, moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import { caseLines } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { cashFlowTable, type CashFlowRow } from "./cash-flow-table.ts";
import { cashFlowTree, type CashFlowCell, type CashFlowRequest } from "./cash-flow-trees.ts";
import { constantPath } from "./plan-path.ts";

const plan = leadScoringPlan();
const [conservative = null] = plan.scenarios;
const third = (id: string) => plannedCost(id, ["0", "33.333", "33.333", "33.334"]);
const thirds = planOf({ costs: [third("one"), third("two"), third("three")] });
const unsaid = planOf({
  benefits: [moneyBenefit("late", "5", { run: { kind: "recurring", from: 2, to: 2 } })],
  costs: [plannedCost("unsaid", "1", { amount: constantPath(null), run: { kind: "one-off", column: 3 } })],
});

const requests: [what: string, plan: CasePlan, request: CashFlowRequest][] = [
  ["months", plan, { step: "month", amounts: "credited" }],
  ["quarters after risk", { ...plan, start: "2026-11" }, { step: "quarter", amounts: "adjusted" }],
  ["years of a scenario", plan, { step: "year", amounts: "adjusted", scenario: conservative }],
  ["cents that belong to no line", thirds, { step: "year", amounts: "credited" }],
  ["a line that is not valued", unsaid, { step: "year", amounts: "adjusted" }],
  ["yen, of which there are no parts", { ...thirds, currency: "JPY" }, { step: "year", amounts: "credited" }],
];

function rowOf({ lineId, kind }: CashFlowRow): CashFlowCell["row"] {
  if (lineId !== null) return { lineId };
  if (kind === "benefit" || kind === "cost") throw new Error("a line has an id");
  return { total: kind };
}

function leavesOf(tree: Explanation): readonly Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap(leavesOf);
}

describe("cashFlowTree", () => {
  it.each(requests)(
    "gives every cell of %s as the table has it, and again from the leaves",
    (_, given, request) => {
      const lines = caseLines(given, request.scenario ?? null);
      const { rows, columns } = cashFlowTable(given, lines, request);
      for (const row of rows) {
        columns.forEach((label, column) => {
          const tree = cashFlowTree(given, request, { row: rowOf(row), column });
          const shown = row.amounts[column] ?? null;
          const { value } = tree ?? { value: "none" };
          const isSame =
            value === null || shown === null ? value === shown : compareDecimals(value, shown) === 0;
          const again = tree && evaluateExplanation(tree);
          expect([row.name, label, isSame, again]).toEqual([row.name, label, true, value]);
        });
      }
    },
  );

  it("opens a total to the lines of its period, and what was so far to all before it", () => {
    const request = { step: "quarter", amounts: "credited" } as const;
    const net = cashFlowTree(plan, request, { row: { total: "net" }, column: 1 });
    const [benefits, costs] = net?.inputs[0]?.inputs ?? [];
    expect([net?.label, benefits?.label, costs?.label]).toEqual([
      "Net, 2026-Q1",
      "Benefits, 2026-Q1",
      "Costs, 2026-Q1",
    ]);
    // What comes at the start alone is no part of the quarter.
    expect(costs?.inputs[0]?.inputs.map(({ label }) => label)).toEqual(["Licences, 2026-Q1"]);
    const soFar = cashFlowTree(plan, request, { row: { total: "cumulative" }, column: 1 });
    expect(soFar?.label).toBe("Net so far, Start to 2026-Q1");
    const spent = soFar?.inputs[0]?.inputs[1]?.inputs[0]?.inputs.map(({ label }) => label);
    expect(spent).toEqual(["Set-up, Start to 2026-Q1", "Licences, Start to 2026-Q1"]);
    expect(leavesOf(soFar as Explanation).every(({ source }) => source !== undefined)).toBe(true);
  });

  it("says by how much a line was rounded so that the table adds up, and why a cell has no value", () => {
    const yen: CasePlan = { ...thirds, currency: "JPY" };
    const cell = cashFlowTree(
      yen,
      { step: "year", amounts: "credited" },
      { row: { lineId: "one" }, column: 1 },
    );
    const step = leavesOf(cell as Explanation).at(-1);
    expect(step?.label).toBe("Rounded, so that lines and periods add up");
    expect(Math.abs(Number(step?.value))).toBeLessThan(2);
    const missing = cashFlowTree(
      unsaid,
      { step: "year", amounts: "adjusted" },
      { row: { total: "net" }, column: 3 },
    );
    expect(missing).toMatchObject({
      value: null,
      reason: "unsaid is not valued yet: amount missing from Year 3.",
    });
  });

  it("has no cell that the table does not have", () => {
    const year = { step: "year", amounts: "credited" } as const;
    expect(cashFlowTree(plan, year, { row: { lineId: "nobody" }, column: 0 })).toBeUndefined();
    expect(cashFlowTree(plan, year, { row: { total: "net" }, column: 2 })).toBeUndefined();
    const months = { step: "month", amounts: "credited" } as const;
    expect(cashFlowTree(thirds, months, { row: { total: "net" }, column: 0 })).toBeUndefined();
  });
});
