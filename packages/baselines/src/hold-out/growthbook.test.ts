import { describe, expect, it } from "vitest";
import { answerOf } from "../testing/answer-of.ts";
import type { ArmStatistic } from "./arm-statistic.ts";
import { bayesianTest } from "./bayesian-test.ts";
import { sequentialTTest } from "./sequential-t-test.ts";
import { tTest } from "./t-test.ts";
import { ARMS, ENGINE } from "./testing/growthbook-engine.ts";
import { bound, expectNear, posteriorFigures, testFigures } from "./testing/growthbook-figures.ts";

describe.each(ENGINE)("GrowthBook's engine on %s, %s", (name, difference, expected) => {
  const [control, treatment] = ARMS[name] as readonly [ArmStatistic, ArmStatistic];
  const comparison = { control, treatment, difference };

  it("two-sided t-test", () => {
    expectNear(testFigures(answerOf(tTest(comparison))), expected.twoSided);
  });

  it.each([
    ["greater", 0.9],
    ["lesser", 0.95],
  ] as const)("one-sided t-test, %s", (alternative, level) => {
    const { interval, pValue } = answerOf(tTest({ ...comparison, alternative, level }));
    expectNear([bound(interval), pValue], expected[alternative]);
    expect([interval.low, interval.high].filter((end) => end === null).length).toBe(1);
  });

  it("sequential two-sided test", () => {
    const { interval, pValue } = answerOf(sequentialTTest({ ...comparison, tuning: 2000, level: 0.9 }));
    expectNear([interval.low, interval.high, pValue], expected.sequential);
  });

  it.each([
    ["greater", "sequentialGreater", 2000],
    ["lesser", "sequentialLesser", 5000],
  ] as const)("sequential one-sided test, %s", (alternative, key, tuning) => {
    const { interval, pValue } = answerOf(sequentialTTest({ ...comparison, alternative, tuning }));
    expectNear([bound(interval)], [expected[key][0] as number]);
    // The engine halves its way to the p-value until the bound is within 1e-6 of zero, which leaves it three digits
    // where the difference is small; ours is the α at which the bound is zero.
    expect(Math.abs(pValue - (expected[key][1] as number))).toBeLessThan(5e-4);
  });

  it("Bayesian posterior with a flat prior", () => {
    expectNear(posteriorFigures(answerOf(bayesianTest(comparison))), expected.flat);
  });

  it("Bayesian posterior with a normal prior, lower being better", () => {
    const prior = { mean: 0.02, variance: 0.01, proper: true };
    const posterior = bayesianTest({ ...comparison, prior, direction: -1 });
    expectNear(posteriorFigures(answerOf(posterior)), expected.normal);
  });
});
