import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile, betaUpperQuantile, betaUpperTail, createBeta } from "./beta.ts";
import {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
  createChiSquared,
} from "./chi-squared.ts";
import type { Distribution } from "./distribution.ts";
import { createF, fCdf, fQuantile, fUpperQuantile, fUpperTail } from "./f.ts";
import { createGamma, gammaCdf, gammaQuantile, gammaUpperQuantile, gammaUpperTail } from "./gamma.ts";
import { normalCdf, normalUpperQuantile, normalUpperTail } from "./normal.ts";
import { createStudentT, studentTCdf, studentTUpperQuantile, studentTUpperTail } from "./student-t.ts";
import { expectClose } from "../testing/expect-close.ts";

const positive = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const parameter = positive(0.05, 1e5);
const tail = positive(1e-290, 0.5);

const ANY: fc.Arbitrary<Distribution> = fc.oneof(
  parameter.map((shape) => createGamma(shape, 3)),
  parameter.map((df) => createChiSquared(df)),
  fc.tuple(parameter, parameter).map(([a, b]) => createBeta(a, b)),
  fc.tuple(parameter, parameter).map(([a, b]) => createF(a, b)),
  parameter.map((df) => createStudentT(df)),
  fc.constant(createStudentT(Infinity)),
);

describe("every distribution", () => {
  it("has tails that add up to 1 and that a larger value moves the right way", () => {
    fc.assert(
      fc.property(
        ANY,
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        (distribution, p, step) => {
          const x = distribution.quantile(p);
          const further = x + step * Math.max(Math.abs(x), 1e-300);
          expect(distribution.cdf(x) + distribution.upperTail(x)).toBeCloseTo(1, 14);
          expect(distribution.cdf(further)).toBeGreaterThanOrEqual(distribution.cdf(x) * (1 - 1e-12));
          expect(distribution.upperTail(further)).toBeLessThanOrEqual(
            distribution.upperTail(x) * (1 + 1e-12),
          );
        },
      ),
      { seed: 1 },
    );
  });

  it("has quantiles that its tails lead back to, however small the tail", () => {
    fc.assert(
      fc.property(ANY, tail, (distribution, p) => {
        for (const [x, reached] of [
          [distribution.quantile(p), distribution.cdf],
          [distribution.upperQuantile(p), distribution.upperTail],
        ] as const) {
          // Beyond the range of a double, or so near 1 that the next double is another tail.
          if (Math.abs(x) < 1e-300 || !Number.isFinite(x) || (x > 0.999 && x <= 1)) continue;
          // The last digit of x moves the tail by this share.
          const moved = 4e-16 * Math.abs(x) * (distribution.density(x) / p);
          expect(Math.abs(reached(x) / p - 1)).toBeLessThan(1e-11 + moved);
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("has the density as the slope of its cdf", () => {
    fc.assert(
      fc.property(ANY, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (distribution, p) => {
        const x = distribution.quantile(p);
        // A step that moves the probability by about 1e-6.
        const step = 1e-6 / distribution.density(x);
        if (Math.abs(step) < 1e-7 * Math.abs(x) || Math.abs(step) > 1e-3 * Math.abs(x)) return;
        const slope = (distribution.cdf(x + step) - distribution.cdf(x - step)) / (2 * step);
        expectClose(slope, distribution.density(x), 1e-4);
      }),
      { seed: 3 },
    );
  });
});

describe("the distributions among themselves", () => {
  it("agree where one is another in disguise", () => {
    fc.assert(
      fc.property(parameter, positive(1e-3, 1e3), (df, x) => {
        // A squared t is F with 1 and df; a squared normal is χ² with 1; F turned round swaps its ends.
        expectClose(fUpperTail(x * x, 1, df), 2 * studentTUpperTail(x, df), 1e-11);
        expectClose(fUpperTail(x, df, 7), fCdf(1 / x, 7, df), 1e-10);
        expectClose(gammaUpperTail(x, 1, 2), Math.exp(-x / 2), 1e-12);
        expectClose(chiSquaredUpperTail(x, 2), Math.exp(-x / 2), 1e-12);
        if (x < 37) expectClose(chiSquaredUpperTail(x * x, 1), 2 * normalUpperTail(x), 1e-12);
        expectClose(chiSquaredCdf(x, df), gammaCdf(x / 2, df / 2), 1e-13);
      }),
      { seed: 4 },
    );
  });

  it("mirror a beta variable by swapping its parameters", () => {
    fc.assert(
      fc.property(parameter, parameter, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, p) => {
        expect(betaUpperQuantile(p, a, b)).toBeCloseTo(1 - betaQuantile(p, b, a), 12);
        const x = betaQuantile(p, a, b);
        if (x > 0.5 && x < 1) expectClose(betaUpperTail(x, a, b), betaCdf(1 - x, b, a), 1e-12);
      }),
      { seed: 5 },
    );
  });

  it("meet the printed tables", () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, tables 1.3.6.7.2 to 1.3.6.7.4.
    expect(chiSquaredUpperQuantile(0.05, 10)).toBeCloseTo(18.307, 3);
    expect(chiSquaredQuantile(0.05, 30)).toBeCloseTo(18.493, 3);
    expect(fUpperQuantile(0.05, 5, 10)).toBeCloseTo(3.326, 3);
    expect(fQuantile(0.99, 10, 20)).toBeCloseTo(3.368, 3);
    expect(studentTUpperQuantile(0.025, 12)).toBeCloseTo(2.179, 3);
    expect(normalUpperQuantile(0.025)).toBeCloseTo(1.96, 3);
  });

  it("scale with the scale of gamma", () => {
    expect(gammaQuantile(0.3, 2.5, 40)).toBeCloseTo(40 * gammaQuantile(0.3, 2.5), 11);
    expect(gammaUpperQuantile(1e-300, 1)).toBeCloseTo(300 * Math.LN10, 10);
    expect(studentTCdf(-1, 1)).toBeCloseTo(0.25, 13);
    expect(normalCdf(0)).toBe(0.5);
  });
});
