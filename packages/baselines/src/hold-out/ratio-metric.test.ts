import { describe, expect, it } from "vitest";
import { armMoments } from "./arm-moments.ts";
import { meanStatistic } from "./arm-statistic.ts";
import { ratioMetric, ratioStatistic } from "./ratio-metric.ts";
import { sumOfProducts } from "./testing/arm-sums.ts";

describe("ratioMetric", () => {
  const arm = (numerator: readonly number[], denominator: readonly number[]) => ({
    count: numerator.length,
    numerator: meanStatistic(numerator).sum,
    numeratorSquares: meanStatistic(numerator).sumOfSquares,
    denominator: meanStatistic(denominator).sum,
    denominatorSquares: meanStatistic(denominator).sumOfSquares,
    products: sumOfProducts(numerator, denominator),
  });

  it("is the difference of means where every denominator is one", () => {
    const ones = [1, 1, 1, 1];
    const metric = ratioMetric({ control: arm([1, 2, 3, 6], ones), treatment: arm([4, 5, 9, 2], ones) });
    // Means 3 and 5, variances 14/3 and 26/3, four units each.
    expect(metric).toMatchObject({
      difference: 2,
      standardError: expect.closeTo(Math.sqrt(14 / 12 + 26 / 12), 12),
      // 2 Φ(−2/√(40/12)), mpmath.
      pValue: expect.closeTo(0.2733216782922981, 13),
    });
    const statistic = ratioStatistic(arm([1, 2, 3, 6], ones));
    expect(armMoments(statistic, 0)).toMatchObject({ mean: 3, variance: expect.closeTo(14 / 3, 12) });
  });

  it("answers why there is none", () => {
    const steady = arm([2, 4, 6], [1, 2, 3]);
    expect(ratioMetric({ control: steady, treatment: arm([3, 6, 9], [1, 2, 3]) })).toMatchObject({
      reason: "the ratio is the same for every unit",
    });
    expect(ratioMetric({ control: arm([2], [1]), treatment: steady }).kind).toBe("no-value");
    expect(ratioMetric({ control: steady, treatment: arm([1, 2], [0, 0]) }).kind).toBe("no-value");
    expect(ratioMetric({ control: arm([], []), treatment: steady }).kind).toBe("no-value");
    expect(ratioMetric({ control: { ...steady, products: 1e9 }, treatment: steady }).kind).toBe("no-value");
  });
});
