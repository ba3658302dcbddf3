import { describe, expect, it } from "vitest";
import { armMoments, ratioVariance } from "./arm-moments.ts";
import {
  meanStatistic,
  plainVariance,
  type AdjustedStatistic,
  type RatioStatistic,
} from "./arm-statistic.ts";
import { effect } from "./effect.ts";
import { meanArm, sumOfProducts } from "./testing/arm-sums.ts";

/** Units that all have the same ratio. */
function sameRatio(ratio: number, denominators: readonly number[]): RatioStatistic {
  const numerators = denominators.map((value) => ratio * value);
  return {
    kind: "ratio",
    count: denominators.length,
    numerator: meanStatistic(numerators),
    denominator: meanStatistic(denominators),
    sumOfProducts: sumOfProducts(numerators, denominators),
  };
}

describe("armMoments", () => {
  it("refuses a later figure whose squares are too few for its sum, whatever its past adds to them", () => {
    const contradictory: AdjustedStatistic = {
      kind: "adjusted",
      count: 10,
      post: meanArm(10, 10, 9),
      pre: meanArm(10, 0, 90),
      sumOfProducts: 0,
      theta: 1,
    };
    expect(armMoments(contradictory, 1)).toEqual({
      kind: "no-value",
      reason: "the sums of squares and products contradict each other",
    });
  });

  it("takes a rest of 1e-12 of what cancelled for rounding, and twice that for scatter", () => {
    // Both variances 5e11 (two units about 0), covariance (1e12 − rest) / 2: what is left of 1e12 is `rest`.
    const part = meanArm(2, 0, 5e11);
    const left = (rest: number): AdjustedStatistic => ({
      kind: "adjusted",
      count: 2,
      post: part,
      pre: part,
      sumOfProducts: (1e12 - rest) / 2,
    });
    expect(armMoments(left(1), 1)).toMatchObject({ variance: 0 });
    expect(armMoments(left(2), 1)).toMatchObject({ variance: 2 });
  });
});

describe("ratioVariance", () => {
  it("is 0 where all units have one ratio, though rounding leaves something of it", () => {
    for (const arm of [sameRatio(7, [10, 20, 40]), sameRatio(1.1, [3, 5, 7]), sameRatio(0.7, [10, 20, 40])]) {
      expect(ratioVariance(arm)).toBe(0);
      expect(effect({ control: arm, treatment: arm, difference: "absolute" })).toEqual({
        kind: "no-value",
        reason: "no unit of the control arm differs from another",
      });
    }
  });

  it("takes a rest of 1e-12 of what cancelled for rounding, and twice that for scatter", () => {
    // Three units, ratio 1, mean denominator 1, variances 5e11 each, covariance (1e12 − rest) / 2.
    const part = meanArm(3, 3, 1e12 + 3);
    const left = (rest: number) => ({ numerator: part, denominator: part, sumOfProducts: 1e12 - rest + 3 });
    expect(ratioVariance(left(1))).toBe(0);
    expect(ratioVariance(left(2))).toBe(2);
  });

  it("is as large in small units, times their square", () => {
    const inUnits = (unit: number) => {
      const n = [2, 3, 7].map((value) => value * unit);
      const d = [1, 2, 3].map((value) => value * unit);
      return ratioVariance({
        numerator: meanStatistic(n),
        denominator: meanStatistic(d),
        sumOfProducts: sumOfProducts(n, d),
      });
    };
    // R = 2, N − R·D = 0, −1, 1 with variance 1, over D̄² = 4.
    expect(inUnits(1)).toBeCloseTo(0.25, 12);
    expect(inUnits(2 ** -20)).toBeCloseTo(0.25, 12);
  });
});

describe("plainVariance", () => {
  it("takes a rest of 1e-13 of the squares for rounding, and twice that for scatter", () => {
    // As many units as their sum, so that Σ² − (Σ)²/n is 1e13 less the units.
    const left = (rest: number) => {
      const units = 1e13 - rest;
      return plainVariance(meanArm(units, units, 1e13));
    };
    expect(left(1)).toBe(0);
    expect(left(2)).toBe(2 / (1e13 - 3));
  });
});
