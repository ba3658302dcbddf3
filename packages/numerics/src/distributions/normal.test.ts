import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalDensity, normalQuantile, normalUpperTail } from "./normal.ts";
import { expectClose } from "../testing/expect-close.ts";

const near = (got: number, wanted: number, relative = 1e-13): void => expectClose(got, wanted, relative);

/** Computed with mpmath at 30 digits. */
const QUANTILES: [p: number, x: number][] = [
  [1e-10, -6.361340902404056],
  [0.001, -3.0902323061678136],
  [0.05, -1.6448536269514726],
  [0.8, 0.8416212335729143],
  [0.975, 1.959963984540054],
];

describe("normalQuantile", () => {
  it.each(QUANTILES)("of %d is %d", (p, x) => near(normalQuantile(p), x));

  it("inverts the cdf", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (x) => {
        expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-9);
      }),
    );
  });

  it("is infinite at the ends and nothing beyond them", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });
});

describe("normalCdf", () => {
  it("keeps its digits in the tails", () => {
    near(normalCdf(-1), 0.15865525393145705);
    near(normalCdf(-10), 7.619853024160525e-24);
    near(normalUpperTail(10), 7.619853024160525e-24);
    near(normalCdf(-37), 5.725571222524577e-300, 1e-12);
  });

  it("and its mirror image add up to 1", () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expect(normalCdf(x) + normalUpperTail(x)).toBeCloseTo(1, 14);
      }),
    );
  });

  it("has the density as its slope", () => {
    for (const x of [-3, -0.5, 0, 0.6, 2]) {
      const slope = (normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5;
      near(slope, normalDensity(x), 1e-8);
    }
  });
});
