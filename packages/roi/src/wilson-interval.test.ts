import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

describe("wilsonInterval", () => {
  // statsmodels 0.13, proportion_confint(count, nobs, 1 - level, method="wilson").
  it.each([
    [4, 33, 0.95, 0.04816161309413558, 0.2732550517107523],
    [0, 10, 0.95, 0, 0.2775327998628892],
    [10, 10, 0.95, 0.7224672001371107, 1],
    [1, 1, 0.8, 0.3784475032253529, 1],
    [2, 5, 0.8, 0.17987254982034237, 0.6695788756037925],
    [81, 263, 0.95, 0.2552885198782742, 0.36620957698280004],
    [15, 148, 0.95, 0.0623863995307363, 0.16048724172330803],
    [5000, 10000, 0.99, 0.4871251239475885, 0.5128748760524116],
  ])("of %i in %i at %f", (count, of, level, low, high) => {
    const interval = wilsonInterval(count, of, level);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it("holds the share, stays within 0 and 1, mirrors, and widens with the level", () => {
    const cases = fc
      .integer({ min: 1, max: 100_000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(cases, ([count, of]) => {
        const [narrow, wide, mirrored] = [
          wilsonInterval(count, of, 0.8),
          wilsonInterval(count, of, 0.95),
          wilsonInterval(of - count, of, 0.8),
        ];
        expect(narrow.low).toBeLessThanOrEqual(count / of + 1e-12);
        expect(narrow.high).toBeGreaterThanOrEqual(count / of - 1e-12);
        expect(wide.low).toBeGreaterThanOrEqual(0);
        expect(wide.high).toBeLessThanOrEqual(1);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
        expect(mirrored.low).toBeCloseTo(1 - narrow.high, 12);
      }),
    );
  });

  it.each([
    [-1, 5, 0.8],
    [6, 5, 0.8],
    [0, 0, 0.8],
    [1.5, 5, 0.8],
    [1, 5, 0],
    [1, 5, 1],
    [1, 5, Number.NaN],
  ])("refuses %f of %f at %f", (count, of, level) => {
    expect(() => wilsonInterval(count, of, level)).toThrow(RangeError);
  });
});
