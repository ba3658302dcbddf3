import { finiteAnswer } from "../finite-answer.ts";
import { intervalAround, requireLevel, twoSidedCritical, twoSidedPValue } from "../critical-value.ts";
import { noValue, type NoValue } from "../no-value.ts";
import type { Interval } from "../student-mixture.ts";
import { welchDegreesOfFreedom } from "../welch-degrees-of-freedom.ts";
import { plainMean, plainVariance, type MeanStatistic } from "./arm-statistic.ts";
import { requireArm } from "./require-arm.ts";

type MeanDifference = {
  readonly meanControl: number;
  readonly meanTreatment: number;
  /** Treatment − control. */
  readonly difference: number;
};

export type WelchTest = MeanDifference & {
  readonly kind: "test";
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly tStatistic: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly interval: Interval;
};

/** A difference whose noise is unknown. */
export type WelchPointOnly = MeanDifference & { readonly kind: "point-only"; readonly reason: string };

type Moments = { readonly count: number; readonly mean: number; readonly variance: number };

/**
 * Difference of two means by Welch's t-test, which allows both arms their own variance.
 *
 * Answers `point-only` where an arm has a single value or no value differs from another, `no-value` where
 * an arm is empty. Throws RangeError for values that are not finite.
 *
 * @example welch({ control: [1, 2, 3], treatment: [3, 4, 5] }) // difference 2, t 2.449, p 0.0705
 */
export function welch(request: {
  readonly control: readonly number[];
  readonly treatment: readonly number[];
  readonly level?: number;
}): WelchTest | WelchPointOnly | NoValue {
  const { control, treatment, level = 0.95 } = request;
  return compare(momentsOfValues(control), momentsOfValues(treatment), level);
}

/**
 * The same from sums over the units: `welch` keeps more digits where the values lie far from zero, but sums
 * are what a database gives and what may leave it.
 *
 * Besides the answers of `welch`, `no-value` where a sum of squares is smaller than the sum allows.
 *
 * @example welchFromSums({ control: { count: 3, sum: 6, sumOfSquares: 14 },
 *   treatment: { count: 3, sum: 12, sumOfSquares: 50 } }) // difference 2, t 2.449
 */
export function welchFromSums(request: {
  readonly control: Omit<MeanStatistic, "kind">;
  readonly treatment: Omit<MeanStatistic, "kind">;
  readonly level?: number;
}): WelchTest | WelchPointOnly | NoValue {
  const { control, treatment, level = 0.95 } = request;
  return compare(momentsOfSums(control), momentsOfSums(treatment), level);
}

function compare(control: Moments, treatment: Moments, level: number): WelchTest | WelchPointOnly | NoValue {
  requireLevel(level);
  if (control.count === 0) return noValue("the control arm is empty");
  if (treatment.count === 0) return noValue("the treatment arm is empty");
  if (control.variance < 0 || treatment.variance < 0) {
    return noValue("a sum of squares is smaller than its sum allows");
  }
  const means = finiteAnswer({
    meanControl: control.mean,
    meanTreatment: treatment.mean,
    difference: treatment.mean - control.mean,
  });
  if (control.count === 1 || treatment.count === 1) {
    return { kind: "point-only", ...means, reason: "a single value has no scatter to judge an error by" };
  }
  const errorControl = control.variance / control.count;
  const errorTreatment = treatment.variance / treatment.count;
  const degreesOfFreedom = welchDegreesOfFreedom(
    errorControl,
    control.count,
    errorTreatment,
    treatment.count,
  );
  if (degreesOfFreedom === null) {
    return { kind: "point-only", ...means, reason: "no value differs from another in either arm" };
  }
  const standardError = Math.sqrt(errorControl + errorTreatment);
  const tStatistic = means.difference / standardError;
  return finiteAnswer({
    kind: "test",
    ...means,
    standardError,
    degreesOfFreedom,
    tStatistic,
    pValue: twoSidedPValue(tStatistic, degreesOfFreedom),
    interval: intervalAround(
      means.difference,
      twoSidedCritical(level, degreesOfFreedom) * standardError,
      level,
    ),
  });
}

/**
 * In two passes: squares of deviations, not differences of squares. Of no value or of one there is no variance (and
 * 0/0 is none): such an arm is answered by its count.
 */
function momentsOfValues(values: readonly number[]): Moments {
  if (!values.every(Number.isFinite)) throw new RangeError("values must be finite");
  const count = values.length;
  const rough = values.reduce((sum, value) => sum + value, 0) / count;
  // The second pass also takes out what rounding left of the mean, so that equal values have no variance.
  const mean = rough + values.reduce((sum, value) => sum + (value - rough), 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, variance: squares / (count - 1) };
}

function momentsOfSums(sums: Omit<MeanStatistic, "kind">): Moments {
  const statistic: MeanStatistic = { ...sums, kind: "mean" };
  requireArm(statistic);
  return { count: sums.count, mean: plainMean(statistic), variance: plainVariance(statistic) };
}
