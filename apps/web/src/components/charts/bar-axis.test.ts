import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisOf } from "./bar-axis.ts";

describe("axisOf", () => {
  it("puts zero where it lies between loss and gain, and at the edge where all is on one side", () => {
    expect([-50, 0, 150].map(axisOf([-50, 150]).at)).toEqual([0, 25, 100]);
    expect([0, 30, 60].map(axisOf([30, 60]).at)).toEqual([0, 50, 100]);
    expect([-60, 0].map(axisOf([-60, -30]).at)).toEqual([0, 100]);
    expect(axisOf([-50, 150]).length(-50)).toBe(25);
  });

  it("survives steps of nothing", () => {
    expect([axisOf([0, 0]).at(0), axisOf([0, 0]).length(0), axisOf([]).at(0)]).toEqual([0, 0, 0]);
  });

  it("keeps every bar within its track, in order", () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2 }), (values) => {
        const axis = axisOf(values);
        const sorted = values.toSorted((one, other) => one - other).map(axis.at);
        expect(sorted.every((at, place) => at >= (sorted[place - 1] ?? 0) && at <= 100.0000001)).toBe(true);
      }),
    );
  });
});
