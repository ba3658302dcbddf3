import { describe, expect, it } from "vitest";
import { meanStatistic, type AdjustedStatistic, type ArmStatistic } from "./arm-statistic.ts";
import { cupedStatistic } from "./cuped.ts";
import { effect } from "./effect.ts";
import { pooledTheta, sharedTheta } from "./pooled-theta.ts";
import { adjustedRatioArm, sumOfProducts, sumsWithPast } from "./testing/arm-sums.ts";

function adjusted(post: readonly number[], pre: readonly number[], theta?: number): AdjustedStatistic {
  return {
    kind: "adjusted",
    count: post.length,
    post: meanStatistic(post),
    pre: meanStatistic(pre),
    sumOfProducts: sumOfProducts(post, pre),
    ...(theta === undefined ? {} : { theta }),
  };
}

const POST = [0.3, 0.5, 0.9, 22];
const PRE = [2, 1, 5, 3];

describe("pooledTheta", () => {
  it("is the slope of the later on the earlier figure over both arms", () => {
    // Σxy − ΣxΣy/6 = 57 − 12 · 24/6 = 9 over Σx² − (Σx)²/6 = 28 − 24 = 4, by hand.
    expect(pooledTheta(adjusted([1, 2, 4], [1, 2, 3]), adjusted([3, 5, 9], [1, 2, 3]))).toBeCloseTo(2.25, 12);
  });

  it("is 0 where either figure is the same for all", () => {
    const flat = adjusted([1, 2, 4], [5, 5, 5]);
    expect(pooledTheta(flat, flat)).toBe(0);
    const settled = adjusted([5, 5, 5], [1, 2, 4]);
    expect(pooledTheta(settled, settled)).toBe(0);
    // Tenths have no exact double: the products of a steady 0.1 add up to a hair beside those of the sums.
    const tenths = adjusted([0.1, 0.1, 0.1], [1, 2, 4]);
    expect(pooledTheta(tenths, tenths)).toBe(0);
    expect(pooledTheta({ ...settled, sumOfProducts: 36 }, settled)).toBe(0);
  });

  it("counts proportions as such, and refuses a mixture", () => {
    const yes = (sum: number) => ({ kind: "proportion", count: 10, sum }) as const;
    const both = (post: number, pre: number, sumOfProducts: number): AdjustedStatistic => ({
      kind: "adjusted",
      count: 10,
      post: yes(post),
      pre: yes(pre),
      sumOfProducts,
    });
    // Of 20: 11 later, 10 earlier, 8 both times: (8 − 11·10/20)/20 over ½ · ½.
    expect(pooledTheta(both(5, 4, 3), both(6, 6, 5))).toBeCloseTo(0.5, 12);
    const mean: AdjustedStatistic = {
      ...both(5, 4, 3),
      post: { kind: "mean", count: 10, sum: 5, sumOfSquares: 5 },
    };
    expect(() => pooledTheta(both(5, 4, 3), mean)).toThrow("both arms carry the same kind of figure");
    expect(() => pooledTheta(mean, both(5, 4, 3))).toThrow("both arms carry the same kind of figure");
  });

  it("is GrowthBook's theta over both arms (test_returns_0_no_variance), and 0 where nothing varied before", () => {
    const arm = cupedStatistic(sumsWithPast(PRE, POST));
    expect(pooledTheta(arm, arm)).toBeCloseTo(0.01864, 5);
    const constant = cupedStatistic({
      ...sumsWithPast(PRE, POST),
      preSum: 0,
      preSumOfSquares: 0,
      products: 0,
    });
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
      effect({
        control: cupedStatistic(sumsWithPast(PRE, POST)),
        treatment: counted,
        difference: "absolute",
      }),
    ).toThrow(RangeError);
  });
});

describe("sharedTheta", () => {
  const control = adjusted([1, 2, 4], [1, 2, 3]);
  const treatment = adjusted([3, 5, 9], [1, 2, 3]);

  it("is the one given to both arms, and the pooled one where only one has it", () => {
    const given = (theta: number) =>
      [adjusted([1, 2, 4], [1, 2, 3], theta), adjusted([3, 5, 9], [1, 2, 3], theta)] as const;
    expect(sharedTheta(...given(0.7))).toBe(0.7);
    expect(sharedTheta(given(0.7)[0], treatment)).toBeCloseTo(2.25, 12);
    expect(sharedTheta(control, given(0.7)[1])).toBeCloseTo(2.25, 12);
    expect(() => sharedTheta(given(0.7)[0], given(0.8)[1])).toThrow(
      "both arms are adjusted by the same theta",
    );
  });

  it("is 0 where an arm has no past, or the arms have pasts of different kinds", () => {
    const ratio = adjustedRatioArm({ n: [1, 2, 4], d: [1, 1, 2] }, { n: [2, 2, 5], d: [1, 2, 2] });
    for (const plain of [meanStatistic([1, 2, 4]), ratio]) {
      expect(sharedTheta(control, plain)).toBe(0);
      expect(sharedTheta(plain, treatment)).toBe(0);
    }
  });

  it("adds the arms' covariances and variances for a ratio, each about its own", () => {
    // With every denominator 1 the ratio is a mean: covariances 3/2 and 3, variances 1 and 1.
    const one = { d: [1, 1, 1] };
    const a = adjustedRatioArm({ n: [1, 2, 4], ...one }, { n: [1, 2, 3], ...one });
    const b = adjustedRatioArm({ n: [3, 5, 9], ...one }, { n: [1, 2, 3], ...one });
    expect(sharedTheta(a, b)).toBeCloseTo((1.5 + 3) / 2, 12);
    const answer = effect({ control: a, treatment: b, difference: "absolute" });
    expect(answer).toMatchObject({ theta: expect.closeTo(2.25, 12), estimate: expect.closeTo(10 / 3, 12) });
  });

  it("is 0 for a ratio without a denominator, without a varied past, or next to none", () => {
    const good = adjustedRatioArm({ n: [1, 2, 4], d: [1, 1, 1] }, { n: [1, 2, 3], d: [1, 1, 1] });
    const noPast = adjustedRatioArm({ n: [1, 2, 4], d: [1, 1, 1] }, { n: [1, 2, 3], d: [0, 0, 0] });
    const noPresent = adjustedRatioArm({ n: [1, 2, 4], d: [0, 0, 0] }, { n: [1, 2, 3], d: [1, 1, 1] });
    for (const bad of [noPast, noPresent]) {
      expect(sharedTheta(good, bad)).toBe(0);
      expect(sharedTheta(bad, good)).toBe(0);
    }
    const steady = adjustedRatioArm({ n: [1, 2, 4], d: [1, 1, 1] }, { n: [2, 4, 6], d: [1, 2, 3] });
    expect(sharedTheta(steady, steady)).toBe(0);
    const faint = adjustedRatioArm({ n: [1e-9, 2e-9, 4e-9], d: [1, 1, 1] }, { n: [1, 2, 3], d: [1, 1, 1] });
    expect(sharedTheta(faint, faint)).toBe(0);
  });

  it("is counted from exactly 1e-8 on for a ratio", () => {
    // Variances 5e7 and covariances 1/2 in both arms: 1 over 1e8.
    const ones = { kind: "mean", count: 2, sum: 2, sumOfSquares: 2 } as const;
    const part = (sumOfSquares: number) => ({
      numerator: { kind: "mean", count: 2, sum: 0, sumOfSquares } as const,
      denominator: ones,
      sumOfProducts: 0,
    });
    const none = {
      numeratorPostDenominatorPre: 0,
      denominatorPostNumeratorPre: 0,
      denominatorPostDenominatorPre: 2,
    };
    const withProducts = (numeratorPostNumeratorPre: number): ArmStatistic => ({
      kind: "adjusted-ratio",
      count: 2,
      post: part(2),
      pre: part(5e7),
      sumsOfProducts: { ...none, numeratorPostNumeratorPre },
    });
    expect(sharedTheta(withProducts(0.5), withProducts(0.5))).toBe(1e-8);
    expect(sharedTheta(withProducts(0.5), withProducts(0.499))).toBe(0);
  });

  it("is 0 where earlier denominators cancel, so that the arm without a ratio is named", () => {
    const good = adjustedRatioArm({ n: [1, 2, 4], d: [1, 1, 1] }, { n: [1, 2, 3], d: [1, 1, 1] });
    const cancelled = adjustedRatioArm({ n: [1, 2, 4], d: [1, 1, 1] }, { n: [-1, 2, 3], d: [1, -1, 0] });
    expect(sharedTheta(good, cancelled)).toBe(0);
    expect(effect({ control: good, treatment: cancelled, difference: "absolute" })).toEqual({
      kind: "no-value",
      reason: "treatment: the denominators of the arm add up to zero",
    });
  });
});
