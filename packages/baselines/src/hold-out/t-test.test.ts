import { describe, expect, it } from "vitest";
import { answerOf } from "../testing/answer-of.ts";
import { meanStatistic } from "./arm-statistic.ts";
import { tTest } from "./t-test.ts";

describe("tTest", () => {
  const control = meanStatistic([3, 5, 4, 8, 9, 6]);
  const treatment = meanStatistic([5, 9, 7, 12, 11, 9]);

  it("puts both one-sided p-values together to 1, and half the two-sided one on the seen side", () => {
    const of = (alternative: "two-sided" | "greater" | "lesser") =>
      answerOf(tTest({ control, treatment, difference: "absolute", alternative })).pValue;
    expect(of("greater") + of("lesser")).toBeCloseTo(1, 14);
    expect(of("two-sided")).toBeCloseTo(2 * of("greater"), 14);
  });

  it("tests against any value, and is sure of its own estimate", () => {
    const test = tTest({ control, treatment, difference: "absolute", testValue: 18 / 6 });
    expect(test).toMatchObject({ tStatistic: expect.closeTo(0, 12), pValue: expect.closeTo(1, 12) });
    expect(() => tTest({ control, treatment, difference: "absolute", testValue: Number.NaN })).toThrow(
      RangeError,
    );
    expect(() => tTest({ control, treatment, difference: "absolute", level: 1 })).toThrow(RangeError);
  });
});
