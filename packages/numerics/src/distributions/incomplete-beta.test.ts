import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviance, log1pMinus } from "./deviance.ts";
import { betaPoint, createIncompleteBeta } from "./incomplete-beta.ts";
import { logBeta, logScaledBeta } from "./log-beta.ts";
import { logGamma, logGammaOnePlus } from "./log-gamma.ts";

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

describe("logScaledBeta", () => {
  it("is log(a B(a, b)), to its digits where that goes to zero", () => {
    for (const [a, b] of [
      [0.3, 0.4],
      [0.3, 4],
      [0.7, 40],
      [1, 7],
      [12, 3],
    ] as const) {
      expect(logScaledBeta(a, b)).toBeCloseTo(Math.log(a) + logBeta(a, b), 13);
    }
    // a B(a, 5) → 1 − a (1 + 1/2 + 1/3 + 1/4)
    expect(Math.abs(logScaledBeta(1e-9, 5) / -2.0833333333333334e-9 - 1)).toBeLessThan(1e-6);
  });
});

describe("logGammaOnePlus", () => {
  it("keeps its digits towards 0 and agrees with logGamma elsewhere", () => {
    expect(Math.abs(logGammaOnePlus(1e-20) / -5.772156649015329e-21 - 1)).toBeLessThan(1e-15);
    for (const x of [0, 0.1, 0.5, 0.500001, 0.9, 1, 1.5, 30]) {
      expect(logGammaOnePlus(x)).toBeCloseTo(logGamma(1 + x), 14);
    }
  });
});

describe("createIncompleteBeta", () => {
  const tails = (x: number, a: number, b: number) => createIncompleteBeta(a, b).tails(betaPoint(x, a, b));

  it("is a polynomial for whole parameters", () => {
    // I_x(2, 3) = 6x² − 8x³ + 3x⁴
    for (const x of [0.01, 0.1, 0.5, 0.9]) {
      expect(tails(x, 2, 3).lower).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 14);
    }
  });

  it("has the tails of its mirror image", () => {
    const parameter = fc.double({ min: 0.05, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), parameter, parameter, (x, a, b) => {
        const { lower, upper } = tails(x, a, b);
        expect(lower + upper).toBeCloseTo(1, 14);
        const { x: share, complement, ahead } = betaPoint(x, a, b);
        const mirror = createIncompleteBeta(b, a).tails({ x: complement, complement: share, ahead: -ahead });
        expect(mirror.upper).toBeCloseTo(lower, 13);
      }),
      { seed: 11 },
    );
  });

  it("knows the distance to the mean to its digits where the terms all but cancel", () => {
    // Exactly 1e6 − 2e6·(½ − 2⁻⁴⁰) = 2e6·2⁻⁴⁰, and one third is not a double: a − (a+b)x = 3·(⅓ − x).
    expect(betaPoint(0.5 - 2 ** -40, 1e6, 1e6).ahead).toBe(2e6 * 2 ** -40);
    expect(betaPoint(1 / 3, 1, 2).ahead).toBe(2 ** -54);
  });
});

describe("log1pMinus", () => {
  it.each([
    // mpmath, 40 digits
    [1e-8, -4.999999966666667e-17],
    [0.5, -0.09453489189183562],
    [-0.5, -0.19314718055994531],
    [-0.59, -0.3015981192837835],
    [3, -1.6137056388801094],
    [-0.9, -1.402585092994046],
  ])("at %d is %d", (t, wanted) => {
    expect(Math.abs(log1pMinus(t) / wanted - 1)).toBeLessThan(5e-16);
    // observed 2, expected 2(1 + t)
    expect(Math.abs(deviance(2, 2 * (1 + t), 2 * t) / (-2 * wanted) - 1)).toBeLessThan(1e-14);
  });
});
