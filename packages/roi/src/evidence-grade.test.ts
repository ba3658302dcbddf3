import { chooseBaseline } from "@liftledger/baselines/choose-baseline";
import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";
import { describe, expect, it } from "vitest";
import { gradeEvidence, weakestGrade } from "./evidence-grade.ts";

const checked = (passed: boolean): PlaceboCheck => ({
  kind: "checked",
  folds: 12,
  falseAlarms: passed ? 0 : 4,
  falseAlarmRate: passed ? 0 : 4 / 12,
  level: 0.95,
  wideningFactor: 1,
  passed,
});
const weeks = (prePeriods: number, contaminated = false) =>
  chooseBaseline({ periodType: "week", prePeriods, contaminated });

describe("gradeEvidence", () => {
  it.each([
    [0, "E"],
    [2, "E"],
    [3, "D"],
    [25, "D"],
    [26, "C"],
    [104, "C"],
  ])("of %i weeks before the start and a passed placebo grants %s", (prePeriods, grade) => {
    expect(gradeEvidence(weeks(prePeriods), checked(true)).grade).toBe(grade);
  });

  it("lowers C to D when the placebo check failed, and says so", () => {
    expect(gradeEvidence(weeks(60), checked(false))).toMatchObject({
      grade: "D",
      reasons: [
        expect.any(String),
        "The placebo check failed: of 12 pretended starts 4 showed an effect where there was none.",
      ],
    });
  });

  it("lowers C to D when the history was too short for a placebo check", () => {
    const short = gradeEvidence(weeks(30), { kind: "not-enough-history", needed: 34, found: 30 });
    expect(short.grade).toBe("D");
    expect(short.reasons.at(-1)).toBe(
      "A placebo check needs 34 periods before the start and 30 are there, so this stays a before-and-after comparison.",
    );
  });

  it("grades a contaminated baseline D at best", () => {
    const contaminated = gradeEvidence(weeks(60, true), checked(true));
    expect(contaminated.grade).toBe("D");
    expect(contaminated.reasons.at(-1)).toContain("contaminated");
  });

  it("knows monthly series before and after only", () => {
    const choice = chooseBaseline({ periodType: "month", prePeriods: 48 });
    expect(gradeEvidence(choice, null).grade).toBe("D");
  });
});

describe("weakestGrade", () => {
  it("is the worst of those that are there", () => {
    expect(weakestGrade(["C", "A", null, "D"])).toBe("D");
    expect(weakestGrade([null, null])).toBeNull();
    expect(weakestGrade([])).toBeNull();
  });
});
