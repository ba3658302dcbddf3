import type { StudentMixture } from "@liftledger/baselines/student-mixture";

/**
 * The mixture baseline with full matrices, as its formula is written: for every error shape the n × n
 * covariance is built, factorised (Cholesky) and solved against. It is what the structured path is
 * measured against, so it is written to be fast: typed arrays used again for every shape, powers from
 * a table, columns solved together, and only the weighted total of the future is formed, never its
 * m × m covariance.
 */

export type DenseProblem = {
  /** Consecutive periods. */
  readonly y: Float64Array;
  /** n rows of k numbers, one after the other. */
  readonly design: Float64Array;
  readonly columnCount: number;
  /** m rows of k numbers for the periods that follow. */
  readonly futureDesign: Float64Array;
  readonly weights: Float64Array;
};

type Scratch = {
  readonly covariance: Float64Array;
  /** Columns to solve against: X, y, and the covariance of each past period with the total. */
  readonly columns: Float64Array;
  readonly gram: Float64Array;
  readonly lags: Float64Array;
};

type Outcome = { logWeight: number; location: number; scale: number };

/** The distribution of the weighted future total; equal to `forecastTotal` up to rounding. */
export function denseForecastTotal(problem: DenseProblem): StudentMixture {
  const n = problem.y.length;
  const width = problem.columnCount + 2;
  const scratch: Scratch = {
    covariance: new Float64Array(n * n),
    columns: new Float64Array(n * width),
    gram: new Float64Array(width * width),
    lags: new Float64Array(n + problem.weights.length),
  };
  const outcomes: Outcome[] = [iidOutcome(problem, scratch)];
  const rhos = Array.from({ length: 24 }, (_, j) => 0.04 * (j + 1));
  const rhoPriors = normalised(rhos.map((rho) => Math.sqrt(rho) * (1 - rho)));
  rhos.forEach((rho, j) =>
    outcomes.push(autoregressiveOutcome(problem, scratch, rho, rhoPriors[j] as number)),
  );
  const levels = Array.from({ length: 40 }, (_, j) => 0.03 * 200 ** (j / 39));
  const levelPriors = normalised(levels.map((s) => s / (1 + (s / 0.5) ** 2)));
  levels.forEach((s, j) => outcomes.push(levelOutcome(problem, scratch, s, levelPriors[j] as number)));
  const largest = Math.max(...outcomes.map(({ logWeight }) => logWeight));
  const weights = outcomes.map(({ logWeight }) => Math.exp(logWeight - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    degreesOfFreedom: n - problem.columnCount,
    components: outcomes.map(({ location, scale }, i) => ({
      weight: (weights[i] as number) / total,
      location,
      scale,
    })),
  };
}

function iidOutcome(problem: DenseProblem, scratch: Scratch): Outcome {
  scratch.lags.fill(0);
  scratch.lags[0] = 1;
  return byLag(problem, scratch, 1 / 3);
}

function autoregressiveOutcome(problem: DenseProblem, scratch: Scratch, rho: number, prior: number): Outcome {
  let power = 1;
  for (let lag = 0; lag < scratch.lags.length; lag += 1) {
    scratch.lags[lag] = power;
    power *= rho;
  }
  return byLag(problem, scratch, prior);
}

/** Covariances that depend on the distance of two periods alone. */
function byLag(problem: DenseProblem, scratch: Scratch, prior: number): Outcome {
  const { lags, covariance, columns } = scratch;
  const { weights } = problem;
  const n = problem.y.length;
  const cross = (problem.columnCount + 1) * n;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) covariance[i * n + j] = lags[i - j] as number;
    let sum = 0;
    for (let f = 0; f < weights.length; f += 1) sum += (weights[f] as number) * (lags[n + f - i] as number);
    columns[cross + i] = sum;
  }
  let future = 0;
  for (let f = 0; f < weights.length; f += 1) {
    for (let g = 0; g < weights.length; g += 1) {
      future += (weights[f] as number) * (weights[g] as number) * (lags[Math.abs(f - g)] as number);
    }
  }
  return solve(problem, scratch, prior, future);
}

function levelOutcome(problem: DenseProblem, scratch: Scratch, s: number, prior: number): Outcome {
  const { covariance, columns } = scratch;
  const { weights } = problem;
  const n = problem.y.length;
  const cross = (problem.columnCount + 1) * n;
  const step = s * s;
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) covariance[i * n + j] = step * j;
    covariance[i * n + i] = 1 + step * i;
    columns[cross + i] = totalWeight * step * i;
  }
  let future = 0;
  for (let f = 0; f < weights.length; f += 1) {
    const weight = weights[f] as number;
    future += weight * weight;
    for (let g = 0; g < weights.length; g += 1) {
      future += weight * (weights[g] as number) * step * (n + Math.min(f, g));
    }
  }
  return solve(problem, scratch, prior, future);
}

/** Cholesky of C, then everything from the inner products of L⁻¹[X, y, c]. */
function solve(problem: DenseProblem, scratch: Scratch, prior: number, future: number): Outcome {
  const { covariance, columns, gram } = scratch;
  const n = problem.y.length;
  const k = problem.columnCount;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < k; j += 1) columns[j * n + i] = problem.design[i * k + j] as number;
    columns[k * n + i] = problem.y[i] as number;
  }
  const logDeterminant = cholesky(covariance, n);
  const width = k + 2;
  for (let column = 0; column < width; column += 1) forwardSolve(covariance, n, columns, column * n);
  for (let a = 0; a < width; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const product = dot(columns, a * n, b * n, n);
      gram[a * width + b] = product;
      gram[b * width + a] = product;
    }
  }
  return regression(problem, gram, prior, future, logDeterminant);
}

function regression(
  problem: DenseProblem,
  gram: Float64Array,
  prior: number,
  future: number,
  logDeterminant: number,
): Outcome {
  const n = problem.y.length;
  const k = problem.columnCount;
  const width = k + 2;
  const information = new Float64Array(k * k);
  const b = new Float64Array(k);
  const h = new Float64Array(k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) information[i * k + j] = gram[i * width + j] as number;
    b[i] = gram[i * width + k] as number;
    let total = 0;
    for (let f = 0; f < problem.weights.length; f += 1) {
      total += (problem.weights[f] as number) * (problem.futureDesign[f * k + i] as number);
    }
    h[i] = total - (gram[i * width + k + 1] as number);
  }
  const logInformation = cholesky(information, k);
  forwardSolve(information, k, b, 0);
  forwardSolve(information, k, h, 0);
  const residualSquares = (gram[k * width + k] as number) - dot(b, 0, 0, k);
  const location = (gram[(k + 1) * width + k] as number) + crossDot(h, b, k);
  const variance = future - (gram[(k + 1) * width + k + 1] as number) + dot(h, 0, 0, k);
  const logWeight =
    Math.log(prior) - 0.5 * logDeterminant - 0.5 * logInformation - 0.5 * (n - k) * Math.log(residualSquares);
  return { logWeight, location, scale: Math.sqrt((residualSquares / (n - k)) * variance) };
}

/** Lower factor in place of the lower triangle; returns log |C|. */
function cholesky(matrix: Float64Array, size: number): number {
  let logDeterminant = 0;
  for (let i = 0; i < size; i += 1) {
    const rowI = i * size;
    for (let j = 0; j <= i; j += 1) {
      const sum = (matrix[rowI + j] as number) - dot(matrix, rowI, j * size, j);
      matrix[rowI + j] = i === j ? Math.sqrt(sum) : sum / (matrix[j * size + j] as number);
    }
    logDeterminant += 2 * Math.log(matrix[rowI + i] as number);
  }
  return logDeterminant;
}

function forwardSolve(factor: Float64Array, size: number, columns: Float64Array, start: number): void {
  for (let i = 0; i < size; i += 1) {
    let sum = columns[start + i] as number;
    for (let j = 0; j < i; j += 1) sum -= (factor[i * size + j] as number) * (columns[start + j] as number);
    columns[start + i] = sum / (factor[i * size + i] as number);
  }
}

/** Four sums side by side: one alone would wait for each addition in turn. */
function dot(values: Float64Array, left: number, right: number, count: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    a += (values[left + i] as number) * (values[right + i] as number);
    b += (values[left + i + 1] as number) * (values[right + i + 1] as number);
    c += (values[left + i + 2] as number) * (values[right + i + 2] as number);
    d += (values[left + i + 3] as number) * (values[right + i + 3] as number);
  }
  for (; i < count; i += 1) a += (values[left + i] as number) * (values[right + i] as number);
  return a + b + c + d;
}

function crossDot(a: Float64Array, b: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function normalised(densities: readonly number[]): number[] {
  const total = densities.reduce((sum, density) => sum + density, 0);
  return densities.map((density) => density / total / 3);
}
