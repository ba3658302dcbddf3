import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { changeBetween } from "./change.ts";

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
  it("refuses what is not finite", () => {
    expect(() => changeBetween(1, Number.NaN)).toThrow(RangeError);
  });
});
