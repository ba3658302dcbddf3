import { describe, expect, it } from "vitest";
import { chooseBaseline } from "./choose-baseline.ts";

/** The ladder as the method card prints it, at both ends of every rung. */
const WEEKLY: [weeks: number, rung: string, interval: boolean, indicative: boolean, grade: string][] = [
  [0, "none", false, false, "E"],
  [1, "point", false, false, "E"],
  [2, "point", false, false, "E"],
  [3, "indicative", true, true, "D"],
  [7, "indicative", true, true, "D"],
  [8, "short", true, false, "D"],
  [25, "short", true, false, "D"],
  [26, "half-year", true, false, "C"],
  [51, "half-year", true, false, "C"],
  [52, "year", true, false, "C"],
  [103, "year", true, false, "C"],
  [104, "seasonal", true, false, "C"],
  [500, "seasonal", true, false, "C"],
];

describe("chooseBaseline", () => {
  it.each(WEEKLY)(
    "with %i weeks stands on the rung %s",
    (prePeriods, rung, hasInterval, indicative, bestGrade) => {
      const choice = chooseBaseline({ periodType: "week", prePeriods });
      expect(choice).toMatchObject({ rung, hasInterval, indicative, bestGrade });
      expect(choice.reasons.length).toBeGreaterThan(0);
    },
  );

  it("gives a season only to two years of weeks, and no design to no history", () => {
    expect(chooseBaseline({ periodType: "week", prePeriods: 103 }).design).toEqual({ kind: "flat" });
    expect(chooseBaseline({ periodType: "week", prePeriods: 104 }).design).toEqual({
      kind: "fourier",
      harmonics: 2,
      periodLength: 52.18,
    });
    expect(chooseBaseline({ periodType: "week", prePeriods: 0 }).design).toBeNull();
  });

  it("asks twelve months for an interval without the badge", () => {
    expect(chooseBaseline({ periodType: "month", prePeriods: 11 })).toMatchObject({
      hasInterval: true,
      indicative: true,
    });
    expect(chooseBaseline({ periodType: "month", prePeriods: 12 })).toMatchObject({
      hasInterval: true,
      indicative: false,
      bestGrade: "D",
    });
  });

  it("grades a contaminated baseline D at best and says so", () => {
    const choice = chooseBaseline({ periodType: "week", prePeriods: 60, contaminated: true });
    expect(choice.bestGrade).toBe("D");
    expect(choice.reasons.join(" ")).toContain("contaminated");
    expect(chooseBaseline({ periodType: "week", prePeriods: 1, contaminated: true }).bestGrade).toBe("E");
  });

  it("refuses what is no number of periods", () => {
    expect(() => chooseBaseline({ periodType: "week", prePeriods: -1 })).toThrow(RangeError);
    expect(() => chooseBaseline({ periodType: "week", prePeriods: 2.5 })).toThrow(RangeError);
  });
});
