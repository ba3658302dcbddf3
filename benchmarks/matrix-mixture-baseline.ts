import type { StudentMixture } from "@liftledger/baselines/student-mixture";
import { CholeskyDecomposition, LuDecomposition, Matrix } from "ml-matrix";
import type { DenseProblem } from "./dense-mixture-baseline.ts";

/** Covariance of two periods, counted from 0, in units of σ². */
type Covariance = (i: number, j: number) => number;

type Shape = { readonly prior: number; readonly covariance: Covariance };

type Outcome = { logWeight: number; location: number; scale: number };

/**
 * The mixture baseline as one would write it down from its formula with a matrix library: for every error
 * shape C over all periods, its blocks C_pp, C_fp and C_ff, Cholesky of C_pp, generalised least squares,
 * and the m × m bracket of the forecast, of which the weights then take the total. Nothing is left out
 * and nothing is arranged for speed; equal to `forecastTotal` up to rounding.
 */
export function matrixForecastTotal(problem: DenseProblem): StudentMixture {
  const { columnCount } = problem;
  const y = Matrix.columnVector(problem.y);
  const design = Matrix.from1DArray(problem.y.length, columnCount, problem.design);
  const futureDesign = Matrix.from1DArray(problem.weights.length, columnCount, problem.futureDesign);
  const weights = Matrix.columnVector(problem.weights);
  const outcomes = errorShapes().map((shape) => forecastUnder(shape, y, design, futureDesign, weights));
  const posterior = shares(outcomes.map(({ logWeight }) => logWeight));
  return {
    degreesOfFreedom: problem.y.length - columnCount,
    components: outcomes.map(({ location, scale }, i) => ({
      weight: posterior[i] as number,
      location,
      scale,
    })),
  };
}

function errorShapes(): Shape[] {
  const rhos = Array.from({ length: 24 }, (_, j) => 0.04 * (j + 1));
  const rhoPriors = normalised(rhos.map((rho) => Math.sqrt(rho) * (1 - rho)));
  const levels = Array.from({ length: 40 }, (_, j) => 0.03 * 200 ** (j / 39));
  const levelPriors = normalised(levels.map((s) => s / (1 + (s / 0.5) ** 2)));
  return [
    { prior: 1 / 3, covariance: (i, j) => (i === j ? 1 : 0) },
    ...rhos.map((rho, index) => ({
      prior: (rhoPriors[index] as number) / 3,
      covariance: (i: number, j: number) => rho ** Math.abs(i - j),
    })),
    ...levels.map((s, index) => ({
      prior: (levelPriors[index] as number) / 3,
      covariance: (i: number, j: number) => (i === j ? 1 : 0) + s * s * Math.min(i, j),
    })),
  ];
}

function forecastUnder(
  { prior, covariance }: Shape,
  y: Matrix,
  design: Matrix,
  futureDesign: Matrix,
  weights: Matrix,
): Outcome {
  const n = design.rows;
  const degreesOfFreedom = n - design.columns;
  const all = covarianceMatrix(covariance, n + futureDesign.rows);
  const pastFuture = all.subMatrix(0, n - 1, n, all.rows - 1);
  const futureFuture = all.subMatrix(n, all.rows - 1, n, all.rows - 1);
  const past = new CholeskyDecomposition(all.subMatrix(0, n - 1, 0, n - 1));

  const solvedDesign = past.solve(design);
  const information = new LuDecomposition(design.transpose().mmul(solvedDesign));
  const b = information.solve(solvedDesign.transpose().mmul(y));
  const residuals = Matrix.sub(y, design.mmul(b));
  const solvedResiduals = past.solve(residuals);
  const residualSquares = residuals.dot(solvedResiduals);

  const mean = Matrix.add(futureDesign.mmul(b), pastFuture.transpose().mmul(solvedResiduals));
  const gain = past.solve(pastFuture);
  const h = Matrix.sub(futureDesign, gain.transpose().mmul(design));
  const bracket = Matrix.sub(futureFuture, pastFuture.transpose().mmul(gain)).add(
    h.mmul(information.solve(h.transpose())),
  );
  return {
    logWeight:
      Math.log(prior) -
      0.5 * logDeterminantOf(past) -
      0.5 * Math.log(information.determinant) -
      0.5 * degreesOfFreedom * Math.log(residualSquares),
    location: weights.dot(mean),
    scale: Math.sqrt((residualSquares / degreesOfFreedom) * weights.dot(bracket.mmul(weights))),
  };
}

function covarianceMatrix(covariance: Covariance, size: number): Matrix {
  const matrix = new Matrix(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) matrix.set(i, j, covariance(i, j));
  }
  return matrix;
}

function logDeterminantOf(cholesky: CholeskyDecomposition): number {
  return 2 * cholesky.lowerTriangularMatrix.diagonal().reduce((sum, value) => sum + Math.log(value), 0);
}

function shares(logWeights: readonly number[]): number[] {
  const largest = Math.max(...logWeights);
  return normalised(logWeights.map((logWeight) => Math.exp(logWeight - largest)));
}

function normalised(densities: readonly number[]): number[] {
  const total = densities.reduce((sum, density) => sum + density, 0);
  return densities.map((density) => density / total);
}
