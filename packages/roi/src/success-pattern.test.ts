import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { compareWithPattern } from "./success-pattern.ts";
import { successPatterns } from "./benchmark-library/success-patterns.ts";

const scoring = (relativeChange: number | null, months: number, kpi = "conversion-rate") =>
  compareWithPattern({ pattern: "predictive-lead-scoring", kpi, relativeChange, months });

describe("compareWithPattern", () => {
  it.each([
    [0.3, 6, "short", "within", 0.3 / 1.4],
    [1.4, 12, "reached", "within", 1],
    [2, 13, "reached", "past", 2 / 1.4],
    [0, 5, "short", "too-soon", 0],
    [-0.1, 9, "opposite", "within", -0.1 / 1.4],
  ])("a conversion rate up by %f after %i months: %s, %s", (change, months, outcome, timing, share) => {
    expect(scoring(change, months)).toMatchObject({
      kind: "compared",
      outcome,
      timing,
      shareReached: expect.closeTo(share, 14),
    });
  });

  it("is what its tree gives: the own change over the published one", () => {
    const answer = scoring(0.3, 6);
    if (answer.kind !== "compared") throw new Error(answer.reason);
    expect(evaluateExplanation(answer.tree)).toBe("0.21428571428571428571");
    expect(Number(answer.tree.value)).toBe(answer.shareReached);
    expect(answer.tree.inputs[1]).toMatchObject({ value: "1.4", source: { kind: "benchmark" } });
  });

  it("counts less as reached where less is better", () => {
    expect(scoring(-0.4, 6, "sales-cycle-length")).toMatchObject({ outcome: "reached" });
    expect(scoring(0.1, 6, "sales-cycle-length")).toMatchObject({ outcome: "opposite" });
  });

  it("says it in a sentence with the publisher and the caveat", () => {
    const answer = scoring(0.25, 7.4, "closed-deals");
    expect(answer.kind === "compared" && answer.sentence).toBe(
      "Closed deals +25% after 7 months; published for predictive lead scoring: +50% within 6 to 12 months, with the same team (Digital Applied).",
    );
  });

  it("finds every published KPI of every pattern by its own name", () => {
    for (const { key, kpis } of successPatterns)
      for (const { kpi, relativeChange } of kpis)
        expect(
          compareWithPattern({ pattern: key, kpi, relativeChange: Number(relativeChange), months: 6 }),
        ).toMatchObject({ outcome: "reached", shareReached: 1, timing: "within" });
  });

  it.each([-1, Number.NaN])("refuses %f months, which cannot have elapsed", (months) => {
    expect(() => scoring(0.3, months)).toThrow(RangeError);
  });

  it("says what is missing", () => {
    expect(scoring(null, 6)).toMatchObject({ kind: "no-change" });
    expect(scoring(0.3, 6, "churn-rate")).toMatchObject({
      reason: 'Nothing is published of "churn-rate" under predictive lead scoring.',
    });
    expect(
      compareWithPattern({ pattern: "chat", kpi: "churn-rate", relativeChange: 0, months: 1 }),
    ).toMatchObject({ kind: "not-published", reason: 'Nothing is published of the pattern "chat".' });
  });
});
