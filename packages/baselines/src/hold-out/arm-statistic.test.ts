import { describe, expect, it } from "vitest";
import { armMoments } from "./arm-moments.ts";
import {
  meanStatistic,
  plainCovariance,
  plainMean,
  plainVariance,
  type ArmStatistic,
} from "./arm-statistic.ts";
import { sumOfProducts } from "./testing/arm-sums.ts";

const POST = [0.3, 0.5, 0.9, 22];
const PRE = [2, 1, 5, 3];

describe("arm statistics", () => {
  it("have the sample variance and covariance of the values behind them", () => {
    // By hand: Σ = 23.7, Σ² = 485.15 of the first, Σ = 11 of the second, Σ of the products 71.6.
    expect(plainVariance(meanStatistic(POST))).toBeCloseTo((485.15 - 23.7 ** 2 / 4) / 3, 12);
    expect(plainCovariance(meanStatistic(POST), meanStatistic(PRE), sumOfProducts(POST, PRE))).toBeCloseTo(
      (71.6 - (23.7 * 11) / 4) / 3,
      12,
    );
  });

  it("of a proportion vary by p(1 − p)", () => {
    expect(plainVariance({ kind: "proportion", count: 4, sum: 3 })).toBe(3 / 16);
    const joint = { kind: "proportion", count: 10, sum: 5 } as const;
    // E[xy] − E[x]E[y] with four of ten in both.
    expect(plainCovariance(joint, joint, 4)).toBeCloseTo(0.4 - 0.25, 14);
  });

  it("of one unit do not vary, and of none have no moments", () => {
    expect(plainVariance({ kind: "mean", count: 1, sum: 5, sumOfSquares: 25 })).toBe(0);
    expect(plainCovariance(meanStatistic([1]), meanStatistic([2]), 2)).toBe(0);
    expect(armMoments({ kind: "mean", count: 0, sum: 0, sumOfSquares: 0 }, 0)).toMatchObject({
      kind: "no-value",
    });
  });

  it.each<[string, ArmStatistic]>([
    ["half a unit", { kind: "proportion", count: 2.5, sum: 1 }],
    ["a negative count", { kind: "proportion", count: -1, sum: 0 }],
    ["more successes than units", { kind: "proportion", count: 3, sum: 4 }],
    ["a sum that is none", { kind: "mean", count: 3, sum: Number.NaN, sumOfSquares: 1 }],
    ["a negative sum of squares", { kind: "mean", count: 3, sum: 1, sumOfSquares: -1 }],
    [
      "parts of different size",
      {
        kind: "ratio",
        count: 3,
        numerator: meanStatistic([1, 2]),
        denominator: meanStatistic([1, 2, 3]),
        sumOfProducts: 5,
      },
    ],
    [
      "products that are none",
      {
        kind: "adjusted",
        count: 2,
        post: meanStatistic([1, 2]),
        pre: meanStatistic([1, 2]),
        sumOfProducts: Infinity,
      },
    ],
  ])("are refused with %s", (_, statistic) => {
    expect(() => armMoments(statistic, 0)).toThrow(RangeError);
  });
});

describe("plain statistics at their edges", () => {
  it("have a mean of 0 without a unit and no variance with one", () => {
    expect(plainMean(meanStatistic([]))).toBe(0);
    expect(plainVariance({ kind: "mean", count: 1, sum: 2, sumOfSquares: 5 })).toBe(0);
    expect(plainVariance({ kind: "proportion", count: 1, sum: 0.5 })).toBe(0.25);
  });

  it("divide the covariance of a mean with a proportion by one less than the units", () => {
    const amount = meanStatistic([1, 2, 6]);
    const bought = { kind: "proportion", count: 3, sum: 2 } as const;
    // Σxy = 8 for the last two units: (8 − 9·2/3)/2.
    expect(plainCovariance(amount, bought, 8)).toBeCloseTo(1, 12);
    expect(plainCovariance(bought, amount, 8)).toBeCloseTo(1, 12);
    // And by the units for two proportions: (1 − 2·2/3)/3.
    expect(plainCovariance(bought, bought, 1)).toBeCloseTo(-1 / 9, 12);
  });
});
