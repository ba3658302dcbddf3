import {
  leadScoringPlan,
  moneyBenefit,
  planOf,
  plannedCost,
} from "@liftledger/roi/testing/example-case-plan";
import { evaluateCase } from "@liftledger/roi/business-case/evaluate-case";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import { describe, expect, it } from "vitest";
import { readWrittenWorkbook } from "../testing/written-workbook.ts";
import { caseWorkbook } from "./case-workbook.ts";
import { scenarioFigures } from "./flow-figures.ts";
import { planBenchmarks } from "./plan-benchmarks.ts";
import { planWorkbookInput } from "./plan-workbook.ts";

const words = {
  title: "Lead scoring",
  organisation: "Example",
  subtitle: "Version 1",
  asOf: "2026-11-22T21:30:00.000Z",
  nameOf: (id: string) => `Person ${id}`,
  benchmarks: [],
};

/** The net present values of a case, after risk and before it, by scenario, as the workbook has them. */
function valuesOf(
  plan: CasePlan,
  basis: "cash" | "cash-plus-capacity" | "all",
): readonly (readonly string[])[] {
  const figures = scenarioFigures({ ...planWorkbookInput(plan, words), basis });
  return figures.map(({ after, before }) => [after.metrics.netPresentValue, before.metrics.netPresentValue]);
}

function evaluatedValues(
  plan: CasePlan,
  basis: "cash" | "cash-plus-capacity" | "all",
): readonly (readonly string[])[] {
  return evaluateCase(plan).scenarios.map(({ totals }) => {
    const total = totals[basis];
    const { adjusted, unadjusted } = total.kind === "whole" ? total : total.ofValuedLines;
    return [adjusted.netPresentValue, unadjusted.netPresentValue];
  });
}

describe("planWorkbookInput", () => {
  it.each(["cash", "cash-plus-capacity", "all"] as const)(
    "comes to what the engine says of the case, in every scenario, on the basis %s",
    (basis) => {
      const fine = moneyBenefit("fine", "1000", { class: "risk-avoided" });
      const plan = leadScoringPlan();
      const whole = { ...plan, benefits: [...plan.benefits, fine] };
      expect(valuesOf(whole, basis)).toEqual(evaluatedValues(whole, basis));
    },
  );

  it("converts a line by the plan's locked rate, typed once", () => {
    const lines = {
      benefits: [moneyBenefit("dollars", "1000", { currency: "USD" })],
      costs: [plannedCost("licences", "100")],
    };
    const plan = planOf({ ...lines, budgetRates: [{ from: "USD", rate: "0.9", lockedOn: "2026-01-02" }] });
    expect(valuesOf(plan, "cash")).toEqual(evaluatedValues(plan, "cash"));
    expect(planWorkbookInput(plan, words).lines[0]?.quantities.at(-1)?.name).toBe("Budget rate, USD to EUR");
  });

  it("switches off a benefit that rests on an estimate nobody has accepted, and says so", () => {
    const estimated = moneyBenefit("hope", "1000");
    const assumptions = estimated.assumptions.map((one) => ({ ...one, evidence: "estimate" as const }));
    const plan = planOf({
      benefits: [{ ...estimated, assumptions }],
      costs: [plannedCost("licences", "100")],
    });
    expect(valuesOf(plan, "cash")).toEqual(evaluatedValues(plan, "cash"));
    const accepted = planWorkbookInput(plan, words).lines[0]?.quantities.find(
      ({ name }) => name === "Accepted",
    );
    expect(accepted?.source).toContain("credited at nothing until somebody accepts it");
  });

  it("leaves what is not valued yet in words, and out of the sums", async () => {
    const plan = planOf({
      benefits: [moneyBenefit("later", ["0", "10", "20", "30"])],
      costs: [plannedCost("a", "5")],
    });
    const gapped = {
      ...plan,
      costs: plan.costs.map((line) => ({
        ...line,
        amount: [
          { from: 0, value: "5" },
          { from: 2, value: null },
        ],
      })),
    };
    expect(valuesOf(gapped, "cash")).toEqual(evaluatedValues(gapped, "cash"));
    const book = await readWrittenWorkbook(await caseWorkbook(planWorkbookInput(gapped, words)));
    expect([...book.values.values()]).toContain("not valued yet");
  });

  it("tells scenarios, owners, sources and benchmarks in words", () => {
    const plan = leadScoringPlan();
    const against = evaluateCase(plan).scenarios[0].benchmarks?.adjusted ?? null;
    const input = planWorkbookInput(plan, { ...words, benchmarks: planBenchmarks(against) });
    expect(input.scenarios[1]?.description).toBe("adoption × 0.7; start, by month of More opportunities + 2");
    expect(input.provenance[0]).toMatchObject({ field: "Lift", value: "0.006", owner: "Person ines" });
    expect(input.benchmarks.map(({ name }) => name)).toContain("First-year gain in campaign ROI");
    expect(input.benchmarks.at(-1)?.saysToThisCase).toMatch(/^Not comparable: /);
  });
});
