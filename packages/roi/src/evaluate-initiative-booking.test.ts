import { lastDay } from "@liftledger/kpis/period";
import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation } from "./explanation.ts";
import {
  exampleBenefit,
  exampleInitiative,
  monthlyCosts,
  repeated,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

describe("evaluateInitiative, while costs are still to be booked", () => {
  const costs = (months: number) =>
    monthlyCosts(
      "2025-01",
      Array.from({ length: months }, () => 900_000),
    );
  // 24 opportunities × 180 = 4,320 a month; twelve months are measured.
  const measured = [exampleBenefit({ after: snapshotsFrom("2025-01", repeated(12, 104, 4000)) })];
  const on = (until: string, months: number) => {
    const after = measured[0]?.after.filter(({ period }) => lastDay(period) <= until) ?? [];
    const benefits = [exampleBenefit({ after })];
    return evaluateInitiative(exampleInitiative({ costs: costs(months), until, benefits }));
  };

  it.each([
    // until, months booked, counted until, value, cost
    ["2025-07-10", 7, "2025-07-10", "25920", "56903.23"],
    ["2025-07-10", 6, "2025-06-30", "25920", "54000.00"],
    ["2025-07-10", 5, "2025-05-31", "21600", "45000.00"],
    ["2025-06-30", 5, "2025-05-31", "21600", "45000.00"],
  ])("on %s with %i months booked counts up to %s: %s on %s", (until, months, day, value, cost) => {
    const { countedUntil, figures, verdict, coverage } = on(until, months);
    expect(countedUntil).toBe(day);
    expect(figures.realisedValue.figure).toMatchObject({ value, until: day });
    expect(Number(figures.cost.figure.value)).toBe(Number(cost));
    expect(verdict.missing).toEqual([]);
    expect(coverage.cost).toBe(1);
    expect(verdict.qualifiers.some(({ key }) => key === "cost-not-booked")).toBe(day !== until);
    for (const { tree, figure } of Object.values(figures))
      expect(evaluateExplanation(tree)).toBe(figure.value);
  });

  it("says what it waits for", () => {
    const { verdict, waitingForCostOf } = on("2025-07-10", 5);
    expect(waitingForCostOf).toEqual(["2025-06", "2025-07"]);
    expect(verdict.qualifiers.find(({ key }) => key === "cost-not-booked")?.text).toBe(
      "Counted up to 2025-05-31: the cost of 2025-06 and 2025-07 is not recorded yet, so what those months brought is left out as well.",
    );
  });

  it("stops waiting after fourteen days: then the cost is missing", () => {
    expect(on("2025-07-14", 5).verdict.missing).toEqual([]);
    const { verdict, countedUntil } = on("2025-07-15", 5);
    expect(countedUntil).toBe("2025-07-15");
    expect(verdict.missing.map(({ rule }) => rule)).toEqual(["cost-coverage"]);
  });

  it("measures the lift on all that was logged, whatever is counted", () => {
    const { benefits } = on("2025-07-10", 5);
    expect(benefits[0]?.mature).toHaveLength(6);
    expect(benefits[0]?.figures.units.figure).toMatchObject({ value: "144", until: "2025-07-10" });
    expect(benefits[0]?.figures.realised.figure).toMatchObject({ value: "21600", until: "2025-05-31" });
  });

  it("asks for the cost where without it nothing counts", () => {
    const { verdict } = evaluateInitiative(
      exampleInitiative({
        costs: monthlyCosts("2024-12", [900_000]),
        benefits: [exampleBenefit({ after: snapshotsFrom("2025-01", repeated(1, 104, 4000)) })],
        until: "2025-02-05",
      }),
    );
    expect(verdict.headline).toBe("Not judged: costs are not recorded yet");
    expect(verdict.missing[0]?.what).toBe(
      "Nothing since the start counts yet, because value never runs ahead of cost: log the cost of 2025-01 and 2025-02.",
    );
  });
});
