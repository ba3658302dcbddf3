import { finiteAnswer } from "./finite-answer.ts";
import type { Rows } from "@liftledger/numerics/householder-qr";
import { coefficientTable, type CoefficientTable } from "./coefficient-table.ts";
import { requireLevel } from "./critical-value.ts";
import type { NoValue } from "./no-value.ts";
import { fitRegression, sandwich } from "./regression-fit.ts";

/** A regression table: coefficients with errors, and how well the whole fits. */
export type RegressionTable = CoefficientTable & {
  readonly kind: "regression";
  readonly degreesOfFreedom: number;
  /** √(Σe² / degrees of freedom). */
  readonly residualDeviation: number;
  readonly rSquared: number;
  readonly durbinWatson: number;
  readonly residuals: readonly number[];
};

/**
 * Ordinary least squares with classical errors: right where errors are independent and equally large,
 * which the errors of a weekly series seldom are (see `neweyWest`).
 *
 * Rows of `design` go with the values of `y`; write the intercept as a column of ones. Answers `no-value`
 * for dependent columns, too few rows or an exact fit; throws RangeError for values that are not finite.
 *
 * @example ordinaryRegression({ design: [[1, 1], [1, 2], [1, 3], [1, 4]], y: [2, 4, 5, 4] }) // slope 0.7
 */
export function ordinaryRegression(request: {
  readonly design: Rows;
  readonly y: readonly number[];
  readonly level?: number;
}): RegressionTable | NoValue {
  const { design, y, level = 0.95 } = request;
  requireLevel(level);
  const fit = fitRegression(design, y);
  if (fit.kind === "no-value") return fit;
  const { factors, ...rest } = fit;
  const covariance = sandwich(factors).map((row) => row.map((value) => value * fit.residualDeviation ** 2));
  return finiteAnswer({
    ...rest,
    ...coefficientTable(fit.coefficients, covariance, fit.degreesOfFreedom, level),
    kind: "regression",
  });
}
