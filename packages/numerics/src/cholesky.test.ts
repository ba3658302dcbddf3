import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky } from "./cholesky.ts";

function lowerOf(matrix: number[][], options = {}): readonly (readonly number[])[] {
  const factor = cholesky(matrix, options);
  if (factor.kind !== "factor") throw new Error(factor.reason);
  return factor.lower;
}

describe("cholesky", () => {
  it("is the textbook factor", () => {
    // The example of Wikipedia's "Cholesky decomposition".
    expect(
      lowerOf([
        [4, 12, -16],
        [12, 37, -43],
        [-16, -43, 98],
      ]),
    ).toEqual([
      [2, 0, 0],
      [6, 1, 0],
      [-8, 5, 3],
    ]);
    expect(lowerOf([[9]])).toEqual([[3]]);
  });

  it("times its transpose is the matrix again", () => {
    const value = fc.double({ min: -3, max: 3, noNaN: true });
    const root = fc
      .integer({ min: 1, max: 6 })
      .chain((n) =>
        fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
      );
    fc.assert(
      fc.property(root, (b) => {
        // B B' + I is symmetric and positive definite whatever B.
        const matrix = b.map((row, i) =>
          b.map((other, j) => row.reduce((sum, v, k) => sum + v * (other[k] as number), i === j ? 1 : 0)),
        );
        for (let i = 0; i < b.length; i += 1)
          for (let j = 0; j < i; j += 1) (matrix[j] as number[])[i] = (matrix[i] as number[])[j] as number;
        const lower = lowerOf(matrix);
        matrix.forEach((row, i) =>
          row.forEach((wanted, j) => {
            const got = (lower[i] as number[]).reduce(
              (sum, v, k) => sum + v * ((lower[j] as number[])[k] as number),
              0,
            );
            expect(got).toBeCloseTo(wanted, 9);
            expect(j <= i || (lower[i] as number[])[j] === 0).toBe(true);
          }),
        );
      }),
      { seed: 5 },
    );
  });

  it("refuses correlations that contradict each other and names the row", () => {
    const impossible = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ];
    expect(cholesky(impossible)).toEqual({
      kind: "not-positive-definite",
      row: 2,
      reason: "row 3 contradicts the rows before it: no quantities can have these correlations",
    });
    expect(cholesky(impossible, { allowDependent: true })).toMatchObject({ row: 2 });
    expect(
      cholesky([
        [1, 1.01],
        [1.01, 1],
      ]),
    ).toMatchObject({ kind: "not-positive-definite", row: 1 });
    expect(
      cholesky([
        [0, 0],
        [0, 1],
      ]),
    ).toMatchObject({ row: 0, reason: "row 1 has no positive variance" });
    expect(
      cholesky(
        [
          [1, 0],
          [0, -1],
        ],
        { allowDependent: true },
      ),
    ).toMatchObject({ row: 1 });
  });

  it("refuses a row without chance of its own, or lets it follow where asked to", () => {
    const twins = [
      [1, 1, 0.5],
      [1, 1, 0.5],
      [0.5, 0.5, 1],
    ];
    expect(cholesky(twins)).toMatchObject({
      row: 1,
      reason: "row 2 has nothing of its own: the rows before it determine it wholly",
    });
    expect(lowerOf(twins, { allowDependent: true })).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0.5, 0, Math.sqrt(0.75)],
    ]);
    const quarrel = [
      [1, 1, 0.5],
      [1, 1, 0.4],
      [0.5, 0.4, 1],
    ];
    expect(cholesky(quarrel, { allowDependent: true })).toMatchObject({
      row: 2,
      reason: "row 3 contradicts row 2, which the rows before it determine wholly",
    });
  });

  it("throws for what is no symmetric matrix", () => {
    expect(() => cholesky([])).toThrow("at least one row");
    expect(() => cholesky([[1, 0]])).toThrow("row 1 has 2 values in a matrix of 1 rows");
    expect(() =>
      cholesky([
        [1, 0.5],
        [0.4, 1],
      ]),
    ).toThrow("row 2, column 1 differs from row 1, column 2");
    expect(() =>
      cholesky([
        [1, 0.5],
        [Number.NaN, 1],
      ]),
    ).toThrow("row 2, column 1 is not finite");
  });
});
