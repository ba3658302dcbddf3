import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf } from "../testing/answer-of.ts";
import type { ArmStatistic } from "./arm-statistic.ts";
import { cuped, cupedStatistic } from "./cuped.ts";
import { effect } from "./effect.ts";
import { sumsWithPast } from "./testing/arm-sums.ts";

const POST = [0.3, 0.5, 0.9, 22];
const PRE = [2, 1, 5, 3];

describe("cuped", () => {
  const pair = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
  const units = fc.array(pair, { minLength: 4, maxLength: 30 });
  const of = (arm: [number, number][]) =>
    sumsWithPast(
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
    const control = sumsWithPast([2.1, 3.9, 6.1, 7.9, 10.1], [1, 2, 3, 4, 5]);
    const treatment = sumsWithPast([8.1, 9.9, 12.1, 13.9, 16.1], [4, 5, 6, 7, 8]);
    const adjusted = answerOf(cuped({ control, treatment }));
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
          sumsWithPast(
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
          sumsWithPast(
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
    const sound = sumsWithPast(POST, PRE);
    const empty = { count: 0, sum: 0, sumOfSquares: 0, preSum: 0, preSumOfSquares: 0, products: 0 };
    expect(cuped({ control: empty, treatment: sound })).toMatchObject({
      reason: "control: the arm is empty",
    });
    expect(cuped({ control: sound, treatment: { ...sound, products: 1e6 } }).kind).toBe("no-value");
    expect(cuped({ control: { ...sound, sumOfSquares: 1 }, treatment: sound }).kind).toBe("no-value");
  });

  it("takes a given theta, the same in both arms", () => {
    const control = { ...cupedStatistic(sumsWithPast(POST, PRE)), theta: 0.5 };
    const treatment = { ...cupedStatistic(sumsWithPast([4, 1, 7, 30], PRE)), theta: 0.5 };
    expect(effect({ control, treatment, difference: "absolute" })).toMatchObject({ theta: 0.5 });
    expect(() => effect({ control, treatment: { ...treatment, theta: 1 }, difference: "absolute" })).toThrow(
      RangeError,
    );
  });
});

describe("cuped of an arm that differs only by what is taken off", () => {
  it("has no value", () => {
    const before = [1, 2, 4];
    const same = sumsWithPast([5, 5, 5], before);
    expect(cuped({ control: same, treatment: sumsWithPast([3, 5, 9], before) })).toEqual({
      kind: "no-value",
      reason: "no unit of the control arm differs from another",
    });
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
