import { describe, expect, it } from "vitest";
import { countBelow, summariseSorted } from "./sample-summary.ts";

describe("summariseSorted", () => {
  it("has the mean, its standard error and percentiles between neighbouring runs", () => {
    // numpy: mean 2.5, std(ddof=1) / 2 = √(5/3) / 2, percentile([1, 2, 3, 4], [10, 50, 90]).
    expect(summariseSorted(Float64Array.of(1, 2, 3, 4))).toEqual({
      mean: 2.5,
      standardError: 0.645497224368,
      p10: 1.3,
      p50: 2.5,
      p90: 3.7,
      chanceOfLoss: 0,
    });
    expect(summariseSorted(Float64Array.of(-3, 5))).toEqual({
      mean: 1,
      standardError: 4,
      p10: -2.2,
      p50: 1,
      p90: 4.2,
      chanceOfLoss: 0.5,
    });
  });
  it("keeps small spreads of large figures", () => {
    const { mean, standardError } = summariseSorted(Float64Array.of(1e9, 1e9 + 1, 1e9 + 2));
    expect([mean, standardError]).toEqual([1e9 + 1, 0.57735026919]);
    expect(summariseSorted(Float64Array.of(1e200, 3e200))).toMatchObject({
      mean: 2e200,
      standardError: 1e200,
    });
    expect(summariseSorted(Float64Array.of(2, 2, 2))).toMatchObject({ mean: 2, standardError: 0 });
  });
  it("has the error of deviations whose squares are no doubles", () => {
    // n − 1 times 0 and once x, or the other way round: x / n.
    const errorOf = (...runs: number[]) => summariseSorted(Float64Array.of(...runs)).standardError;
    expect(errorOf(-1e200, 1e200)).toBe(1e200);
    expect(errorOf(0, 0, 0, 2e200)).toBe(5e199);
    expect(errorOf(-2e200, 0, 0, 0)).toBe(5e199);
  });
});

describe("countBelow", () => {
  it("counts what is strictly below, ties or none", () => {
    const sorted = Float64Array.of(-1, 0, 0, 2);
    expect([-2, -1, 0, 0.5, 2, 3].map((value) => countBelow(sorted, value))).toEqual([0, 0, 1, 3, 3, 4]);
    expect(countBelow(new Float64Array(0), 1)).toBe(0);
  });
});
