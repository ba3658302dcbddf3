import { intervalAround, requireLevel, twoSidedCritical, twoSidedPValue } from "./critical-value.ts";
import { noValue, type NoValue } from "./no-value.ts";
import type { RatioDeltaRequest } from "./ratio-delta.ts";
import type { Interval } from "./student-mixture.ts";

/** Before and after of a share, its binomial error stretched by how much the periods scatter. */
export type QuasiBinomialLift = {
  readonly kind: "lift";
  readonly baseline: number;
  readonly actual: number;
  readonly lift: number;
  /** Dispersion: Pearson's χ² over its degrees of freedom; 1 where periods scatter as coins do. */
  readonly dispersion: number;
  /** As if every single case were independent. */
  readonly binomialError: number;
  /** binomialError · √max(dispersion, 1). */
  readonly standardError: number;
  /** Periods − 2. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly interval: Interval;
};

type Totals = { readonly cases: number; readonly successes: number; readonly share: number };

/**
 * Quasi-binomial comparison of two shares over several periods: the binomial standard error times
 * √max(φ, 1), φ being Pearson's χ² of the periods about their own side's share over (periods − 2), and
 * Student's t with as many degrees of freedom. Periods without cases say nothing and do not count.
 *
 * Answers `no-value` with fewer than three periods, a side without cases, or where nobody or everybody is counted
 * on both sides. Throws RangeError unless 0 ≤ numerator ≤ denominator in every period.
 */
export function quasiBinomial(request: RatioDeltaRequest): QuasiBinomialLift | NoValue {
  const { level = 0.95 } = request;
  requireLevel(level);
  const before = periodsWithCases(request.numeratorsBefore, request.denominatorsBefore);
  const after = periodsWithCases(request.numeratorsAfter, request.denominatorsAfter);
  if (before.length === 0 || after.length === 0) return noValue("one side has no case at all");
  const degreesOfFreedom = before.length + after.length - 2;
  if (degreesOfFreedom < 1) return noValue("two periods leave no scatter to judge an error by");
  const totalBefore = totals(before);
  const totalAfter = totals(after);
  const binomialError = Math.sqrt(binomialVariance(totalBefore) + binomialVariance(totalAfter));
  if (binomialError === 0)
    return noValue("nobody or everybody is counted on both sides: shares without scatter");
  const dispersion = (pearson(before, totalBefore) + pearson(after, totalAfter)) / degreesOfFreedom;
  const standardError = binomialError * Math.sqrt(Math.max(dispersion, 1));
  const lift = totalAfter.share - totalBefore.share;
  return {
    kind: "lift",
    baseline: totalBefore.share,
    actual: totalAfter.share,
    lift,
    dispersion,
    binomialError,
    standardError,
    degreesOfFreedom,
    pValue: twoSidedPValue(lift / standardError, degreesOfFreedom),
    interval: intervalAround(lift, twoSidedCritical(level, degreesOfFreedom) * standardError, level),
  };
}

type Period = { readonly successes: number; readonly cases: number };

function periodsWithCases(numerators: readonly number[], denominators: readonly number[]): Period[] {
  if (numerators.length !== denominators.length) {
    throw new RangeError(`${numerators.length} numerators for ${denominators.length} denominators`);
  }
  const periods = numerators.map((successes, i) => ({ successes, cases: denominators[i] as number }));
  for (const { successes, cases } of periods) {
    if (!(Number.isFinite(cases) && successes >= 0 && successes <= cases)) {
      throw new RangeError(`a share needs 0 ≤ numerator ≤ denominator, got ${successes} of ${cases}`);
    }
  }
  return periods.filter(({ cases }) => cases > 0);
}

function totals(periods: readonly Period[]): Totals {
  const successes = periods.reduce((sum, period) => sum + period.successes, 0);
  const cases = periods.reduce((sum, period) => sum + period.cases, 0);
  return { cases, successes, share: successes / cases };
}

function binomialVariance({ share, cases }: Totals): number {
  return (share * (1 - share)) / cases;
}

/** Pearson's χ²; a share of 0 or 1 has every period exactly where it should be. */
function pearson(periods: readonly Period[], { share }: Totals): number {
  const variance = share * (1 - share);
  if (variance === 0) return 0;
  return periods.reduce(
    (sum, { successes, cases }) => sum + (successes - share * cases) ** 2 / (cases * variance),
    0,
  );
}
