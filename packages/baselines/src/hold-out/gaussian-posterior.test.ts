import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf } from "../testing/answer-of.ts";
import { gaussianPosterior, type EffectPrior } from "./gaussian-posterior.ts";

const posterior = (request: Parameters<typeof gaussianPosterior>[0]) => answerOf(gaussianPosterior(request));

const normal = (mean: number, variance: number): EffectPrior => ({ kind: "normal", mean, variance });

describe("gaussianPosterior", () => {
  // test_bayesian_effect_ab_test of GrowthBook (packages/stats/tests @8f1db44): quantiles of 11,054 and 10,861 units
  // with the variance (n − 1) ((upper − lower) / (2 · 1.96))² of one unit.
  const critical = 1.959963984540054;
  const variance = (n: number, lower: number, upper: number): number =>
    ((n - 1) * ((upper - lower) / (2 * critical)) ** 2) / n;
  const [a, b] = [7.157987489967789, 7.694499927525767];
  const varianceA = variance(11054, 7.098780136176828, 7.217194843758751);
  const varianceB = variance(10861, 7.64180598628119, 7.747193868770344);
  const absolute = { estimate: b - a, standardError: Math.sqrt(varianceA + varianceB) };
  const relative = {
    estimate: (b - a) / a,
    standardError: Math.sqrt(varianceB / a ** 2 + (varianceA * b ** 2) / a ** 4),
  };

  it.each([
    [
      "absolute, flat",
      absolute,
      { kind: "flat" } as EffectPrior,
      0.5365124375579775,
      0.4572559589115422,
      0.6157689162044128,
    ],
    [
      "absolute, all but flat",
      absolute,
      normal(0, 1e6 * a ** 2),
      0.536512437540855,
      0.4572559588956844,
      0.6157689161860256,
    ],
    [
      "absolute, informative",
      absolute,
      normal(0, a ** 2),
      0.536495315442269,
      0.4572401014910488,
      0.6157505293934892,
    ],
    [
      "relative, all but flat",
      relative,
      normal(0, 1e6),
      0.07495297222736319,
      0.06341005842481906,
      0.08649588602990732,
    ],
    [
      "relative, informative",
      relative,
      normal(0, 1),
      0.07495037261804469,
      0.06340765898986044,
      0.08649308624622894,
    ],
  ])("meets GrowthBook's quantile effect: %s", (_, effect, prior, mean, low, high) => {
    const found = posterior({ ...effect, prior });
    expect(found.mean).toBeCloseTo(mean, 13);
    expect(found.interval.low).toBeCloseTo(low, 13);
    expect(found.interval.high).toBeCloseTo(high, 13);
  });

  it("has GrowthBook's risk, also where one side is all but impossible", () => {
    const plain = posterior({ estimate: 0.1, standardError: 0.05 });
    expect(plain.riskOfControl).toBeCloseTo(0.1004245351308414, 14);
    expect(plain.riskOfTreatment).toBeCloseTo(0.0004245351308414, 14);
    expect(posterior({ estimate: 0.01, standardError: 4.5e-9 })).toMatchObject({
      riskOfControl: 0.01,
      riskOfTreatment: 0,
      chanceToWin: 1,
    });
    expect(posterior({ estimate: -0.01, standardError: 4.5e-9 })).toMatchObject({
      riskOfControl: 0,
      riskOfTreatment: 0.01,
    });
  });

  it("weighs prior and data by their precision", () => {
    // Equal precisions: half way, and √½ of the deviation.
    const halfway = posterior({ estimate: 3, standardError: 2, prior: normal(1, 4) });
    expect(halfway.mean).toBeCloseTo(2, 14);
    expect(halfway.standardDeviation).toBeCloseTo(Math.SQRT2, 14);
    // Data without weight leave the prior, a prior without weight the data.
    expect(posterior({ estimate: 3, standardError: 1e200, prior: normal(1, 4) }).mean).toBeCloseTo(1, 12);
    expect(posterior({ estimate: 3, standardError: 1e-200, prior: normal(1, 4) }).mean).toBe(3);
  });

  it("keeps chance, risks and interval in agreement, and changes sides with the direction", () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true });
    const error = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        number,
        error,
        fc.double({ min: 0.2, max: 0.999, noNaN: true }),
        (estimate, standardError, level) => {
          const up = posterior({ estimate, standardError, level });
          const down = posterior({ estimate, standardError, level, direction: -1 });
          const mirrored = posterior({ estimate: -estimate, standardError, level });
          expect(up.riskOfControl - up.riskOfTreatment).toBeCloseTo(up.mean, 10);
          expect([down.riskOfControl, down.riskOfTreatment]).toEqual([up.riskOfTreatment, up.riskOfControl]);
          expect(down.chanceToWin).toBe(mirrored.chanceToWin);
          expect(up.chanceToWin + down.chanceToWin).toBeCloseTo(1, 14);
          const tail = (1 - level) / 2;
          fc.pre(Math.abs(up.chanceToWin - tail) > 1e-9 && Math.abs(up.chanceToWin - (1 - tail)) > 1e-9);
          expect(up.interval.low > 0).toBe(up.chanceToWin > 1 - tail);
          expect(up.interval.high < 0).toBe(up.chanceToWin < tail);
        },
      ),
      { seed: 19, numRuns: 300 },
    );
  });

  it("has no value without noise and refuses a prior without a variance", () => {
    expect(gaussianPosterior({ estimate: 1, standardError: 0 })).toMatchObject({ kind: "no-value" });
    for (const prior of [normal(0, 0), normal(0, -1), normal(Number.NaN, 1), normal(0, Infinity)]) {
      expect(() => gaussianPosterior({ estimate: 1, standardError: 1, prior })).toThrow(RangeError);
    }
    expect(() => gaussianPosterior({ estimate: Number.NaN, standardError: 1 })).toThrow(RangeError);
    expect(() => gaussianPosterior({ estimate: 1, standardError: Infinity })).toThrow(RangeError);
  });
});
