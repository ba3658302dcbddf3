import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombeInterval, newcombePValue } from "./newcombe-interval.ts";
import { sampleRatioMismatch } from "./sample-ratio-mismatch.ts";
import { twoProportions } from "./two-proportions.ts";
import { wilsonBounds, wilsonInterval } from "./wilson-interval.ts";
import { answerOf } from "../testing/answer-of.ts";

const counts = (
  successesControl: number,
  countControl: number,
  successesTreatment: number,
  countTreatment: number,
) => ({
  successesControl,
  countControl,
  successesTreatment,
  countTreatment,
});

describe("wilsonInterval", () => {
  // statsmodels 0.13.5, proportion_confint(method="wilson").
  it.each([
    [48, 80, 0.4904546500516038, 0.7003817240412906],
    [3, 10, 0.10779126740630104, 0.6032218525388546],
    [0, 10, 0, 0.27753279986288926],
    [0, 20, 0, 0.1611251580528194],
  ])("of %i of %i", (successes, count, low, high) => {
    const interval = answerOf(wilsonInterval({ successes, count }));
    expect(interval.low).toBeCloseTo(low, 14);
    expect(interval.high).toBeCloseTo(high, 14);
    const mirrored = answerOf(wilsonInterval({ successes: count - successes, count }));
    expect(mirrored.low).toBeCloseTo(1 - high, 14);
  });

  // statsmodels 0.13, proportion_confint(count, nobs, 1 - level, method="wilson").
  it.each([
    [4, 33, 0.95, 0.04816161309413558, 0.2732550517107523],
    [1, 1, 0.8, 0.3784475032253529, 1],
    [2, 5, 0.8, 0.17987254982034237, 0.6695788756037925],
    [81, 263, 0.95, 0.2552885198782742, 0.36620957698280004],
    [5000, 10000, 0.99, 0.4871251239475885, 0.5128748760524116],
  ])("of %i of %i at a level of %f", (successes, count, level, low, high) => {
    expect(wilsonInterval({ successes, count, level })).toEqual({
      kind: "interval",
      low: expect.closeTo(low, 13),
      high: expect.closeTo(high, 13),
      level,
    });
  });

  it("holds the share, stays within 0 and 1, and widens with the level", () => {
    const cases = fc
      .integer({ min: 1, max: 100_000 })
      .chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count)));
    fc.assert(
      fc.property(cases, ([successes, count]) => {
        const ends = [0.8, 0.95].flatMap((level) => {
          const interval = wilsonInterval({ successes, count, level });
          return interval.kind === "interval" ? [interval.low, interval.high] : [];
        });
        const [low = 1, high = 0, lower = 1, higher = 0] = ends;
        expect(low).toBeLessThanOrEqual(successes / count + 1e-12);
        expect(high).toBeGreaterThanOrEqual(successes / count - 1e-12);
        expect(0 <= lower && lower <= low && high <= higher && higher <= 1).toBe(true);
      }),
    );
  });

  it("ends at exactly 0 and 1 where nobody or everybody was counted", () => {
    expect(wilsonInterval({ successes: 0, count: 1 })).toMatchObject({ low: 0 });
    expect(wilsonInterval({ successes: 7, count: 7 })).toMatchObject({ high: 1 });
    expect(wilsonInterval({ successes: 0, count: 0 })).toMatchObject({ kind: "no-value" });
  });

  it("refuses what is no proportion", () => {
    for (const [successes, count] of [
      [-1, 5],
      [6, 5],
      [1, 2.5],
      [Number.NaN, 5],
      [0, -1],
    ] as const) {
      expect(() => wilsonInterval({ successes, count })).toThrow(RangeError);
    }
    expect(() => wilsonInterval({ successes: 1, count: 5, level: 1 })).toThrow(RangeError);
  });
});

describe("wilsonBounds", () => {
  it("are the share itself at no standard error, also where nobody or everybody was counted", () => {
    expect(wilsonBounds(0, 10, 0)).toEqual({ low: 0, high: 0 });
    expect(wilsonBounds(5, 10, 0)).toEqual({ low: 0.5, high: 0.5 });
    expect(wilsonBounds(10, 10, 0)).toEqual({ low: 1, high: 1 });
  });
});

describe("newcombeInterval", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table II, method 10, contrasts (a) to (h), to its four digits.
  it.each([
    [[48, 80, 56, 70], 0.0524, 0.3339],
    [[3, 10, 9, 10], 0.1705, 0.809],
    [[2, 7, 6, 7], 0.0582, 0.8062],
    [[0, 29, 5, 56], -0.0381, 0.1926],
    [[0, 20, 0, 10], -0.1611, 0.2775],
    [[0, 10, 10, 10], 0.6075, 1],
  ] as const)("has the published interval of %j", ([xc, nc, xt, nt], low, high) => {
    const interval = answerOf(newcombeInterval(counts(xc, nc, xt, nt)));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("has no value for an empty arm", () => {
    expect(newcombeInterval(counts(0, 0, 1, 2))).toMatchObject({ reason: "the control arm is empty" });
    expect(newcombeInterval(counts(1, 2, 0, 0))).toMatchObject({ reason: "the treatment arm is empty" });
    expect(newcombePValue(counts(1, 2, 0, 0))).toMatchObject({ kind: "no-value" });
  });

  const arm = fc
    .integer({ min: 1, max: 60 })
    .chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count)));
  const level = fc.double({ min: 0.3, max: 0.999, noNaN: true });

  it("stays within [−1, 1], mirrors with the arms, widens with the level, and agrees with its p-value", () => {
    fc.assert(
      fc.property(arm, arm, level, ([xc, nc], [xt, nt], chosen) => {
        const there = newcombeInterval({ ...counts(xc, nc, xt, nt), level: chosen });
        const back = newcombeInterval({ ...counts(xt, nt, xc, nc), level: chosen });
        const wider = newcombeInterval({ ...counts(xc, nc, xt, nt), level: 0.9995 });
        const pValue = newcombePValue(counts(xc, nc, xt, nt));
        fc.pre(there.kind === "interval" && back.kind === "interval" && wider.kind === "interval");
        fc.pre(typeof pValue === "number");
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-15);
        expect(there.high).toBeLessThanOrEqual(1 + 1e-15);
        expect(back.low).toBeCloseTo(-there.high, 14);
        expect(wider.high - wider.low).toBeGreaterThanOrEqual(there.high - there.low);
        expect(newcombePValue(counts(xt, nt, xc, nc))).toBeCloseTo(pValue, 12);
        fc.pre(Math.abs(pValue - (1 - chosen)) > 1e-9);
        expect(there.low > 0 || there.high < 0).toBe(pValue < 1 - chosen);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("has a p-value of 1 without a difference, also where rounding moves Wilson's bounds off the share", () => {
    expect(wilsonBounds(9, 10, 0).low).not.toBe(0.9);
    expect(newcombePValue(counts(9, 10, 9, 10))).toBe(1);
    expect(newcombePValue(counts(9, 10, 18, 20))).toBe(1);
  });

  it("has a p-value of 1 without a difference and next to none where every unit differs", () => {
    expect(newcombePValue(counts(3, 10, 6, 20))).toBe(1);
    expect(newcombePValue(counts(0, 1e6, 1e6, 1e6))).toBeLessThan(1e-300);
  });
});

describe("twoProportions", () => {
  it("has a p-value at whose level it touches zero, also where nobody in one arm did it", () => {
    for (const [a, b] of [
      [0, 10],
      [10, 0],
      [3, 11],
    ] as const) {
      const counts = { successesControl: a, countControl: 20, successesTreatment: b, countTreatment: 20 };
      const p = newcombePValue(counts) as number;
      expect(p).toBeGreaterThan(1e-6);
      const interval = answerOf(newcombeInterval({ ...counts, level: 1 - p }));
      expect(Math.min(Math.abs(interval.low), Math.abs(interval.high))).toBeLessThan(1e-9);
    }
  });

  it("is mirrored by exchanging the arms", () => {
    const there = twoProportions(counts(40, 100, 30, 120));
    const back = twoProportions(counts(30, 120, 40, 100));
    if (there.kind === "no-value" || back.kind === "no-value") throw new Error("no value");
    expect(back).toMatchObject({
      difference: -there.difference,
      newcombePValue: expect.closeTo(there.newcombePValue, 14),
      pooled: { z: expect.closeTo(there.pooled.kind === "test" ? -there.pooled.z : Number.NaN, 14) },
    });
  });

  it("says what cannot be said without scatter, and gives what can", () => {
    const none = twoProportions(counts(0, 20, 0, 15));
    expect(none).toMatchObject({
      difference: 0,
      newcombePValue: 1,
      pooled: { kind: "no-value" },
      wald: { kind: "no-value" },
      relative: { kind: "no-value" },
      // statsmodels 0.13.5, confint_proportions_2indep(method="newcomb").
      newcombe: {
        low: expect.closeTo(-0.1611251580528194, 14),
        high: expect.closeTo(0.20388330103584867, 14),
      },
    });
    expect(twoProportions(counts(5, 20, 0, 15))).toMatchObject({
      relative: { kind: "no-value" },
      pooled: { kind: "test" },
    });
    expect(twoProportions(counts(20, 20, 15, 15))).toMatchObject({ wald: { kind: "no-value" } });
    expect(twoProportions(counts(0, 0, 1, 2)).kind).toBe("no-value");
    expect(() => twoProportions(counts(3, 2, 1, 2))).toThrow(RangeError);
  });

  it("has the log-ratio interval of statsmodels 0.13.5", () => {
    const { relative } = twoProportions(counts(3, 10, 9, 10)) as {
      relative: { interval: { low: number; high: number } };
    };
    expect(relative.interval.low).toBeCloseTo(1.1383503574476697 - 1, 12);
    expect(relative.interval.high).toBeCloseTo(7.906177514784793 - 1, 12);
  });
});

describe("sampleRatioMismatch", () => {
  it("has the χ² of scipy 1.10.1 for three arms", () => {
    expect(sampleRatioMismatch({ counts: [500, 450, 520] })).toMatchObject({
      chiSquared: expect.closeTo(5.3061224489795915, 12),
      pValue: expect.closeTo(0.07043526453886609, 10),
      degreesOfFreedom: 2,
      passed: true,
    });
  });

  it("knows the intended split, states its threshold and says in words what is wrong", () => {
    expect(sampleRatioMismatch({ counts: [9000, 1000], shares: [90, 10] })).toMatchObject({
      chiSquared: 0,
      pValue: 1,
    });
    const broken = sampleRatioMismatch({ counts: [9000, 1200], shares: [0.9, 0.1] });
    expect(broken).toMatchObject({ passed: false, threshold: 0.001 });
    expect(broken).toMatchObject({ sentence: expect.stringContaining("fewer than 0.1% of tests") });
    expect(sampleRatioMismatch({ counts: [44700, 45489], threshold: 0.01 })).toMatchObject({ passed: false });
  });

  it("passes at a p-value of exactly its threshold", () => {
    const counts = [44700, 45489];
    const check = answerOf(sampleRatioMismatch({ counts }));
    expect(sampleRatioMismatch({ counts, threshold: check.pValue })).toMatchObject({ passed: true });
    expect(sampleRatioMismatch({ counts, threshold: check.pValue * (1 + 1e-15) })).toMatchObject({
      passed: false,
    });
  });

  it("has no value without a unit and refuses what is no split", () => {
    expect(sampleRatioMismatch({ counts: [0, 0] })).toMatchObject({ kind: "no-value" });
    expect(sampleRatioMismatch({ counts: [0, 1000] })).toMatchObject({ passed: false });
    for (const request of [
      { counts: [5] },
      { counts: [1.5, 2] },
      { counts: [-1, 2] },
      { counts: [1, 2], shares: [1] },
      { counts: [1, 2], shares: [1, 0] },
      { counts: [1, 2], threshold: 0 },
    ]) {
      expect(() => sampleRatioMismatch(request)).toThrow(RangeError);
    }
  });
});
