/** Lower triangular L with L L' = the given matrix, both packed row by row. */
export function choleskyInPlace(packed: number[], width: number): void {
  for (let i = 0, rowI = 0; i < width; rowI += ++i) {
    for (let j = 0, rowJ = 0; j <= i; rowJ += ++j) {
      let sum = packed[rowI + j] as number;
      for (let m = 0; m < j; m += 1) sum -= (packed[rowI + m] as number) * (packed[rowJ + m] as number);
      packed[rowI + j] = i === j ? Math.sqrt(Math.max(sum, 0)) : sum / (packed[rowJ + j] as number);
    }
  }
}

/** What the Cholesky factor of [X y]'C⁻¹[X y] says of the regression of y on X. */
export type FactoredRegression = {
  readonly coefficients: number[];
  /** ½ log |X'C⁻¹X|. */
  readonly logDiagonal: number;
  readonly residualSquares: number;
};

/**
 * With y as the last column, the factor holds the whole regression: its last row is L⁻¹X'C⁻¹y, its
 * last diagonal √RSS, and the product of the others √|X'C⁻¹X|.
 */
export function readRegression(factor: readonly number[], columnCount: number): FactoredRegression {
  const last = (columnCount * (columnCount + 1)) / 2;
  const coefficients = factor.slice(last, last + columnCount);
  let diagonalProduct = 1;
  for (let i = columnCount - 1; i >= 0; i -= 1) {
    const diagonal = factor[(i * (i + 3)) / 2] as number;
    diagonalProduct *= diagonal;
    let sum = coefficients[i] as number;
    for (let m = i + 1; m < columnCount; m += 1) {
      sum -= (factor[(m * (m + 1)) / 2 + i] as number) * (coefficients[m] as number);
    }
    coefficients[i] = sum / diagonal;
  }
  const residualSquares = (factor[last + columnCount] as number) ** 2;
  return { coefficients, logDiagonal: Math.log(diagonalProduct), residualSquares };
}
