import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisShare, intervalAxis, type IntervalRow } from "./interval-axis.ts";

const row = (parts: Partial<IntervalRow>): IntervalRow => ({
  value: null,
  low: null,
  high: null,
  floor: null,
  ceiling: null,
  ...parts,
});

describe("intervalAxis", () => {
  it("has round ticks over zero, points and bands", () => {
    const axis = intervalAxis([
      row({ value: -0.22, low: -0.58, high: 0.09, floor: 0.3, ceiling: 0.7 }),
      row({ value: 3.38, low: 2.62, high: 4.15, floor: 3 }),
    ]);
    expect(axis.ticks).toEqual([0, 1, 2, 3, 4]);
    expect(axis.low).toBeLessThan(-0.58);
    expect(axis.high).toBeGreaterThan(4.15);
  });

  it("cuts one wild interval instead of squeezing the rest", () => {
    const axis = intervalAxis([row({ value: 0.5, low: -40, high: 90, floor: 0.3, ceiling: 0.7 })]);
    expect(axis.high).toBeLessThan(2);
    expect(axis.low).toBeGreaterThan(-1);
  });

  it("takes the next wider step before its ticks crowd", () => {
    expect(intervalAxis([row({ ceiling: 0.906 }), row({ high: 1.359 })]).ticks).toEqual([0, 0.5, 1]);
  });

  it("stands without any row", () => {
    expect(intervalAxis([]).ticks).toContain(0);
  });

  it("keeps every point and band within its ends, and zero among its ticks", () => {
    const number = fc.option(fc.double({ min: -5, max: 50, noNaN: true }), { nil: null });
    const rows = fc.array(
      fc.record({ value: number, low: number, high: number, floor: number, ceiling: number }),
    );
    fc.assert(
      fc.property(rows, (some) => {
        const axis = intervalAxis(some);
        const inside = some
          .flatMap((one) => [one.value, one.floor, one.ceiling])
          .filter((end) => end !== null);
        expect(inside.every((end) => end >= axis.low && end <= axis.high)).toBe(true);
        expect(axis.ticks).toContain(0);
        expect(axis.ticks.length).toBeLessThan(8);
      }),
    );
  });
});

describe("axisShare", () => {
  it("is cut at both ends", () => {
    const axis = { low: -1, high: 3, ticks: [] };
    expect([axisShare(axis, -2), axisShare(axis, 1), axisShare(axis, 9)]).toEqual([0, 0.5, 1]);
  });
});
