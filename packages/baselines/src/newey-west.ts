import { finiteAnswer } from "./finite-answer.ts";
import type { QrFactors, Rows } from "@liftledger/numerics/householder-qr";
import { coefficientTable } from "./coefficient-table.ts";
import { requireLevel } from "./critical-value.ts";
import { noValue, type NoValue } from "./no-value.ts";
import type { RegressionTable } from "./ordinary-regression.ts";
import { fitRegression, sandwich, type RegressionFit } from "./regression-fit.ts";

/** A regression table whose errors allow for residuals that follow each other. */
export type NeweyWestTable = RegressionTable & {
  /** How many periods back residuals may hang together. */
  readonly lag: number;
  /** Whether the lag was given or taken from the rule floor(4 · (n / 100)^(2/9)). */
  readonly lagSource: "given" | "rule";
  /** What the covariance was multiplied by: n / (n − k), or 1. */
  readonly smallSampleFactor: number;
  /** One sentence that names method, lag and correction. */
  readonly method: string;
};

export type NeweyWestRequest = {
  /** Rows in order of time, one per value of y; the intercept is a column of ones. */
  readonly design: Rows;
  readonly y: readonly number[];
  /** Whole, rising period numbers where some periods are missing; 0, 1, 2 … where left out. */
  readonly times?: readonly number[];
  /** A whole number below the number of rows; left out, the rule decides. 0 allows for unequal variance only. */
  readonly lag?: number;
  /** False leaves the factor n / (n − k) out. */
  readonly smallSample?: boolean;
  readonly level?: number;
};

/** Beside the classical error such a one is nothing but rounding. */
const NO_ERROR_SHARE = 1e-8;

/** floor(4 · (n / 100)^(2/9)) of Newey and West (1994), never as many as there are rows. */
export function neweyWestLag(rowCount: number): number {
  return Math.max(0, Math.min(Math.floor(4 * (rowCount / 100) ** (2 / 9)), rowCount - 1));
}

/**
 * Least squares with errors after Newey and West (1987): Bartlett weights 1 − l / (L + 1) on the products
 * of scores l periods apart, factor n / (n − k), Student's t with n − k degrees of freedom. The same as
 * `sandwich::NeweyWest(lag = L, prewhite = FALSE, adjust = TRUE)` in R. Lag and factor are in the answer.
 *
 * With weekly series and strong memory these errors are still too small: 19% false alarms at an
 * autocorrelation of 0.5 where 5% are promised. A second opinion, not the judgement.
 *
 * Answers `no-value` for dependent columns, too few rows, an exact fit, or a coefficient that rests on rows
 * without a residual (a change that is seen in one period only); throws RangeError for values or lags that make no sense.
 *
 * @example neweyWest({ design, y, lag: 4 }) // standardErrors, tStatistics, pValues, intervals, lag
 */
export function neweyWest(request: NeweyWestRequest): NeweyWestTable | NoValue {
  const { design, y, smallSample = true, level = 0.95 } = request;
  requireLevel(level);
  const rowCount = design.length;
  const lag = request.lag ?? neweyWestLag(rowCount);
  if (!(Number.isInteger(lag) && lag >= 0 && (lag === 0 || lag < rowCount))) {
    throw new RangeError(`a lag is a whole number from 0 to ${Math.max(rowCount - 1, 0)}, got ${lag}`);
  }
  if (request.times !== undefined) requireTimes(request.times, rowCount);
  const fit = fitRegression(design, y);
  if (fit.kind === "no-value") return fit;
  const alone = rowFittedAlone(fit.factors);
  if (alone >= 0) {
    return noValue(
      `a coefficient rests on period ${alone + 1} alone: it fits exactly and has no noise to judge by`,
    );
  }
  const factor = smallSample ? rowCount / fit.degreesOfFreedom : 1;
  const kernel = scoreKernel(fit, lag, request.times).map((row) => row.map((value) => value * factor));
  const covariance = sandwich(fit.factors, kernel);
  const blank = columnWithoutError(covariance, fit);
  if (blank >= 0) {
    return noValue(
      `the residuals say nothing of column ${blank + 1}: the rows it rests on are fitted exactly`,
    );
  }
  const { factors: _, ...rest } = fit;
  return finiteAnswer({
    ...rest,
    ...coefficientTable(fit.coefficients, covariance, fit.degreesOfFreedom, level),
    kind: "regression",
    lag,
    lagSource: request.lag === undefined ? "rule" : "given",
    smallSampleFactor: factor,
    method: methodSentence(lag, smallSample, fit.degreesOfFreedom),
  });
}

/**
 * Σ_l w_l (Γ_l + Γ_l') of the scores q_t · e_t: in the orthonormal basis, so that no digits go lost. Periods
 * that are missing count as scores of zero (Parzen), so that l is always a distance in time.
 */
function scoreKernel(
  { factors, residuals }: RegressionFit,
  lag: number,
  times?: readonly number[],
): number[][] {
  const scores = scoreRows(factors, residuals);
  const size = factors.columnCount;
  const kernel = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  scores.forEach((now, t) => {
    for (let s = t; s >= 0; s -= 1) {
      const back = times === undefined ? t - s : (times[t] as number) - (times[s] as number);
      if (back > lag) break;
      addProducts(kernel, now, scores[s] as number[], (back === 0 ? 0.5 : 1) * (1 - back / (lag + 1)));
    }
  });
  return kernel;
}

function requireTimes(times: readonly number[], rowCount: number): void {
  if (times.length !== rowCount) throw new RangeError(`${times.length} times for ${rowCount} rows`);
  let before = -Infinity;
  for (const time of times) {
    if (!(Number.isSafeInteger(time) && time > before)) {
      throw new RangeError(`times are whole numbers that rise, got ${time} after ${before}`);
    }
    before = time;
  }
}

function addProducts(kernel: number[][], now: number[], before: number[], weight: number): void {
  kernel.forEach((row, i) => {
    for (let j = 0; j < row.length; j += 1) {
      const both = (now[i] as number) * (before[j] as number) + (before[i] as number) * (now[j] as number);
      row[j] = (row[j] as number) + weight * both;
    }
  });
}

function scoreRows({ q, rowCount, columnCount }: QrFactors, residuals: readonly number[]): number[][] {
  return residuals.map((residual, t) =>
    Array.from({ length: columnCount }, (_, column) => (q[column * rowCount + t] as number) * residual),
  );
}

/** A row with a leverage of 1 has a coefficient to itself, and its noise would not be counted at all. */
function rowFittedAlone({ q, rowCount, columnCount }: QrFactors): number {
  for (let row = 0; row < rowCount; row += 1) {
    let leverage = 0;
    for (let column = 0; column < columnCount; column += 1)
      leverage += (q[column * rowCount + row] as number) ** 2;
    if (leverage > 1 - NO_ERROR_SHARE) return row;
  }
  return -1;
}

function columnWithoutError(covariance: readonly (readonly number[])[], fit: RegressionFit): number {
  const classical = sandwich(fit.factors);
  return covariance.findIndex((row, i) => {
    const own = (classical[i] as number[])[i] as number;
    return !((row[i] as number) > NO_ERROR_SHARE ** 2 * own * fit.residualDeviation ** 2);
  });
}

function methodSentence(lag: number, smallSample: boolean, degreesOfFreedom: number): string {
  const correction = smallSample ? "factor n/(n−k)" : "no small-sample factor";
  return `Least squares with Newey-West errors: Bartlett weights, lag ${lag}, ${correction}, t with ${degreesOfFreedom} degrees of freedom.`;
}
