import { describe, expect, it } from "vitest";
import { isClearOfZero, relativeLift, relativeLiftOfPoint } from "./relative-lift.ts";
import { pointMass, type StudentMixture } from "./student-mixture.ts";

/** One t of ten degrees of freedom; its 90 and 97.5 % points are in every table. */
const around = (location: number): StudentMixture => ({
  degreesOfFreedom: 10,
  components: [{ weight: 1, location, scale: 2 }],
});

describe("relativeLift", () => {
  it("is actual over expected less one, its ends those of the expected total turned round", () => {
    const reach = 2 * 1.3721836411103;
    expect(relativeLift(120, around(100), 1, 0.8)).toEqual({
      kind: "value",
      value: expect.closeTo(0.2, 12),
      interval: {
        low: expect.closeTo(120 / (100 + reach) - 1, 9),
        high: expect.closeTo(120 / (100 - reach) - 1, 9),
        level: 0.8,
      },
    });
  });

  it("changes its sign and swaps its ends where lower is better", () => {
    const up = relativeLift(80, around(100), 1, 0.8);
    const down = relativeLift(80, around(100), -1, 0.8);
    expect(up).toMatchObject({ value: expect.closeTo(-0.2, 12) });
    expect(down).toMatchObject({ value: expect.closeTo(0.2, 12) });
    if (up.kind !== "value" || down.kind !== "value") throw new Error("no value");
    expect(down.interval?.low).toBeCloseTo(-(up.interval?.high ?? 0), 12);
  });

  it("has no value where the expected total is not above zero at 95 %, or at a higher level asked for", () => {
    // The 97.5 % point is 2.2281, the 99.5 % point 3.1693 deviations of 2 away.
    expect(relativeLift(9, around(4.4), 1, 0.5)).toMatchObject({ kind: "no-value" });
    expect(relativeLift(9, around(4.5), 1, 0.5)).toMatchObject({ kind: "value" });
    expect(relativeLift(9, around(6.3), 1, 0.99)).toMatchObject({ kind: "no-value" });
    expect(relativeLift(9, around(6.4), 1, 0.99)).toMatchObject({ kind: "value" });
    expect(isClearOfZero(pointMass(0), 0.8)).toBe(false);
  });
});

describe("relativeLiftOfPoint", () => {
  it("is units over what was expected, where that is above zero", () => {
    expect(relativeLiftOfPoint(0.1, 0.5)).toEqual({ kind: "value", value: 0.2, interval: null });
    expect(relativeLiftOfPoint(1, 0)).toMatchObject({ kind: "no-value" });
  });
});
