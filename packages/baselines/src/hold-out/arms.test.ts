import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { armMoments } from "./arm-moments.ts";
import { meanStatistic, plainCovariance, plainVariance, type ArmStatistic } from "./arm-statistic.ts";
import { bayesianTest } from "./bayesian-test.ts";
import { cuped, cupedStatistic } from "./cuped.ts";
import { effect } from "./effect.ts";
import { pooledTheta } from "./pooled-theta.ts";
import { ratioMetric, ratioStatistic } from "./ratio-metric.ts";
import { tTest } from "./t-test.ts";

const POST = [0.3, 0.5, 0.9, 22];
const PRE = [2, 1, 5, 3];
const products = (first: readonly number[], second: readonly number[]): number =>
  first.reduce((sum, value, i) => sum + value * (second[i] as number), 0);

const sums = (post: readonly number[], pre: readonly number[]) => ({
  count: post.length,
  sum: meanStatistic(post).sum,
  sumOfSquares: meanStatistic(post).sumOfSquares,
  preSum: meanStatistic(pre).sum,
  preSumOfSquares: meanStatistic(pre).sumOfSquares,
  products: products(post, pre),
});

describe("arm statistics", () => {
  it("have the sample variance and covariance of the values behind them", () => {
    // By hand: Σ = 23.7, Σ² = 485.15 of the first, Σ = 11 of the second, Σ of the products 71.6.
    expect(plainVariance(meanStatistic(POST))).toBeCloseTo((485.15 - 23.7 ** 2 / 4) / 3, 12);
    expect(plainCovariance(meanStatistic(POST), meanStatistic(PRE), products(POST, PRE))).toBeCloseTo(
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

describe("pooledTheta", () => {
  it("is GrowthBook's theta over both arms (test_returns_0_no_variance), and 0 where nothing varied before", () => {
    const arm = cupedStatistic(sums(PRE, POST));
    expect(pooledTheta(arm, arm)).toBeCloseTo(0.01864, 5);
    const constant = cupedStatistic({ ...sums(PRE, POST), preSum: 0, preSumOfSquares: 0, products: 0 });
    expect(pooledTheta(constant, constant)).toBe(0);
  });

  it("wants the same kind of figure in both arms", () => {
    const counted: ArmStatistic = {
      kind: "adjusted",
      count: 4,
      post: { kind: "proportion", count: 4, sum: 1 },
      pre: { kind: "proportion", count: 4, sum: 2 },
      sumOfProducts: 1,
    };
    expect(() =>
      effect({ control: cupedStatistic(sums(PRE, POST)), treatment: counted, difference: "absolute" }),
    ).toThrow(RangeError);
  });
});

describe("cuped", () => {
  const pair = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
  const units = fc.array(pair, { minLength: 4, maxLength: 30 });
  const of = (arm: [number, number][]) =>
    sums(
      arm.map(([y]) => y),
      arm.map(([, x]) => x),
    );

  it("is the plain difference where the past says nothing, and a mirror when the arms change places", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const there = cuped({ control: of(a), treatment: of(b) });
        const back = cuped({ control: of(b), treatment: of(a) });
        fc.pre(there.kind === "comparison" && back.kind === "comparison");
        expect(back.difference).toBeCloseTo(-there.difference, 8);
        expect(back.standardError).toBeCloseTo(there.standardError, 8);
        const silent = (arm: [number, number][]) => of(arm.map(([y]) => [y, 3]));
        const plain = cuped({ control: silent(a), treatment: silent(b) });
        expect(plain).toMatchObject({
          theta: 0,
          difference: there.unadjustedDifference,
          varianceReduction: 0,
        });
      }),
      { seed: 29, numRuns: 100 },
    );
  });

  it("takes all of a difference off that was there before", () => {
    // y = 2x + a little: what the arms differed by before is no effect.
    const control = sums([2.1, 3.9, 6.1, 7.9, 10.1], [1, 2, 3, 4, 5]);
    const treatment = sums([8.1, 9.9, 12.1, 13.9, 16.1], [4, 5, 6, 7, 8]);
    const adjusted = cuped({ control, treatment });
    if (adjusted.kind === "no-value") throw new Error(adjusted.reason);
    expect(adjusted.unadjustedDifference).toBeCloseTo(6, 10);
    expect(Math.abs(adjusted.difference)).toBeLessThan(0.05);
    expect(adjusted.varianceReduction).toBeGreaterThan(0.99);
  });

  it.each([1e-6, 1, 1e6])(
    "takes what rounding leaves of a past that explains all as no scatter, at a scale of %d",
    (scale) => {
      const past = [0.1, 0.7, 0.3, 0.9, 1.1];
      const arm = {
        ...cupedStatistic(
          sums(
            past.map((x) => 3 * x * scale),
            past,
          ),
        ),
        theta: 3 * scale,
      };
      expect(effect({ control: arm, treatment: arm, difference: "absolute" })).toMatchObject({
        reason: "no unit of the control arm differs from another",
      });
      const lively = {
        ...cupedStatistic(
          sums(
            past.map((x) => 3 * x * x * scale),
            past,
          ),
        ),
        theta: 3 * scale,
      };
      expect(effect({ control: lively, treatment: lively, difference: "absolute" })).toMatchObject({
        kind: "effect",
      });
      const wrong = { ...arm, sumOfProducts: arm.sumOfProducts * (1 + 1e-6) };
      expect(effect({ control: wrong, treatment: wrong, difference: "absolute" })).toMatchObject({
        reason: "control: the sums of squares and products contradict each other",
      });
    },
  );

  it("has no value for an empty arm or contradictory sums", () => {
    const sound = sums(POST, PRE);
    const empty = { count: 0, sum: 0, sumOfSquares: 0, preSum: 0, preSumOfSquares: 0, products: 0 };
    expect(cuped({ control: empty, treatment: sound })).toMatchObject({
      reason: "control: the arm is empty",
    });
    expect(cuped({ control: sound, treatment: { ...sound, products: 1e6 } }).kind).toBe("no-value");
    expect(cuped({ control: { ...sound, sumOfSquares: 1 }, treatment: sound }).kind).toBe("no-value");
  });

  it("takes a given theta, the same in both arms", () => {
    const control = { ...cupedStatistic(sums(POST, PRE)), theta: 0.5 };
    const treatment = { ...cupedStatistic(sums([4, 1, 7, 30], PRE)), theta: 0.5 };
    expect(effect({ control, treatment, difference: "absolute" })).toMatchObject({ theta: 0.5 });
    expect(() => effect({ control, treatment: { ...treatment, theta: 1 }, difference: "absolute" })).toThrow(
      RangeError,
    );
  });
});

describe("CUPED of a ratio without denominators", () => {
  it("says so, of the test and of the time before it", () => {
    const parts = (denominator: number) => ({
      numerator: { kind: "mean", count: 3, sum: 6, sumOfSquares: 14 } as const,
      denominator: { kind: "mean", count: 3, sum: denominator, sumOfSquares: 3 } as const,
      sumOfProducts: 6,
    });
    const of = (post: number, pre: number): ArmStatistic => ({
      kind: "adjusted-ratio",
      count: 3,
      post: parts(post),
      pre: parts(pre),
      sumsOfProducts: {
        numeratorPostNumeratorPre: 14,
        numeratorPostDenominatorPre: 6,
        denominatorPostNumeratorPre: 6,
        denominatorPostDenominatorPre: 3,
      },
    });
    for (const arm of [of(0, 2), of(2, 0)]) {
      expect(effect({ control: arm, treatment: arm, difference: "absolute" })).toMatchObject({
        reason: "control: the denominators of the arm add up to zero",
      });
    }
  });
});

describe("effect", () => {
  it("has a relative error that counts how the denominator moves with the adjusted difference", () => {
    // growthbook/growthbook#3610: by numerical differentiation of (ȳ_b − θx̄_b − ȳ_a + θx̄_a) / ȳ_a at equal x̄.
    const post = [3, 5, 4, 8, 9, 6, 7, 10];
    const pre = [1, 2, 2, 4, 4, 3, 3, 5];
    const control = { ...cupedStatistic(sums(post, pre)), theta: 1.5 };
    const treatment = {
      ...cupedStatistic(
        sums(
          post.map((y) => y + 1),
          pre,
        ),
      ),
      theta: 1.5,
    };
    const found = effect({ control, treatment, difference: "relative" });
    if (found.kind === "no-value") throw new Error(found.reason);
    const n = post.length;
    const [meanPost, meanPre] = [6.5, 3];
    const moment = (a: number[], b: number[], ma: number, mb: number): number =>
      a.reduce((sum, value, i) => sum + (value - ma) * ((b[i] as number) - mb), 0) / (n - 1) / n;
    const [vy, vx, cov] = [
      moment(post, post, meanPost, meanPost),
      moment(pre, pre, meanPre, meanPre),
      moment(post, pre, meanPost, meanPre),
    ];
    const lift = (ya: number, xa: number, yb: number, xb: number): number =>
      (yb - 1.5 * xb - ya + 1.5 * xa) / ya;
    const slope = (which: number): number => {
      const point = [meanPost, meanPre, meanPost + 1, meanPre] as const;
      const moved = (step: number) =>
        lift(
          ...(point.map((value, i) => (i === which ? value + step : value)) as [
            number,
            number,
            number,
            number,
          ]),
        );
      return (moved(1e-5) - moved(-1e-5)) / 2e-5;
    };
    const [ga, ha, gb, hb] = [slope(0), slope(1), slope(2), slope(3)];
    const variance =
      ga * ga * vy + ha * ha * vx + 2 * ga * ha * cov + gb * gb * vy + hb * hb * vx + 2 * gb * hb * cov;
    expect(found.standardError).toBeCloseTo(Math.sqrt(variance), 8);
  });

  it("keeps the direction of a change from a negative baseline", () => {
    // TestEffectMomentsNegativeBaseline of GrowthBook.
    const arm = (mean: number): ArmStatistic => ({
      kind: "mean",
      count: 1000,
      sum: mean * 1000,
      sumOfSquares: (mean * mean + 4) * 1000,
    });
    const relative = effect({ control: arm(-10), treatment: arm(-5), difference: "relative" });
    expect(relative).toMatchObject({ estimate: expect.closeTo(0.5, 12) });
    expect(effect({ control: arm(-2), treatment: arm(3), difference: "relative" })).toMatchObject({
      estimate: expect.closeTo(2.5, 12),
    });
  });

  it("answers why there is none", () => {
    const steady = meanStatistic([5, 5, 5]);
    const lively = meanStatistic([1, 2, 4]);
    expect(effect({ control: steady, treatment: lively, difference: "absolute" })).toMatchObject({
      reason: expect.stringContaining("control"),
    });
    expect(effect({ control: lively, treatment: steady, difference: "absolute" })).toMatchObject({
      reason: expect.stringContaining("treatment"),
    });
    const nobody = meanStatistic([]);
    expect(effect({ control: lively, treatment: nobody, difference: "absolute" })).toEqual({
      kind: "no-value",
      reason: "treatment: the arm is empty",
    });
    const paired = cupedStatistic(sums(POST, PRE));
    expect(() => effect({ control: lively, treatment: paired, difference: "absolute" })).toThrow(
      "both arms carry the same kind of figure",
    );
    const balanced = meanStatistic([-1, 0, 1]);
    expect(effect({ control: balanced, treatment: lively, difference: "relative" })).toMatchObject({
      kind: "no-value",
    });
    expect(effect({ control: balanced, treatment: lively, difference: "absolute" })).toMatchObject({
      kind: "effect",
    });
    const one: ArmStatistic = { kind: "proportion", count: 1, sum: 0.5 };
    expect(effect({ control: one, treatment: lively, difference: "absolute" })).toMatchObject({
      kind: "no-value",
    });
  });
});

describe("tTest", () => {
  const control = meanStatistic([3, 5, 4, 8, 9, 6]);
  const treatment = meanStatistic([5, 9, 7, 12, 11, 9]);

  it("puts both one-sided p-values together to 1, and half the two-sided one on the seen side", () => {
    const of = (alternative: "two-sided" | "greater" | "lesser") => {
      const test = tTest({ control, treatment, difference: "absolute", alternative });
      if (test.kind === "no-value") throw new Error(test.reason);
      return test.pValue;
    };
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

describe("bayesianTest", () => {
  const control = meanStatistic([3, 5, 4, 8, 9, 6]);
  const treatment = meanStatistic([5, 9, 7, 12, 11, 9]);

  it("carries an absolute prior over to the relative difference by the size of control's mean", () => {
    const of = (type: "absolute" | "relative", mean: number, variance: number) =>
      bayesianTest({
        control,
        treatment,
        difference: "relative",
        prior: { mean, variance, proper: true, type },
      });
    // Control's mean is 35/6.
    expect(of("absolute", 1, 4)).toEqual(of("relative", 6 / 35, 4 * (6 / 35) * (6 / 35)));
  });

  it("takes no notice of a prior that is not proper", () => {
    const flat = bayesianTest({ control, treatment, difference: "absolute" });
    const improper = { mean: 5, variance: 0.001, proper: false };
    expect(bayesianTest({ control, treatment, difference: "absolute", prior: improper })).toEqual(flat);
  });

  it("has no relative prior for a control without a mean", () => {
    const prior = { mean: 0, variance: 1, proper: true };
    const centred = meanStatistic([-1, 0, 1]);
    expect(bayesianTest({ control: centred, treatment, difference: "absolute", prior })).toMatchObject({
      kind: "no-value",
    });
    expect(bayesianTest({ control: centred, treatment, difference: "absolute" }).kind).toBe("posterior");
  });
});

describe("ratioMetric", () => {
  const arm = (numerator: readonly number[], denominator: readonly number[]) => ({
    count: numerator.length,
    numerator: meanStatistic(numerator).sum,
    numeratorSquares: meanStatistic(numerator).sumOfSquares,
    denominator: meanStatistic(denominator).sum,
    denominatorSquares: meanStatistic(denominator).sumOfSquares,
    products: products(numerator, denominator),
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
