import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanStatistic } from "./arm-statistic.ts";
import { welch, welchFromSums } from "./welch.ts";

const CONTROL = [5.1, 4.9, 6.2, 5.7, 5.5, 6.0, 5.3];
const TREATMENT = [6.8, 7.1, 5.9, 8.2, 6.4];

describe("welch", () => {
  it("has the test of scipy 1.10.1 and the interval of statsmodels 0.13.5", () => {
    // ttest_ind(equal_var=False) and CompareMeans.tconfint_diff(usevar="unequal").
    expect(welch({ control: CONTROL, treatment: TREATMENT })).toMatchObject({
      kind: "test",
      tStatistic: expect.closeTo(3.175056832412603, 12),
      pValue: expect.closeTo(0.02054128965386703, 10),
      degreesOfFreedom: expect.closeTo(5.709881069162585, 11),
      interval: { low: expect.closeTo(0.2969639046312229, 8), high: expect.closeTo(2.4058932382259215, 8) },
    });
  });

  it("meets a case worked by hand", () => {
    // Variances 1 and 1, three values each: √(2/3), t = 2/√(2/3) = √6, 4 degrees of freedom.
    expect(welch({ control: [1, 2, 3], treatment: [3, 4, 5] })).toMatchObject({
      tStatistic: expect.closeTo(Math.sqrt(6), 14),
      degreesOfFreedom: expect.closeTo(4, 13),
    });
  });

  it("allows one arm without scatter, and answers a point where there is none to judge by", () => {
    expect(welch({ control: [5, 5, 5], treatment: [6, 7, 8] })).toMatchObject({
      kind: "test",
      degreesOfFreedom: 2,
    });
    expect(welch({ control: [0.1, 0.1, 0.1], treatment: [0.3, 0.3] })).toMatchObject({ kind: "point-only" });
    expect(welch({ control: [5], treatment: [6, 7, 8] })).toMatchObject({
      kind: "point-only",
      difference: 2,
    });
    expect(welch({ control: [], treatment: [6, 7, 8] })).toMatchObject({ kind: "no-value" });
    expect(welch({ control: [1, 2], treatment: [] })).toMatchObject({ kind: "no-value" });
  });

  it("says of a single value, on either side, that it has no scatter", () => {
    const single = { kind: "point-only", reason: "a single value has no scatter to judge an error by" };
    expect(welch({ control: [5], treatment: [6, 7, 8] })).toMatchObject(single);
    expect(welch({ control: [6, 7, 8], treatment: [5] })).toMatchObject(single);
    expect(welch({ control: [6], treatment: [5] })).toMatchObject(single);
  });

  it("refuses values that are not finite", () => {
    expect(() => welch({ control: [1, Number.NaN], treatment: [1, 2] })).toThrow(RangeError);
    expect(() => welch({ control: [1, 2], treatment: [1, Infinity] })).toThrow(RangeError);
    expect(() => welch({ control: [1, 2], treatment: [1, 3], level: 0 })).toThrow(RangeError);
  });

  it("keeps its digits for values far from zero", () => {
    const far = welch({
      control: CONTROL.map((value) => value + 1e9),
      treatment: TREATMENT.map((value) => value + 1e9),
    });
    expect(far).toMatchObject({ tStatistic: expect.closeTo(3.175056832412603, 5) });
  });

  const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 20 });

  it("mirrors with the arms, widens with the level, and its p-value agrees with its interval", () => {
    fc.assert(
      fc.property(
        values,
        values,
        fc.double({ min: 0.2, max: 0.99, noNaN: true }),
        (control, treatment, level) => {
          const there = welch({ control, treatment, level });
          const back = welch({ control: treatment, treatment: control, level });
          const wider = welch({ control, treatment, level: 0.995 });
          fc.pre(there.kind === "test" && back.kind === "test" && wider.kind === "test");
          expect(back.interval.low).toBeCloseTo(-there.interval.high, 8);
          expect(back.pValue).toBeCloseTo(there.pValue, 12);
          expect(wider.interval.high).toBeGreaterThan(there.interval.high);
          fc.pre(Math.abs(there.pValue - (1 - level)) > 1e-9);
          expect(there.interval.low > 0 || there.interval.high < 0).toBe(there.pValue < 1 - level);
        },
      ),
      { seed: 13, numRuns: 300 },
    );
  });
});

describe("welchFromSums", () => {
  it("is welch of the values behind the sums", () => {
    const fromValues = welch({ control: CONTROL, treatment: TREATMENT });
    const fromSums = welchFromSums({ control: meanStatistic(CONTROL), treatment: meanStatistic(TREATMENT) });
    if (fromValues.kind !== "test" || fromSums.kind !== "test") throw new Error("no test");
    expect(fromSums.tStatistic).toBeCloseTo(fromValues.tStatistic, 10);
    expect(fromSums.interval.low).toBeCloseTo(fromValues.interval.low, 10);
  });

  it("takes what rounding leaves of equal values as no scatter, and contradictory sums as no answer", () => {
    const equal = meanStatistic([0.1, 0.1, 0.1]);
    expect(welchFromSums({ control: equal, treatment: meanStatistic([0.7, 0.7, 0.7]) })).toMatchObject({
      kind: "point-only",
    });
    const wrong = { count: 3, sum: 30, sumOfSquares: 10 };
    expect(welchFromSums({ control: wrong, treatment: equal })).toMatchObject({ kind: "no-value" });
    expect(welchFromSums({ control: { count: 0, sum: 0, sumOfSquares: 0 }, treatment: equal }).kind).toBe(
      "no-value",
    );
    expect(() =>
      welchFromSums({ control: { count: 2.5, sum: 1, sumOfSquares: 1 }, treatment: equal }),
    ).toThrow(RangeError);
    expect(() =>
      welchFromSums({ control: { count: 2, sum: 1, sumOfSquares: -1 }, treatment: equal }),
    ).toThrow(RangeError);
  });
});
