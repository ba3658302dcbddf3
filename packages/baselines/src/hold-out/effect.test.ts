import { describe, expect, it } from "vitest";
import { answerOf } from "../testing/answer-of.ts";
import { meanStatistic, type ArmStatistic } from "./arm-statistic.ts";
import { cupedStatistic } from "./cuped.ts";
import { effect } from "./effect.ts";
import { sumsWithPast } from "./testing/arm-sums.ts";

const POST = [0.3, 0.5, 0.9, 22];
const PRE = [2, 1, 5, 3];

describe("effect", () => {
  it("has a relative error that counts how the denominator moves with the adjusted difference", () => {
    // growthbook/growthbook#3610: by numerical differentiation of (ȳ_b − θx̄_b − ȳ_a + θx̄_a) / ȳ_a at equal x̄.
    const post = [3, 5, 4, 8, 9, 6, 7, 10];
    const pre = [1, 2, 2, 4, 4, 3, 3, 5];
    const control = { ...cupedStatistic(sumsWithPast(post, pre)), theta: 1.5 };
    const treatment = {
      ...cupedStatistic(
        sumsWithPast(
          post.map((y) => y + 1),
          pre,
        ),
      ),
      theta: 1.5,
    };
    const found = answerOf(effect({ control, treatment, difference: "relative" }));
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
    const paired = cupedStatistic(sumsWithPast(POST, PRE));
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
