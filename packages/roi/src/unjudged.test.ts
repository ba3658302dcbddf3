import { describe, expect, it } from "vitest";
import { gap, missingRules } from "./missing.ts";
import { judge } from "./verdict.ts";
import { exampleJudgement } from "./testing/example-judgement.ts";

describe("judge, where something is missing", () => {
  it.each([
    ["no-cost", "no-cost"],
    ["no-data", "no-data"],
    ["too-early", "too-early"],
    ["no-frozen-baseline", "not-judged"],
    ["not-valued", "not-judged"],
    ["unmeasured", "not-judged"],
    ["counted-twice", "not-judged"],
    ["cost-coverage", "not-judged"],
    ["benefit-coverage", "not-judged"],
    ["no-interval", "not-judged"],
    ["volume", "not-judged"],
  ] as const)("with %s first it says %s", (rule, status) => {
    const verdict = judge(exampleJudgement({ missing: [gap(rule, "The headline", "What to do.")] }));
    expect(verdict).toMatchObject({ status, headline: "The headline", reason: "What to do." });
    expect(verdict.probabilities).toBeNull();
    expect(missingRules).toContain(rule);
  });

  it("says when the answer comes", () => {
    const dated = gap("too-early", "Too early: 5 of 8 weeks", "5 of 8 weeks are in.", "2026-08-02");
    expect(judge(exampleJudgement({ missing: [dated] })).reason).toBe(
      "5 of 8 weeks are in. The answer comes on 2026-08-02.",
    );
    const foreseen = { ...dated, knownWhen: "around 2026-08-02" };
    expect(judge(exampleJudgement({ missing: [foreseen] })).reason).toBe(
      "5 of 8 weeks are in. The answer comes around 2026-08-02.",
    );
  });

  it("still tells the position of the point, where there is one", () => {
    const missing = [gap("too-early", "Too early", "Wait.")];
    expect(judge(exampleJudgement({ missing, roi: 0.8 })).position).toBe("between-bands");
    expect(judge(exampleJudgement({ missing, roi: null })).position).toBe("unknown");
  });

  it("judges nothing without an interval, whatever was found missing", () => {
    expect(judge(exampleJudgement({ realisedValue: null })).probabilities).toBeNull();
  });
});
