import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { polynomialDesign } from "./design-matrix.ts";
import { leastSquares } from "./least-squares.ts";

function fitted(design: number[][], y: number[]) {
  const fit = leastSquares(design, y);
  if (fit.kind !== "fit") throw new Error(fit.reason);
  return fit;
}

describe("leastSquares", () => {
  it("finds a straight line, with the errors of the textbook formula", () => {
    const fit = fitted(
      [
        [1, 1],
        [1, 2],
        [1, 3],
        [1, 4],
      ],
      [2, 4, 5, 4],
    );
    expect(fit.coefficients[0]).toBeCloseTo(2, 12);
    expect(fit.coefficients[1]).toBeCloseTo(0.7, 12);
    expect(fit.residualSquares).toBeCloseTo(2.3, 12);
    expect(fit.degreesOfFreedom).toBe(2);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(2.3 / 2 / 5), 12);
  });

  it("leaves residuals that no column of the design can explain", () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 20 }), (rows) => {
        const design = rows.map(([x], i) => [1, x + i * i, i % 2]);
        const { residuals } = fitted(
          design,
          rows.map(([, y]) => y),
        );
        for (let j = 0; j < 3; j += 1) {
          const product = design.reduce(
            (sum, row, i) => sum + (row[j] as number) * (residuals[i] as number),
            0,
          );
          expect(Math.abs(product)).toBeLessThan(1e-7);
        }
      }),
    );
  });

  it("refuses dependent columns and names the first", () => {
    const design = [1, 2, 3, 4, 5].map((t) => [1, t, 3 * t - 2]);
    expect(leastSquares(design, [1, 2, 3, 4, 5])).toMatchObject({ kind: "rank-deficient", column: 2 });
    const empty = [1, 2, 3].map((t) => [t, 0]);
    expect(leastSquares(empty, [1, 2, 3])).toMatchObject({ kind: "rank-deficient", column: 1 });
  });

  it("refuses a polynomial of a degree that double precision cannot tell apart", () => {
    const design = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 12 }, (_, power) => (1000 + i) ** power),
    );
    expect(
      leastSquares(
        design,
        design.map((_, i) => i),
      ),
    ).toMatchObject({ kind: "rank-deficient" });
  });

  it("refuses columns so nearly dependent that hardly a digit would be right, though no single one is", () => {
    // Kahan's matrix: every column has a part of its own, the whole is all but singular.
    const [sine, cosine] = [Math.sin(0.6), Math.cos(0.6)];
    const size = 40;
    const kahan = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_v, j) => sine ** i * (i === j ? 1 : j > i ? -cosine : 0)),
    );
    const answer = leastSquares(
      kahan,
      Array.from({ length: size }, () => 1),
    );
    expect(answer).toMatchObject({ kind: "ill-conditioned" });
    expect(answer).toHaveProperty("reason", expect.stringContaining("fewer than 4 digits"));
  });

  it("answers a curve through every point as what it is", () => {
    expect(
      leastSquares(
        [
          [1, 1],
          [1, 3],
        ],
        [5, 9],
      ),
    ).toEqual({
      kind: "saturated",
      coefficients: [expect.closeTo(3, 12), expect.closeTo(2, 12)],
      reason: "2 coefficients through 2 values leave no error to judge them by",
    });
  });

  it("gives no R², F or t where there is nothing to explain or nothing left", () => {
    const flat = fitted([[1], [1], [1]], [4, 4, 4]);
    expect([flat.rSquared, flat.fStatistic, flat.tStatistics]).toEqual([null, null, [null]]);
    expect(fitted([[1], [1], [1]], [4, 5, 7]).fStatistic).toBeNull();
    const zero = fitted(
      [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      [0, 0, 0],
    );
    expect([zero.coefficients, zero.rSquared, zero.tStatistics]).toEqual([[0, 0], null, [null, null]]);
  });

  it("does not mind the size of the columns", () => {
    const rows = [1, 2, 4, 7, 11].map((t) => [1, t, t * t]);
    const y = [3, 1, 4, 1, 6];
    const plain = fitted(rows, y);
    const huge = fitted(
      rows.map(([one, t, square]) => [(one as number) * 1e-200, (t as number) * 1e200, square as number]),
      y,
    );
    expect(huge.conditionNumber).toBeCloseTo(plain.conditionNumber, 6);
    expect(huge.residualDeviation).toBeCloseTo(plain.residualDeviation, 12);
    expect((huge.coefficients[1] as number) * 1e200).toBeCloseTo(plain.coefficients[1] as number, 10);
  });

  it("keeps errors, t and R² where the squares of the numbers vanish", () => {
    const plain = fitted([[1], [2], [3]], [1, 2, 2.5]);
    for (const [unitOfX, unitOfY] of [
      [1e-200, 1],
      [1, 1e-200],
      [1e-200, 1e-200],
    ] as const) {
      const rows = [[1 * unitOfX], [2 * unitOfX], [3 * unitOfX]];
      const tiny = fitted(rows, [1 * unitOfY, 2 * unitOfY, 2.5 * unitOfY]);
      const standardError = ((tiny.standardErrors[0] as number) / unitOfY) * unitOfX;
      expect(standardError / (plain.standardErrors[0] as number)).toBeCloseTo(1, 10);
      expect(tiny.tStatistics[0]).toBeCloseTo(plain.tStatistics[0] as number, 10);
      expect(tiny.rSquared).toBeCloseTo(plain.rSquared as number, 12);
    }
  });

  it("throws for shapes and values that are none", () => {
    expect(() => leastSquares([[1, 2]], [1])).toThrow("needs as many rows");
    expect(() => leastSquares([[1], [1]], [1])).toThrow("2 rows for 1 values");
    expect(() => leastSquares([[1], [1, 2]], [1, 2])).toThrow("row 2 of the design");
    expect(() => leastSquares([[1], [Number.NaN]], [1, 2])).toThrow("holds NaN");
    expect(() => leastSquares([[1], [1]], [1, Infinity])).toThrow("finite");
    expect(() => leastSquares([], [])).toThrow("at least one column");
    expect(() => leastSquares([[1], [1]], [1e200, -1e200])).toThrow("too large to be squared");
    expect(() => polynomialDesign([1], 1.5)).toThrow("whole number");
  });
});
