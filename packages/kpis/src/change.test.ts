import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { changeBetween, judgeChange } from "./change.ts";

const above = fc.double({ min: 1e-6, max: 1e9, noNaN: true });

describe("changeBetween", () => {
  it("tells percent from points", () => {
    const change = changeBetween(0.02, 0.03);
    expect(change.absolute).toBeCloseTo(0.01, 12);
    expect(change.points).toBeCloseTo(1, 12);
    expect(change.relative.kind === "value" && change.relative.value).toBeCloseTo(0.5, 12);
  });
  it("has no percentage away from zero or from a negative value, but has the absolute change", () => {
    expect(changeBetween(0, 5)).toMatchObject({ absolute: 5, relative: { kind: "no-value" } });
    expect(changeBetween(0, 0)).toMatchObject({ absolute: 0, relative: { kind: "no-value" } });
    expect(changeBetween(-4, 5)).toMatchObject({ absolute: 9, relative: { kind: "no-value" } });
  });
  it("leads from before to after", () => {
    fc.assert(
      fc.property(above, above, (before, after) => {
        const { relative } = changeBetween(before, after);
        if (relative.kind !== "value") throw new Error(relative.reason);
        expect(Math.abs(before * (1 + relative.value) - after)).toBeLessThanOrEqual(1e-12 * (before + after));
      }),
    );
  });
  it("changes its sign and not its size when before and after change places", () => {
    fc.assert(
      fc.property(above, above, (before, after) => {
        expect(changeBetween(after, before).absolute).toBe(0 - changeBetween(before, after).absolute);
      }),
    );
  });
  it("has a sign, whatever the base", () => {
    expect([changeBetween(2, 3).sign, changeBetween(3, 2).sign, changeBetween(3, 3).sign]).toEqual([
      1, -1, 0,
    ]);
    expect(changeBetween(-4, -5).sign).toBe(-1);
    expect(changeBetween(0, 5).sign).toBe(1);
  });
  it("says which value is missing", () => {
    expect(changeBetween(null, 1)).toEqual({ kind: "no-value", reason: "There is no value before." });
    expect(changeBetween(1, null)).toEqual({ kind: "no-value", reason: "There is no value after." });
    expect(changeBetween(null, null)).toEqual({
      kind: "no-value",
      reason: "There is no value before and none after.",
    });
  });
  it("has no percentage where the base is so close to 0 that it has no end", () => {
    expect(changeBetween(5e-324, 1)).toMatchObject({ absolute: 1, relative: { kind: "no-value" } });
  });
  it("refuses what is not finite, or too far apart to say", () => {
    expect(() => changeBetween(1, Number.NaN)).toThrow(RangeError);
    expect(() => changeBetween(Infinity, Infinity)).toThrow(RangeError);
    expect(() => changeBetween(-1.7e308, 1.7e308)).toThrow(RangeError);
  });
});

describe("judgeChange", () => {
  it.each([
    [2, 3, "higher", "better"],
    [3, 2, "higher", "worse"],
    [12, 9, "lower", "better"],
    [9, 12, "lower", "worse"],
    [0, 5, "lower", "worse"],
    [-4, 5, "higher", "better"],
    [5, 5, "lower", "unchanged"],
  ] as const)("from %d to %d where %s is better: %s", (before, after, direction, judgement) => {
    expect(judgeChange(changeBetween(before, after), direction)).toBe(judgement);
  });
  it("calls a change below the smallest that matters unchanged", () => {
    expect(judgeChange(changeBetween(100, 100.4), "higher", 0.5)).toBe("unchanged");
    expect(judgeChange(changeBetween(100, 100.5), "higher", 0.5)).toBe("better");
  });
  it("turns when the direction turns", () => {
    fc.assert(
      fc.property(above, above, (before, after) => {
        const change = changeBetween(before, after);
        const both = [judgeChange(change, "higher"), judgeChange(change, "lower")].toSorted();
        expect(both).toEqual(before === after ? ["unchanged", "unchanged"] : ["better", "worse"]);
      }),
    );
  });
});
