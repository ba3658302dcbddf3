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

  it("leaves a gap where numerator and denominator are both uncertain, and none where it closes to a point", () => {
    // (1 − ρ)² ≤ 1.25 + 3ρ²: 2ρ² + 2ρ + ¼ ≥ 0, ρ = (−1 ± √½) / 2.
    const both = {
      numerator: 1,
      numeratorVariance: 1.25,
      denominator: 1,
      denominatorVariance: 3,
      critical: 1,
    };
    expect(fiellerSet(both)).toMatchObject({
      kind: "complement",
      upTo: expect.closeTo((-1 - Math.SQRT1_2) / 2, 14),
      from: expect.closeTo((-1 + Math.SQRT1_2) / 2, 14),
    });
    // (1 − ρ)² ≤ 2 + 2ρ²: (ρ + 1)² ≥ 0 for every ρ.
    expect(fiellerSet({ ...both, numeratorVariance: 2, denominatorVariance: 2 }).kind).toBe("unbounded");
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

  const plain = { numerator: 10, numeratorVariance: 1, denominator: 5, denominatorVariance: 1, critical: 2 };

  it("turns round with the sign of either quantity, and keeps the digits of the smaller end", () => {
    // As by hand above, mirrored: −72/21 and −28/21; with both signs turned it is the same set.
    for (const [numerator, denominator, wanted] of [
      [-10, 5, [-72 / 21, -28 / 21]],
      [10, -5, [-72 / 21, -28 / 21]],
      [-10, -5, [28 / 21, 72 / 21]],
    ] as const) {
      const set = fiellerSet({ ...plain, numerator, denominator });
      expect(set).toEqual({
        kind: "bounded",
        low: expect.closeTo(wanted[0], 13),
        high: expect.closeTo(wanted[1], 13),
      });
    }
    // (1 − 10⁹ρ)² ≤ 4 · 0.1: the ends are 10⁻⁹ (1 ∓ 2√0.1), to every digit.
    const tiny = fiellerSet({
      ...plain,
      numerator: 1,
      numeratorVariance: 0.1,
      denominator: 1e9,
      denominatorVariance: 0,
    });
    const ends = tiny.kind === "bounded" ? [tiny.low, tiny.high] : [];
    expect(ends.map((end, i) => end / (1e-9 * (1 + (2 * i - 1) * 2 * Math.sqrt(0.1))))).toEqual([
      expect.closeTo(1, 13),
      expect.closeTo(1, 13),
    ]);
    // (10⁶ − ρ)² ≤ 10⁶ (1 + ρ²) · 4 · …: a near end that a plain difference would lose.
    const far = fiellerSet({
      ...plain,
      numerator: 1e-7,
      numeratorVariance: 0,
      denominator: 1,
      denominatorVariance: 0.2,
    });
    const [low, high] = far.kind === "bounded" ? [far.low, far.high] : [Number.NaN, Number.NaN];
    expect(low / (1e-7 / (1 + 2 * Math.sqrt(0.2)))).toBeCloseTo(1, 13);
    expect(high / (1e-7 / (1 - 2 * Math.sqrt(0.2)))).toBeCloseTo(1, 13);
  });

  it("keeps the digits of an end that lies far below the other one", () => {
    // The denominator is barely told from zero: (20.000001 ∓ √…)/4.0000001e-7, mpmath at 40 digits.
    const set = fiellerSet({ ...plain, denominator: 2.0000001 });
    const [low, high] = set.kind === "bounded" ? [set.low, set.high] : [Number.NaN, Number.NaN];
    expect(low).toBeCloseTo(2.399999937600002, 14);
    expect(high / 100000000.26365788).toBeCloseTo(1, 8);
    const mirrored = fiellerSet({ ...plain, numerator: -10, denominator: 2.0000001 });
    expect(mirrored).toMatchObject({ high: expect.closeTo(-2.399999937600002, 14) });
  });

  it("is the one point zero where nothing is and nothing varies above", () => {
    expect(fiellerSet({ ...plain, numerator: 0, numeratorVariance: 0 })).toEqual({
      kind: "bounded",
      low: 0,
      high: 0,
    });
  });

  it.each([
    [{ numerator: Number.NaN }, "finite estimates"],
    [{ denominator: Infinity }, "finite estimates"],
    [{ numeratorVariance: Infinity }, "finite estimates"],
    [{ denominatorVariance: Number.NaN }, "finite estimates"],
    [{ covariance: Number.NaN }, "finite estimates"],
    [{ numeratorVariance: -1 }, "a variance is not negative"],
    [{ denominatorVariance: -1 }, "a variance is not negative"],
    [{ covariance: 1.001 }, "larger than the variances allow"],
    [{ covariance: -1.001 }, "larger than the variances allow"],
    [{ critical: 0 }, "a critical value is positive, got 0"],
    [{ critical: Infinity }, "a critical value is positive, got Infinity"],
  ])("refuses %j", (change, message) => {
    expect(() => fiellerSet({ ...plain, ...change })).toThrow(RangeError);
    expect(() => fiellerSet({ ...plain, ...change })).toThrow(message);
  });

  it("lets a covariance overshoot by rounding, and a variance be nothing", () => {
    expect(fiellerSet({ ...plain, covariance: 1 + 1e-10 }).kind).toBe("bounded");
    expect(fiellerSet({ ...plain, numeratorVariance: 0, denominatorVariance: 0 })).toEqual({
      kind: "bounded",
      low: 2,
      high: 2,
    });
  });
});
