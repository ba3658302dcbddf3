import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import * as fc from "fast-check";
import { describe, it } from "vitest";
import { createBeta } from "./beta.ts";
import { createChiSquared } from "./chi-squared.ts";
import { createF } from "./f.ts";
import { createGamma } from "./gamma.ts";
import { normalCdf } from "./normal.ts";
import { createStudentT } from "./student-t.ts";
import { expectClose } from "../testing/expect-close.ts";

/** Parameters from tiny to huge, evenly in their logarithm. */
const spread = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const size = spread(0.01, 1e4);
/** @stdlib 0.3.1 is wrong by 2 % from about shape 600 on, near the mean; mpmath is the judge there. */
const shapeItCanDo = spread(0.01, 500);
const probability = fc.oneof(spread(1e-200, 0.5), fc.double({ min: 0.001, max: 0.999, noNaN: true }));

/** A value rounded to where its last digits do not matter, so that both sides see the same point. */
const coarse = (x: number): number => Number(x.toPrecision(6));

const near = (got: number, wanted: number): void => expectClose(got, wanted, 1e-8, 1e-290);

describe("@stdlib, whose authors are others and whose methods are Boost's, to 1e-8 at random", () => {
  it("agrees on gamma and χ²", () => {
    fc.assert(
      fc.property(shapeItCanDo, probability, fc.boolean(), (shape, p, upper) => {
        const gamma = createGamma(shape);
        const x = coarse(upper ? gamma.upperQuantile(p) : gamma.quantile(p));
        if (x < 1e-280) return;
        near(gamma.cdf(x), gammainc(x, shape, true, false));
        near(gamma.upperTail(x), gammainc(x, shape, true, true));
        near(createChiSquared(2 * shape).upperTail(2 * x), gammainc(x, shape, true, true));
      }),
      { seed: 20, numRuns: 500 },
    );
  });

  it("agrees on beta and F", () => {
    fc.assert(
      fc.property(size, size, probability, fc.boolean(), (a, b, p, upper) => {
        const beta = createBeta(a, b);
        const x = coarse(upper ? beta.upperQuantile(p) : beta.quantile(p));
        if (x < 1e-280 || x >= 1) return;
        near(beta.cdf(x), betainc(x, a, b, true, false));
        near(beta.upperTail(x), betainc(x, a, b, true, true));
        // The odds of x, where they lose no digits.
        if (x > 1e-3 && x < 0.999)
          near(createF(2 * a, 2 * b).cdf((b * x) / (a * (1 - x))), betainc(x, a, b, true, false));
      }),
      { seed: 21, numRuns: 500 },
    );
  });

  it("agrees on t and normal", () => {
    fc.assert(
      fc.property(size, probability, (df, p) => {
        const t = coarse(createStudentT(df).upperQuantile(p));
        if (Math.abs(t) > 1e100 || Math.abs(t) < 1e-3) return;
        const beyond = 0.5 * betainc(df / (df + t * t), df / 2, 0.5, true, false);
        near(createStudentT(df).upperTail(Math.abs(t)), beyond);
        near(
          normalCdf(-Math.min(Math.abs(t), 37)),
          0.5 * gammainc(0.5 * Math.min(Math.abs(t), 37) ** 2, 0.5, true, true),
        );
      }),
      { seed: 22, numRuns: 500 },
    );
  });

  it("agrees on quantiles: its own tail at ours is the probability asked for", () => {
    fc.assert(
      fc.property(spread(0.3, 500), spread(0.3, 1e4), spread(1e-10, 0.5), (a, b, p) => {
        near(gammainc(createGamma(a).quantile(p), a, true, false), p);
        near(gammainc(createGamma(a).upperQuantile(p), a, true, true), p);
        near(betainc(createBeta(a, b).quantile(p), a, b, true, false), p);
      }),
      { seed: 23, numRuns: 500 },
    );
  });
});
