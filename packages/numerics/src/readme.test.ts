import { describe, expect, it } from "vitest";
import { cholesky } from "@liftledger/numerics/cholesky";
import { divideDecimals, multiplyDecimals, roundHalfEven, sumDecimals } from "@liftledger/numerics/decimal";
import { polynomialDesign } from "@liftledger/numerics/design-matrix";
import { betaQuantile } from "@liftledger/numerics/distributions/beta";
import { chiSquaredUpperTail } from "@liftledger/numerics/distributions/chi-squared";
import { fUpperTail } from "@liftledger/numerics/distributions/f";
import { createGamma, gammaCdf } from "@liftledger/numerics/distributions/gamma";
import { normalQuantile, normalUpperQuantile } from "@liftledger/numerics/distributions/normal";
import { createStudentT, studentTQuantile } from "@liftledger/numerics/distributions/student-t";
import { leastSquares } from "@liftledger/numerics/least-squares";
import { findRoot } from "@liftledger/numerics/root-search";
import { seededRandom } from "@liftledger/numerics/seeded-random";

/** Every example of README.md, line for line: an example that does not hold fails here. */
describe("README", () => {
  it("Distributions", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(studentTQuantile(0.975, 10)).toBeCloseTo(2.228138851986274, 13);
    expect(chiSquaredUpperTail(3.841, 1)).toBeCloseTo(0.05, 4);
    expect(fUpperTail(4.965, 1, 10)).toBeCloseTo(0.05, 4);
    expect(gammaCdf(6, 2, 3)).toBeCloseTo(1 - 3 * Math.exp(-2), 14);
    expect(betaQuantile(0.6875, 2, 3)).toBeCloseTo(0.5, 14);

    // A tail is asked for as a tail: 1 − 1e-300 is 1 in a double.
    expect(normalUpperQuantile(1e-300)).toBeCloseTo(37.0470962993612, 12);

    // For many values of one distribution, make it once.
    const t = createStudentT(24);
    expect(t.upperTail(2)).toBeCloseTo(0.0284699, 7);
    expect(t.quantile(t.cdf(-1.5))).toBeCloseTo(-1.5, 12);

    // What is no probability is refused, never answered with NaN.
    expect(() => normalQuantile(1.2)).toThrow("a probability lies between 0 and 1");
  });

  it("Least squares", () => {
    // A straight line through four points.
    const line = polynomialDesign([1, 2, 3, 4], 1);
    const fit = leastSquares(line, [2, 4, 5, 4]);
    if (fit.kind !== "fit") throw new Error(fit.reason);
    expect(fit.coefficients).toEqual([expect.closeTo(2, 12), expect.closeTo(0.7, 12)]);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(2.3 / 2 / 5), 12);
    expect(fit.rSquared).toBeCloseTo(2.45 / 4.75, 12);
    expect(fit.fStatistic).toBeCloseTo(2.45 / (2.3 / 2), 12);

    // Columns that say the same twice have no answer.
    const twice = [1, 2, 3, 4].map((x) => [1, x, 3 * x - 2]);
    expect(leastSquares(twice, [2, 4, 5, 4])).toEqual({
      kind: "rank-deficient",
      column: 2,
      reason: "column 3 of 3 is a combination of the columns before it",
    });
  });

  it("Roots", () => {
    const search = findRoot((rate) => -1000 + 600 / (1 + rate) + 600 / (1 + rate) ** 2, 0, 1);
    expect(search).toMatchObject({ kind: "root", x: expect.closeTo(0.130662386, 9) });

    expect(findRoot((x) => x * x + 1, -1, 1)).toMatchObject({
      kind: "no-sign-change",
      reason: "the function is above zero at both ends, -1 and 1",
    });
  });

  it("Correlation", () => {
    const related = cholesky([
      [1, 0.6],
      [0.6, 1],
    ]);
    expect(related).toEqual({
      kind: "factor",
      lower: [
        [1, 0],
        [0.6, 0.8],
      ],
    });

    // A like B, B like C, and yet A unlike C: nothing behaves so.
    const impossible = cholesky([
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]);
    expect(impossible).toMatchObject({ kind: "not-positive-definite", row: 2 });
  });

  it("Seeded chance", () => {
    expect(seededRandom(7).uniform()).toBe(seededRandom(7).uniform());

    // A draw from any distribution is its quantile at a uniform draw, which is never 0 and never 1.
    const random = seededRandom(7);
    const gamma = createGamma(2.5, 100);
    const draws = Array.from({ length: 1000 }, () => gamma.quantile(random.uniform()));
    expect(draws.reduce((sum, draw) => sum + draw, 0) / 1000).toBeCloseTo(250, -1.5);
  });

  it("Decimals", () => {
    expect(sumDecimals(["0.1", "0.2", "1000000000000000000000"])).toBe("1000000000000000000000.3");
    expect(multiplyDecimals("-2.50", "5")).toBe("-12.5");
    expect(divideDecimals("1", "3", 6)).toBe("0.333333");
    expect(roundHalfEven("2.5", 0)).toBe("2");
  });
});
