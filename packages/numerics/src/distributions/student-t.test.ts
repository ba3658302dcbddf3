import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "./normal.ts";
import { createStudentT, studentTCdf, studentTQuantile, studentTUpperTail } from "./student-t.ts";
import { expectClose } from "../testing/expect-close.ts";

/** Computed with mpmath at 30 digits. */
const QUANTILES: [degreesOfFreedom: number, p: number, t: number][] = [
  [1, 1e-6, -318309.8861827435],
  [1, 0.025, -12.706204736174705],
  [1, 0.95, 6.313751514675038],
  [2, 1e-10, -70710.67810804815],
  [2, 0.999999, 707.1057205157671],
  [3, 0.2, -0.9784723123633045],
  [3, 0.995, 5.840909309733355],
];

describe("studentTQuantile", () => {
  it.each(QUANTILES)("with %d degrees of freedom at %d is %d", (degreesOfFreedom, p, t) => {
    // 1 − p is itself rounded where p is close to 1.
    expectClose(studentTQuantile(p, degreesOfFreedom), t, p > 0.9999 ? 1e-9 : 1e-12);
  });

  it("inverts the cdf for any degrees of freedom, whole or not", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 1000, noNaN: true }),
        fc.double({ min: 1e-10, max: 0.999, noNaN: true }),
        (degreesOfFreedom, p) => {
          expectClose(studentTCdf(studentTQuantile(p, degreesOfFreedom), degreesOfFreedom), p, 1e-11);
        },
      ),
    );
  });

  it("is infinite at the ends, zero in the middle and nothing outside", () => {
    expect([studentTQuantile(0, 5), studentTQuantile(0.5, 5), studentTQuantile(1, 5)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
    expect(() => studentTQuantile(-0.1, 5)).toThrow(RangeError);
  });
});

describe("studentTCdf", () => {
  it("is the arc tangent for one degree of freedom, far into the tail", () => {
    for (const t of [-1e8, -50, -1.7, -0.2, 0, 0.9, 30]) {
      const exact = t < -1 ? Math.atan(-1 / t) / Math.PI : 0.5 + Math.atan(t) / Math.PI;
      expectClose(studentTCdf(t, 1), exact, 1e-13);
    }
  });

  it("is t / 2√(2 + t²) + ½ for two", () => {
    for (const t of [-3, -1, 0.1, 2])
      expectClose(studentTCdf(t, 2), 0.5 + t / (2 * Math.sqrt(2 + t * t)), 1e-13);
  });

  it("approaches the normal distribution, and is it at infinity", () => {
    for (const x of [-4, -1, 0.5, 2]) {
      expectClose(studentTCdf(x, 1e7), normalCdf(x), 1e-5);
      expect(studentTCdf(x, Infinity)).toBe(normalCdf(x));
    }
    expect(studentTQuantile(0.9, Infinity)).toBe(normalQuantile(0.9));
  });

  it("and the upper tail are mirror images", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        (t, degreesOfFreedom) => {
          expect(studentTUpperTail(t, degreesOfFreedom)).toBe(studentTCdf(-t, degreesOfFreedom));
          expect(studentTUpperTail(t, degreesOfFreedom) + studentTCdf(t, degreesOfFreedom)).toBeCloseTo(
            1,
            12,
          );
        },
      ),
    );
  });

  it("knows its ends", () => {
    expect([studentTCdf(-Infinity, 3), studentTCdf(Infinity, 3)]).toEqual([0, 1]);
    expect(() => studentTCdf(Number.NaN, 3)).toThrow(RangeError);
  });
});

describe("createStudentT", () => {
  it("has the density as the slope of the cdf", () => {
    const t = createStudentT(6.5);
    for (const x of [-3, -0.2, 0, 1, 4])
      expectClose((t.cdf(x + 1e-5) - t.cdf(x - 1e-5)) / 2e-5, t.density(x), 1e-6);
  });

  it("refuses degrees of freedom that are not positive", () => {
    expect(() => createStudentT(0)).toThrow(RangeError);
    expect(() => createStudentT(Number.NaN)).toThrow(RangeError);
  });
});
