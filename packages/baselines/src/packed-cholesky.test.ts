import { describe, expect, it } from "vitest";
import { choleskyInPlace, readRegression } from "./packed-cholesky.ts";

describe("choleskyInPlace", () => {
  it("leaves the lower triangle in the place of the matrix, and nothing behind it", () => {
    // The example of the textbooks: [4 12 −16; 12 37 −43; −16 −43 98] = L L' with L of whole numbers.
    const packed = [4, 12, 37, -16, -43, 98];
    choleskyInPlace(packed, 3);
    expect(packed).toEqual([2, 6, 1, -8, 5, 3]);
  });
});

describe("readRegression", () => {
  it("reads the regression of the last column from the factor", () => {
    // With the first two as X and the last as y: X'X b = X'y is 4a + 12b = −16, 12a + 37b = −43.
    const { coefficients, logDiagonal, residualSquares } = readRegression([2, 6, 1, -8, 5, 3], 2);
    expect(coefficients).toEqual([-19, 5]);
    expect(logDiagonal).toBeCloseTo(Math.log(2), 15);
    expect(residualSquares).toBe(9);
  });
});
