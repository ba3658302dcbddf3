/** Rows of covariates before and since the start: one row a period, one number a covariate. */
export type CovariateRows = {
  readonly pre: readonly (readonly number[])[];
  readonly post: readonly (readonly number[])[];
};

/**
 * A design of a constant and covariates, each less its mean and over its deviation (n − 1) of the
 * pre-period: coefficients then compare, and say what one deviation of the covariate is worth. The lift is
 * the same with or without it.
 *
 * Throws RangeError for rows of unequal length and for a covariate that never moves before the start.
 *
 * @example standardisedDesign({ pre: [[1], [3]], post: [[4]] }).designPost // [[1, √2]]
 */
export function standardisedDesign({ pre, post }: CovariateRows): {
  designPre: number[][];
  designPost: number[][];
} {
  const count = pre[0]?.length ?? 0;
  for (const row of [...pre, ...post]) {
    if (row.length !== count) throw new RangeError(`a row has ${row.length} covariates instead of ${count}`);
  }
  const moments = Array.from({ length: count }, (_, j) =>
    momentsOf(
      pre.map((row) => row[j] as number),
      j,
    ),
  );
  const standardise = (row: readonly number[]): number[] => [
    1,
    ...moments.map(({ mean, deviation }, j) => ((row[j] as number) - mean) / deviation),
  ];
  return { designPre: pre.map(standardise), designPost: post.map(standardise) };
}

/** A deviation below this share of the mean is rounding. */
const STILL = 1e-13;

function momentsOf(values: readonly number[], column: number): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  if (!(deviation > STILL * Math.abs(mean))) {
    throw new RangeError(`covariate ${column + 1} does not move before the start`);
  }
  return { mean, deviation };
}
