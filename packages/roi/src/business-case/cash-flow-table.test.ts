import { describe, expect, it } from "vitest";
import { leadScoringPlan, moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import { caseLines } from "./case-lines.ts";
import { cashFlowTable } from "./cash-flow-table.ts";
import { constantPath } from "./plan-path.ts";

describe("cashFlowTable", () => {
  it("has the start in a column of its own, then calendar quarters or years", () => {
    const plan = { ...leadScoringPlan(), start: "2026-11" };
    const lines = caseLines(plan);
    const columnsBy = (step: "month" | "quarter" | "year") =>
      cashFlowTable(plan, lines, { step, amounts: "credited" }).columns;
    expect(columnsBy("month").slice(0, 3)).toEqual(["Start", "2026-11", "2026-12"]);
    expect(columnsBy("quarter")).toEqual(["Start", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"]);
    expect(columnsBy("year")).toEqual(["Start", "2026", "2027"]);
  });

  it("adds up, whatever is rounded", () => {
    const third = (id: string) => plannedCost(id, ["0", "33.333", "33.333", "33.334"]);
    const plan = planOf({ costs: [third("one"), third("two"), third("three")] });
    const { rows } = cashFlowTable(plan, caseLines(plan), { step: "year", amounts: "credited" });
    // 3 × 100.000 = 300.00: the cents go to the largest remainders, line by line.
    expect(rows.map(({ name, amounts, total }) => [name, ...amounts, total])).toEqual([
      ["one", "0.00", "33.33", "33.33", "33.34", "100.00"],
      ["two", "0.00", "33.33", "33.33", "33.34", "100.00"],
      ["three", "0.00", "33.33", "33.33", "33.34", "100.00"],
      ["Benefits", "0.00", "0.00", "0.00", "0.00", "0.00"],
      ["Costs", "0.00", "99.99", "99.99", "100.02", "300.00"],
      ["Net", "0.00", "-99.99", "-99.99", "-100.02", "-300.00"],
      ["Net so far", "0.00", "-99.99", "-199.98", "-300.00", "-300.00"],
    ]);
  });

  it("leaves empty what is not valued, and every sum that would hold it", () => {
    const late = moneyBenefit("late", "5", { run: { kind: "recurring", from: 2, to: 2 } });
    const unsaid = plannedCost("unsaid", "1", {
      amount: constantPath(null),
      run: { kind: "one-off", column: 3 },
    });
    const plan = planOf({ benefits: [late], costs: [unsaid] });
    const { rows } = cashFlowTable(plan, caseLines(plan), { step: "year", amounts: "adjusted" });
    expect(rows.map(({ name, amounts, total }) => [name, ...amounts, total])).toEqual([
      ["late", "0.00", "0.00", "5.00", "0.00", "5.00"],
      ["unsaid", "0.00", "0.00", "0.00", null, null],
      ["Benefits", "0.00", "0.00", "5.00", "0.00", "5.00"],
      ["Costs", "0.00", "0.00", "0.00", null, null],
      ["Net", "0.00", "0.00", "5.00", null, null],
      ["Net so far", "0.00", "0.00", "5.00", null, null],
    ]);
  });

  it("does not divide years into months", () => {
    const plan = planOf({ costs: [plannedCost("tool", "12")] });
    expect(() => cashFlowTable(plan, caseLines(plan), { step: "month", amounts: "credited" })).toThrow(
      "planned by year",
    );
  });
});
