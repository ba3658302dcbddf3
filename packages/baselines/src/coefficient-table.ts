import { intervalAround, twoSidedCritical, twoSidedPValue } from "./critical-value.ts";
import type { Interval } from "./student-mixture.ts";

/** One coefficient, or any weighted sum of coefficients, with what is known of it. */
export type Estimate = {
  readonly estimate: number;
  readonly standardError: number;
  /** estimate / standard error. */
  readonly tStatistic: number;
  /** Two-sided, Student's t. */
  readonly pValue: number;
  readonly interval: Interval;
};

/** Coefficients with their errors, column by column of the design. */
export type CoefficientTable = {
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly tStatistics: readonly number[];
  readonly pValues: readonly number[];
  readonly intervals: readonly Interval[];
  /** Rows and columns in the order of the coefficients. */
  readonly covariance: readonly (readonly number[])[];
};

/** An estimate with its t statistic, p-value and interval; the standard error must be above zero. */
export function estimateOf(
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
  level: number,
): Estimate {
  const tStatistic = estimate / standardError;
  return {
    estimate,
    standardError,
    tStatistic,
    pValue: twoSidedPValue(tStatistic, degreesOfFreedom),
    interval: intervalAround(estimate, twoSidedCritical(level, degreesOfFreedom) * standardError, level),
  };
}

/** The table of coefficients with this covariance. */
export function coefficientTable(
  coefficients: readonly number[],
  covariance: readonly (readonly number[])[],
  degreesOfFreedom: number,
  level: number,
): CoefficientTable {
  const estimates = coefficients.map((coefficient, i) =>
    estimateOf(
      coefficient,
      Math.sqrt((covariance[i] as readonly number[])[i] as number),
      degreesOfFreedom,
      level,
    ),
  );
  return {
    coefficients,
    standardErrors: estimates.map(({ standardError }) => standardError),
    tStatistics: estimates.map(({ tStatistic }) => tStatistic),
    pValues: estimates.map(({ pValue }) => pValue),
    intervals: estimates.map(({ interval }) => interval),
    covariance,
  };
}

/** Σ weight · coefficient and its standard error, the covariance of the coefficients counted. */
export function weightedCoefficients(
  { coefficients, covariance }: CoefficientTable,
  weights: readonly number[],
): { readonly sum: number; readonly standardError: number } {
  let sum = 0;
  let variance = 0;
  weights.forEach((weight, i) => {
    sum += weight * (coefficients[i] as number);
    weights.forEach((other, j) => {
      variance += weight * other * ((covariance[i] as readonly number[])[j] as number);
    });
  });
  return { sum, standardError: Math.sqrt(Math.max(variance, 0)) };
}
