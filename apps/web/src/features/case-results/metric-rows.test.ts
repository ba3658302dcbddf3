import { evaluateCase } from "@liftledger/roi/business-case/evaluate-case";
import { enginePlan } from "@liftledger/contracts/case-plan-people";
import { NewBusinessCase } from "@liftledger/contracts/business-case";
import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { CasePlan } from "@liftledger/contracts/case-plan";
import { describe, expect, it } from "vitest";
import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { cumulativeFinding, cumulativeSpec } from "./cumulative-chart.ts";
import { figureWords } from "./figure-words.ts";
import { answersOf, metricRows, metricsOf, rateAnswer, type CaseMetrics } from "./metric-rows.ts";

const plan = CasePlan.parse({
  ...NewBusinessCase.parse({ initiativeId: "any", name: "any", plan: examplePlan }).plan,
  discountRate: examplePlan.discountRate,
});
const evaluation = evaluateCase(enginePlan(plan)) as unknown as CaseEvaluation;
const [base] = evaluation.scenarios;
const units = { currency: "EUR", period: "year" } as const;
const said = (risk: "before" | "after") =>
  Object.fromEntries(
    metricRows.map(({ key, answer }) => [
      key,
      answer(metricsOf(base?.totals.cash ?? ({} as never), risk), units).text,
    ]),
  );

describe("metricRows", () => {
  it("says the engine's figures, and nothing of its own", () => {
    // Year 1: 0.01 × 62,400 × 50 × 0.8 × 0.6 × 0.9 × 0.8 = 10,782.72; years 2 and 3: × 1.5 = 16,174.08. Costs 8,000 + 3 × 6,000.
    expect(said("before")).toMatchObject({
      totalBenefits: "€43,131",
      totalCosts: "€26,000",
      netBenefit: "€17,131",
      netRoi: "66%",
      grossMultiple: "1.66",
      // 8,000 less 4,782.72 in the first year leaves 3,217.28, of 10,174.08 in the second: 1.32 years.
      paybackDurable: "after 1.3 years",
    });
    expect(said("after")).toMatchObject({ totalBenefits: "€36,661", netRoi: "41%" });
  });

  it("has words for every figure", () => {
    expect(Object.keys(figureWords).toSorted()).toEqual(metricRows.map(({ key }) => key).toSorted());
  });

  it("shows a rate of return only where it is the only one", () => {
    const roots = { roots: [0.1, 0.4], signChanges: 2 };
    expect(rateAnswer({ status: "multiple", reason: "Two rates fit.", ...roots })).toEqual({
      text: "several",
      reason: "Two rates fit.",
    });
    expect(rateAnswer({ status: "unique", rate: 0.1234, roots: [0.1234], signChanges: 1 }).text).toBe(
      "12.3%",
    );
  });
});

describe("answersOf", () => {
  const worth = (...amounts: string[]) => {
    const row = metricRows.find(({ key }) => key === "netPresentValue");
    if (row === undefined) throw new Error("there is no such row");
    const metrics = amounts.map((netPresentValue) => ({ netPresentValue }) as CaseMetrics);
    return answersOf(row, metrics, units).map(({ text }) => text);
  };

  it("writes the amounts of a row alike: no minor unit beside amounts that are too large for it", () => {
    expect(worth("85445.31", "-944.07", "138500")).toEqual(["€85,445", "−€944", "€138,500"]);
    expect(worth("12.50", "-944.07")).toEqual(["€12.50", "−€944.07"]);
  });
});

describe("cumulativeSpec", () => {
  it("marks where the base is paid back, between two columns, and ends in the net benefit", () => {
    const spec = cumulativeSpec(evaluation, { basis: "cash", risk: "before" });
    expect(spec.marks?.map(({ at }) => at.toFixed(3))).toEqual(["1.316"]);
    expect(spec.lines.map(({ name, values }) => [name, values.length])).toEqual([
      ["Base", 4],
      ["Conservative", 4],
      ["Optimistic", 4],
    ]);
    expect(spec.lines[0]?.values.at(-1)).toBeCloseTo(17_130.88, 6);
    const metrics = metricsOf(base?.totals.cash ?? ({} as never), "before");
    const opens = (key: string, text: string) => ({ text, shown: key });
    const { text } = cumulativeFinding(metrics, units, opens);
    expect(text).toBe("What was spent has come back after 1.3 years");
  });
});
