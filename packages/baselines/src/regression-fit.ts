import { householderQr, solveUpper, type QrFactors, type Rows } from "@liftledger/numerics/householder-qr";
import { leastSquares } from "@liftledger/numerics/least-squares";
import { noValue, type NoValue } from "./no-value.ts";

/** A least-squares fit with what error estimates of every kind are made of. */
export type RegressionFit = {
  readonly kind: "fit";
  readonly coefficients: readonly number[];
  /** y − X b, in the order of the rows. */
  readonly residuals: readonly number[];
  /** Rows minus columns. */
  readonly degreesOfFreedom: number;
  /** √(Σe² / degrees of freedom). */
  readonly residualDeviation: number;
  /** Share of the squared deviations explained: from the mean where the design holds a constant, else from zero. */
  readonly rSquared: number;
  /** Σ(e_t − e_{t−1})² / Σe²: 2 without memory, towards 0 where errors follow each other. */
  readonly durbinWatson: number;
  readonly factors: QrFactors;
};

/** Residuals this small beside y are rounding: the design reproduces y. */
const EXACT_SHARE = 1e-14;

/**
 * Ordinary least squares of y on a design, or why its errors cannot be judged: no rows left over, columns
 * that depend on each other, or a fit without any residual. Throws RangeError for lengths that differ and
 * for values that are not finite.
 */
export function fitRegression(design: Rows, y: readonly number[]): RegressionFit | NoValue {
  const columnCount = design[0]?.length ?? 0;
  if (columnCount === 0) throw new RangeError("a design needs at least one row and one column");
  if (design.length <= columnCount) {
    return noValue(`${columnCount} coefficients need more than ${columnCount} values, got ${design.length}`);
  }
  const fit = leastSquares(design, y);
  if (fit.kind !== "fit") return noValue(fit.reason);
  const factors = householderQr(design);
  if ("kind" in factors) return noValue(factors.reason);
  if (!(Math.sqrt(fit.residualSquares) > EXACT_SHARE * length(y))) {
    return noValue("the design reproduces every value: there is no noise to judge a change by");
  }
  const { coefficients, residuals, degreesOfFreedom, residualDeviation, residualSquares } = fit;
  return {
    kind: "fit",
    coefficients,
    residuals,
    degreesOfFreedom,
    residualDeviation,
    // Only of values that do not deviate is there none, and those have just been refused.
    rSquared: fit.rSquared as number,
    durbinWatson: durbinWatson(residuals) / residualSquares,
    factors,
  };
}

/** (X'X)⁻¹ as R⁻¹R⁻ᵀ, rows of a symmetric matrix; with a kernel K in the middle R⁻¹ K R⁻ᵀ. */
export function sandwich({ r, columnCount }: QrFactors, kernel?: readonly (readonly number[])[]): number[][] {
  const inverse = inverseColumns(r, columnCount);
  return inverse.map((_, i) =>
    inverse.map((__, j) => {
      let sum = 0;
      for (let a = 0; a < columnCount; a += 1) {
        const left = entry(inverse, a, i);
        if (kernel === undefined) sum += left * entry(inverse, a, j);
        else
          for (let b = 0; b < columnCount; b += 1) sum += left * entry(kernel, a, b) * entry(inverse, b, j);
      }
      return sum;
    }),
  );
}

/** Columns of R⁻¹, one array each. */
function inverseColumns(r: Float64Array, columnCount: number): number[][] {
  return Array.from({ length: columnCount }, (_, column) => {
    const unit = Array.from({ length: columnCount }, (__, i) => (i === column ? 1 : 0));
    return [...solveUpper(r, columnCount, unit)];
  });
}

function durbinWatson(residuals: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < residuals.length; i += 1) {
    sum += ((residuals[i] as number) - (residuals[i - 1] as number)) ** 2;
  }
  return sum;
}

/** By the hypotenuse, because squares of small or large values leave the doubles. */
function length(values: readonly number[]): number {
  return values.reduce((sum, value) => Math.hypot(sum, value), 0);
}

function entry(matrix: readonly (readonly number[])[], i: number, j: number): number {
  return (matrix[i] as readonly number[])[j] as number;
}
