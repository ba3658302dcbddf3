import { finiteAnswer } from "./finite-answer.ts";
import type { Rows } from "@liftledger/numerics/householder-qr";
import { intervalAround, requireLevel, twoSidedCritical } from "./critical-value.ts";
import type { NoValue } from "./no-value.ts";
import { fitRegression, sandwich } from "./regression-fit.ts";
import type { Interval } from "./student-mixture.ts";

/** What a regression on the pre-period expects of the periods after it, and what they showed instead. */
export type RegressionForecast = {
  readonly kind: "forecast";
  readonly expected: readonly number[];
  /** Standard errors of a single period, its own noise included. */
  readonly expectedErrors: readonly number[];
  /** Actual minus expected, period by period. */
  readonly effects: readonly number[];
  /** Running totals of the effects. */
  readonly cumulativeEffects: readonly number[];
  /** Standard errors of the running totals: of the total itself, not sums of the periods' errors. */
  readonly cumulativeErrors: readonly number[];
  readonly actualMean: number;
  readonly expectedMean: number;
  readonly expectedMeanError: number;
  readonly averageEffect: number;
  readonly averageEffectInterval: Interval;
  readonly totalEffect: number;
  readonly totalEffectInterval: Interval;
  /** averageEffect / expectedMean; null where the expected mean cannot be told from 0. */
  readonly relativeEffect: number | null;
  readonly degreesOfFreedom: number;
  readonly criticalValue: number;
};

/**
 * Forecast by ordinary regression on the pre-period, as if errors were independent: what the mixture
 * baseline reduces to when all its weight lies on independent noise. Intervals are Student's t with
 * n − k degrees of freedom and hold both the noise of the later periods and the doubt in the coefficients.
 *
 * Answers `no-value` as `ordinaryRegression` does; throws RangeError where rows and values differ in number.
 */
export function regressionForecast(request: {
  readonly designPre: Rows;
  readonly yPre: readonly number[];
  readonly designPost: Rows;
  readonly yPost: readonly number[];
  readonly level?: number;
}): RegressionForecast | NoValue {
  const { designPre, yPre, designPost, yPost, level = 0.95 } = request;
  requireLevel(level);
  if (designPost.length !== yPost.length || yPost.length === 0) {
    throw new RangeError(`${designPost.length} rows of the design for ${yPost.length} later values`);
  }
  if (!yPost.every(Number.isFinite)) throw new RangeError("later values must be finite");
  const fit = fitRegression(designPre, yPre);
  if (fit.kind === "no-value") return fit;
  const spread = sandwich(fit.factors);
  const deviation = fit.residualDeviation;
  const rows = designPost.map((row) => checkedRow(row, fit.coefficients.length));
  const expected = rows.map((row) => product(row, fit.coefficients));
  const effects = yPost.map((value, i) => value - (expected[i] as number));
  const sums = runningSums(rows);
  const cumulativeErrors = sums.map((row, i) => deviation * Math.sqrt(i + 1 + quadraticForm(row, spread)));
  return finiteAnswer({
    kind: "forecast",
    expected,
    expectedErrors: rows.map((row) => deviation * Math.sqrt(1 + quadraticForm(row, spread))),
    effects,
    cumulativeEffects: runningSums(effects.map((effect) => [effect])).map(([total]) => total as number),
    cumulativeErrors,
    ...summary(yPost, expected, effects, cumulativeErrors.at(-1) as number, fit.degreesOfFreedom, level),
  });
}

function summary(
  actual: readonly number[],
  expected: readonly number[],
  effects: readonly number[],
  totalError: number,
  degreesOfFreedom: number,
  level: number,
) {
  const count = actual.length;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / count;
  const criticalValue = twoSidedCritical(level, degreesOfFreedom);
  const reach = (criticalValue * totalError) / count;
  const averageEffect = mean(effects);
  const totalEffect = averageEffect * count;
  const expectedMean = mean(expected);
  return {
    actualMean: mean(actual),
    expectedMean,
    expectedMeanError: totalError / count,
    averageEffect,
    averageEffectInterval: intervalAround(averageEffect, reach, level),
    totalEffect,
    totalEffectInterval: intervalAround(totalEffect, criticalValue * totalError, level),
    relativeEffect: Math.abs(expectedMean) > reach ? averageEffect / expectedMean : null,
    degreesOfFreedom,
    criticalValue,
  };
}

function checkedRow(row: ArrayLike<number>, columnCount: number): number[] {
  const values = Array.from(row);
  if (values.length !== columnCount || !values.every(Number.isFinite)) {
    throw new RangeError(`a later row of the design needs ${columnCount} finite values`);
  }
  return values;
}

function product(row: readonly number[], coefficients: readonly number[]): number {
  return row.reduce((sum, value, i) => sum + value * (coefficients[i] as number), 0);
}

function runningSums(rows: readonly (readonly number[])[]): number[][] {
  let sums: readonly number[] = [];
  return rows.map((row) => {
    const next = row.map((value, i) => (sums[i] ?? 0) + value);
    sums = next;
    return next;
  });
}

function quadraticForm(row: readonly number[], matrix: readonly (readonly number[])[]): number {
  return row.reduce((sum, value, i) => sum + value * product(matrix[i] as readonly number[], row), 0);
}
