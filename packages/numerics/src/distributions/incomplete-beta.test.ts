import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incompleteBeta } from "./incomplete-beta.ts";
import { logBeta } from "./log-beta.ts";
import { logGamma } from "./log-gamma.ts";

describe("logGamma", () => {
  it("is the logarithm of the factorial, and of √π at one half", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 13);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(logGamma(0)).toBeNaN();
  });
});

describe("logBeta", () => {
  it("is symmetric and obeys B(a, b) = B(a + 1, b) + B(a, b + 1) across all its branches", () => {
    const size = fc.double({ min: 0.1, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(size, size, (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
        const sum = Math.exp(logBeta(a + 1, b) - logBeta(a, b)) + Math.exp(logBeta(a, b + 1) - logBeta(a, b));
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });

  it("keeps its digits where the gamma functions are huge", () => {
    // B(½, n) → √(π/n)·(1 + 1/(8n) + …), Abramowitz & Stegun 6.1.47.
    const n = 1e8;
    expect(Math.abs(logBeta(0.5, n) - (0.5 * Math.log(Math.PI / n) + 1 / (8 * n)))).toBeLessThan(1e-13);
  });
});

describe("incompleteBeta", () => {
  it("is a polynomial for whole parameters", () => {
    // I_x(2, 3) = 6x² − 8x³ + 3x⁴
    for (const x of [0, 0.1, 0.5, 0.9, 1]) {
      expect(incompleteBeta(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 14);
    }
  });

  it("is one minus itself with the ends swapped", () => {
    const parameter = fc.double({ min: 0.2, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), parameter, parameter, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a, x)).toBeCloseTo(1, 10);
      }),
    );
  });

  it("is nothing outside its domain", () => {
    expect(incompleteBeta(-0.1, 1, 1)).toBeNaN();
    expect(incompleteBeta(0.5, 0, 1)).toBeNaN();
  });
});
