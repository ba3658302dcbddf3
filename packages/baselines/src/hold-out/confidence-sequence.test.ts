import * as fc from "fast-check";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { describe, expect, it } from "vitest";
import { twoSidedCritical } from "../critical-value.ts";
import { answerOf } from "../testing/answer-of.ts";
import { confidenceSequence } from "./confidence-sequence.ts";

const sequence = (request: Parameters<typeof confidenceSequence>[0]) => answerOf(confidenceSequence(request));

describe("confidenceSequence", () => {
  // always_valid_cs of the reference vectors: the formula in mpmath.
  it.each([
    [
      0.01,
      0.004,
      20000,
      5000,
      [
        0.03984006677137368, 0.01250845657475196, -0.0025084565747519605, 0.02250845657475196,
        0.2765965983771823,
      ],
    ],
    [
      -0.3,
      0.2,
      900,
      1000,
      [0.08908509752892212, 0.6073225289721638, -0.9073225289721638, 0.3073225289721638, 1],
    ],
    [0, 1, 100, 5000, [0.03984006677137368, 6.694388617066039, -6.694388617066039, 6.694388617066039, 1]],
  ])(
    "meets always_valid_cs: %d ± %d after %i units, tuned to %i",
    (difference, standardError, count, tuning, expected) => {
      const { rho, halfWidth, interval, pValue } = sequence({ difference, standardError, count, tuning });
      [rho, halfWidth, interval.low, interval.high, pValue].forEach((value, i) => {
        const wanted = expected[i] as number;
        expect(Math.abs((value as number) - wanted)).toBeLessThanOrEqual(1e-10 * Math.abs(wanted));
      });
    },
  );

  it("gives 21% false alarms to weekly looks at a fixed z, and about 1% to the sequence", () => {
    // Twelve weekly looks at two arms of 200 units a week without any effect, 8,000 tests, one seed: the share of tests
    // that are at some look declared an effect. statistics.md has 21% and 1.2%.
    const random = seededRandom(20260522);
    const weekly = 400;
    let fixed = 0;
    let valid = 0;
    const tests = 8000;
    for (let test = 0; test < tests; test += 1) {
      let sum = 0;
      let fixedAlarm = false;
      let validAlarm = false;
      for (let week = 1; week <= 12; week += 1) {
        sum += random.normal();
        // Unit variance in either arm: the difference of the means has the error √(4 / n).
        const count = week * weekly;
        const standardError = Math.sqrt(4 / count);
        const difference = (sum / Math.sqrt(week)) * standardError;
        if (Math.abs(difference) > 1.959963984540054 * standardError) fixedAlarm = true;
        if (sequence({ difference, standardError, count }).pValue < 0.05) validAlarm = true;
      }
      if (fixedAlarm) fixed += 1;
      if (validAlarm) valid += 1;
    }
    expect(fixed / tests).toBeGreaterThan(0.19);
    expect(fixed / tests).toBeLessThan(0.235);
    expect(valid / tests).toBeGreaterThan(0.005);
    expect(valid / tests).toBeLessThan(0.025);
  });

  const request = fc.record({
    difference: fc.double({ min: -5, max: 5, noNaN: true }),
    standardError: fc.double({ min: 0.01, max: 10, noNaN: true }),
    count: fc.integer({ min: 1, max: 1_000_000 }),
    tuning: fc.integer({ min: 1, max: 100_000 }),
    level: fc.double({ min: 0.6, max: 0.999, noNaN: true }),
  });

  it("is wider than the fixed interval, widens with the level, and its p-value agrees with it", () => {
    fc.assert(
      fc.property(request, (chosen) => {
        const { halfWidth, interval, pValue } = sequence(chosen);
        expect(halfWidth).toBeGreaterThan(twoSidedCritical(chosen.level) * chosen.standardError);
        const back = sequence({ ...chosen, difference: -chosen.difference });
        expect(back.interval.low).toBe(-(interval.high as number));
        expect(back.pValue).toBe(pValue);
        fc.pre(Math.abs(pValue - (1 - chosen.level)) > 1e-9);
        const decided = (interval.low as number) > 0 || (interval.high as number) < 0;
        expect(decided).toBe(pValue < 1 - chosen.level);
      }),
      { seed: 17, numRuns: 500 },
    );
  });

  it("is sharpest near the number of units it was tuned to", () => {
    const width = (tuning: number): number =>
      sequence({ difference: 0, standardError: 1, count: 6461, tuning }).halfWidth;
    expect(width(6461)).toBeLessThan(width(10));
    expect(width(6461)).toBeLessThan(width(1_000_000));
  });

  it("opens to one side, tighter there than the two-sided one, its p-value the level at which the bound is zero", () => {
    const request = { difference: 0.5, standardError: 0.15, count: 800, tuning: 1000 };
    const greater = sequence({ ...request, alternative: "greater" });
    const lesser = sequence({ ...request, difference: -0.5, alternative: "lesser" });
    expect(greater.interval.high).toBeNull();
    expect(lesser.interval).toEqual({ low: null, high: -(greater.interval.low as number), level: 0.95 });
    expect(lesser.pValue).toBe(greater.pValue);
    expect(greater.interval.low).toBeGreaterThan(sequence(request).interval.low as number);
    expect(greater.pValue < 0.05).toBe((greater.interval.low as number) > 0);
    expect(sequence({ ...request, alternative: "lesser" }).pValue).toBe(0.4999);
    expect(sequence({ ...request, difference: 50, alternative: "greater" }).pValue).toBe(1e-5);
  });

  it("stays finite where the evidence is overwhelming", () => {
    expect(sequence({ difference: 1e6, standardError: 1e-6, count: 1e9 }).pValue).toBe(0);
    expect(
      Number.isFinite(sequence({ difference: 1, standardError: 1, count: 1, tuning: 1e12 }).halfWidth),
    ).toBe(true);
  });

  it("has a one-sided form above a level of 50% only", () => {
    const sound = { difference: 0.1, standardError: 0.1, count: 100, alternative: "greater" } as const;
    expect(sequence({ ...sound, level: 0.51 }).halfWidth).toBeGreaterThan(0);
    expect(() => confidenceSequence({ ...sound, level: 0.5 })).toThrow("a level above 0.5");
  });

  it("has no value without noise and refuses what makes no sense", () => {
    const sound = { difference: 0.1, standardError: 0.1, count: 100 };
    expect(confidenceSequence({ ...sound, standardError: 0 })).toMatchObject({ kind: "no-value" });
    for (const wrong of [
      { difference: Number.NaN },
      { standardError: -1 },
      { count: 0 },
      { tuning: 0 },
      { level: 1 },
      { level: 0.5, alternative: "greater" },
    ] as const) {
      expect(() => confidenceSequence({ ...sound, ...wrong })).toThrow(RangeError);
    }
  });
});
