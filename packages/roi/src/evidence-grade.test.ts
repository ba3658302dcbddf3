import { chooseBaseline } from "@liftledger/baselines/choose-baseline";
import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";
import { describe, expect, it } from "vitest";
import { gradeEvidence, gradeOf, weakestGrade } from "./evidence-grade.ts";

const checked = (passed: boolean): PlaceboCheck => ({
  kind: "checked",
  folds: 12,
  falseAlarms: passed ? 0 : 4,
  falseAlarmRate: passed ? 0 : 4 / 12,
  falseAlarmInterval: { low: 0, high: 0.6, level: 0.95 },
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
    const failed = gradeEvidence(weeks(60), checked(false));
    expect(failed.grade).toBe("D");
    expect(failed.reasons.at(-1)).toBe(
      "The placebo check failed: of 12 pretended starts 4 showed an effect where there was none.",
    );
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

describe("gradeEvidence, of a history in which nothing varies", () => {
  it("is an estimate, however long, since a point knows nothing of chance", () => {
    const still = gradeEvidence(weeks(104), checked(true), false);
    expect(still.grade).toBe("E");
    expect(still.reasons.at(-1)).toContain("look at where these come from");
  });
});

describe("gradeEvidence, with a comparison series", () => {
  const compared = (prePeriods: number, contaminated = false) =>
    chooseBaseline({ periodType: "week", prePeriods, contaminated, controls: ["north"] });

  it("grants B, also where the history is too short for a placebo check", () => {
    expect(gradeEvidence(compared(60), checked(true)).grade).toBe("B");
    expect(gradeEvidence(compared(12), null).grade).toBe("B");
  });

  it("leaves D where the check failed or the baseline is contaminated", () => {
    expect(gradeEvidence(compared(60), checked(false)).grade).toBe("D");
    expect(gradeEvidence(compared(60, true), checked(true)).grade).toBe("D");
  });
});

describe("gradeOf", () => {
  const history = { periodType: "week", prePeriods: 60, contaminated: false, placeboPassed: true } as const;

  it.each([
    ["a sound hold-out", { method: "hold-out", sampleRatioPassed: true, analysedAsRandomised: true }, "A"],
    [
      "groups of the wrong size",
      { method: "hold-out", sampleRatioPassed: false, analysedAsRandomised: true },
      "D",
    ],
    [
      "another unit analysed",
      { method: "hold-out", sampleRatioPassed: true, analysedAsRandomised: false },
      "B",
    ],
    ["a comparison series", { ...history, method: "comparison-series" }, "B"],
    [
      "8 weeks of one, no placebo",
      { ...history, method: "comparison-series", prePeriods: 8, placeboPassed: null },
      "B",
    ],
    ["7 weeks of one", { ...history, method: "comparison-series", prePeriods: 7, placeboPassed: null }, "D"],
    [
      "12 months of one",
      { ...history, method: "comparison-series", periodType: "month", prePeriods: 12, placeboPassed: null },
      "B",
    ],
    ["one whose placebo failed", { ...history, method: "comparison-series", placeboPassed: false }, "D"],
    ["an interrupted time series", { ...history, method: "own-history" }, "C"],
    ["26 weeks", { ...history, method: "own-history", prePeriods: 26 }, "C"],
    ["25 weeks", { ...history, method: "own-history", prePeriods: 25 }, "D"],
    ["48 months", { ...history, method: "own-history", periodType: "month", prePeriods: 48 }, "D"],
    ["a failed placebo", { ...history, method: "own-history", placeboPassed: false }, "D"],
    ["no placebo", { ...history, method: "own-history", placeboPassed: null }, "D"],
    ["contamination", { ...history, method: "own-history", contaminated: true }, "D"],
    ["3 weeks", { ...history, method: "own-history", prePeriods: 3, placeboPassed: null }, "D"],
    ["2 weeks", { ...history, method: "own-history", prePeriods: 2, placeboPassed: null }, "E"],
    ["a timed sample of 20 and 20", { method: "timed-sample", itemsBefore: 20, itemsAfter: 20 }, "D"],
    ["a timed sample of 20 and 19", { method: "timed-sample", itemsBefore: 20, itemsAfter: 19 }, "E"],
    ["an estimate", { method: "estimate" }, "E"],
    ["a typed benchmark", { method: "benchmark" }, "E"],
  ] as const)("of %s", (_, facts, grade) => {
    const graded = gradeOf(facts);
    expect(graded.grade).toBe(grade);
    expect(graded.reasons.every((reason) => reason.endsWith("."))).toBe(true);
  });

  it.each([-1, 1.5, Number.NaN])("refuses %f as a number of periods or items", (count) => {
    const history = { periodType: "week", contaminated: false, placeboPassed: null } as const;
    expect(() => gradeOf({ method: "own-history", ...history, prePeriods: count })).toThrow(RangeError);
    expect(() => gradeOf({ method: "timed-sample", itemsBefore: 20, itemsAfter: count })).toThrow(RangeError);
  });

  it("agrees with the ladder for every weekly history and check", () => {
    const checks = [
      [null, null],
      [true, checked(true)],
      [false, checked(false)],
    ] as const;
    for (let prePeriods = 0; prePeriods <= 120; prePeriods += 1) {
      for (const contaminated of [false, true]) {
        for (const [placeboPassed, placebo] of checks) {
          const facts = {
            ...history,
            method: "own-history",
            prePeriods,
            contaminated,
            placeboPassed,
          } as const;
          expect(gradeEvidence(weeks(prePeriods, contaminated), placebo).grade).toBe(gradeOf(facts).grade);
        }
      }
    }
  });
});

describe("weakestGrade", () => {
  it("is the worst of those that are there", () => {
    expect(weakestGrade(["C", "A", null, "D"])).toBe("D");
    expect(weakestGrade([null, null])).toBeNull();
    expect(weakestGrade([])).toBeNull();
  });
});
