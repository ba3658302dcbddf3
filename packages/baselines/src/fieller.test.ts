import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fiellerSet } from "./fieller.ts";

describe("fiellerSet", () => {
  it("is the plain interval divided by the denominator where that is known exactly", () => {
    const set = fiellerSet({
      numerator: 6,
      numeratorVariance: 1,
      denominator: 3,
      denominatorVariance: 0,
      critical: 2,
    });
    expect(set).toEqual({ kind: "bounded", low: 4 / 3, high: 8 / 3 });
  });

  it("meets a case worked by hand", () => {
    // (10 − 5ρ)² ≤ 4 (1 + ρ²): 21ρ² − 100ρ + 96 ≤ 0, ρ = (50 ± √484) / 21 = 28/21 and 72/21.
    const set = fiellerSet({
      numerator: 10,
      numeratorVariance: 1,
      denominator: 5,
      denominatorVariance: 1,
      critical: 2,
    });
    if (set.kind !== "bounded") throw new Error(set.kind);
    expect(set.low).toBeCloseTo(28 / 21, 14);
    expect(set.high).toBeCloseTo(72 / 21, 14);
  });

  it("leaves a gap where the denominator may be zero but the numerator may not", () => {
    // (10 − ρ)² ≤ 4 (1 + ρ²): 3ρ² + 20ρ − 96 ≥ 0, ρ ≤ (−10 − √388) / 3 or ρ ≥ (−10 + √388) / 3.
    const set = fiellerSet({
      numerator: 10,
      numeratorVariance: 1,
      denominator: 1,
      denominatorVariance: 1,
      critical: 2,
    });
    if (set.kind !== "complement") throw new Error(set.kind);
    expect(set.upTo).toBeCloseTo((-10 - Math.sqrt(388)) / 3, 12);
    expect(set.from).toBeCloseTo((-10 + Math.sqrt(388)) / 3, 12);
    expect(set.reason).toContain("zero");
  });

  it("has no bound where both may be zero, and says there is no ratio where the denominator is", () => {
    const near = { numerator: 1, numeratorVariance: 1, denominator: 1, denominatorVariance: 1, critical: 2 };
    expect(fiellerSet(near).kind).toBe("unbounded");
    expect(fiellerSet({ ...near, denominator: 0, denominatorVariance: 0 })).toMatchObject({
      kind: "unbounded",
      reason: expect.stringContaining("no ratio"),
    });
  });

  it("is a half line where the denominator is exactly at the edge", () => {
    // (10 − 2ρ)² ≤ 4 (1 + ρ²): 96 ≤ 40ρ.
    const edge = { numerator: 10, numeratorVariance: 1, denominator: 2, denominatorVariance: 1, critical: 2 };
    expect(fiellerSet(edge)).toMatchObject({ kind: "half-line", low: 2.4, high: null });
    expect(fiellerSet({ ...edge, numerator: -10 })).toMatchObject({
      kind: "half-line",
      low: null,
      high: -2.4,
    });
    expect(fiellerSet({ ...edge, numerator: 0 }).kind).toBe("unbounded");
  });

  it("refuses what makes no sense", () => {
    const sound = { numerator: 1, numeratorVariance: 1, denominator: 5, denominatorVariance: 1, critical: 2 };
    expect(() => fiellerSet({ ...sound, numerator: Number.NaN })).toThrow(RangeError);
    expect(() => fiellerSet({ ...sound, numeratorVariance: -1 })).toThrow(RangeError);
    expect(() => fiellerSet({ ...sound, denominatorVariance: -1 })).toThrow(RangeError);
    expect(() => fiellerSet({ ...sound, covariance: 2 })).toThrow(RangeError);
    expect(() => fiellerSet({ ...sound, critical: 0 })).toThrow(RangeError);
  });

  it("holds exactly the ratios that a test does not reject", () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    const variance = fc.double({ min: 0.01, max: 20, noNaN: true });
    const correlation = fc.double({ min: -0.99, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(value, variance, value, variance, correlation, value, (n, vn, d, vd, r, rho) => {
        const covariance = r * Math.sqrt(vn * vd);
        const critical = 1.96;
        const set = fiellerSet({
          numerator: n,
          numeratorVariance: vn,
          denominator: d,
          denominatorVariance: vd,
          covariance,
          critical,
        });
        const distance = (n - rho * d) ** 2;
        const allowed = critical ** 2 * (vn - 2 * rho * covariance + rho * rho * vd);
        if (Math.abs(distance - allowed) < 1e-6 * (distance + allowed)) return;
        const inside =
          set.kind === "unbounded" ||
          (set.kind === "bounded" && rho >= set.low && rho <= set.high) ||
          (set.kind === "complement" && (rho <= set.upTo || rho >= set.from)) ||
          (set.kind === "half-line" &&
            (set.low === null || rho >= set.low) &&
            (set.high === null || rho <= set.high));
        expect(inside).toBe(distance < allowed);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
