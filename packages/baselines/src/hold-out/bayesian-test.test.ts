import { describe, expect, it } from "vitest";
import { meanStatistic } from "./arm-statistic.ts";
import { bayesianTest } from "./bayesian-test.ts";

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
