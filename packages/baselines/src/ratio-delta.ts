import { finiteAnswer } from "./finite-answer.ts";
import { intervalAround, requireLevel, twoSidedCritical, twoSidedPValue } from "./critical-value.ts";
import type { NoValue } from "./no-value.ts";
import { pooledRatioEstimate, type PooledRatioEstimate } from "./pooled-ratio-estimate.ts";
import { relativeChange, type RelativeChange } from "./relative-change.ts";
import type { Interval } from "./student-mixture.ts";
import { welchDegreesOfFreedom } from "./welch-degrees-of-freedom.ts";

export type RatioDeltaRequest = {
  readonly numeratorsBefore: readonly number[];
  readonly denominatorsBefore: readonly number[];
  readonly numeratorsAfter: readonly number[];
  readonly denominatorsAfter: readonly number[];
  readonly level?: number;
};

type RatioDeltaPoint = {
  /** ΣN / ΣD before. */
  readonly baseline: number;
  /** ΣN / ΣD after. */
  readonly actual: number;
  /** actual − baseline, as it is: for a KPI that should fall, a fall is negative. */
  readonly lift: number;
  /** lift · ΣD after: how many more of the numerator than the baseline would have given. */
  readonly incrementalNumerator: number;
};

/** One period on a side, or no scatter at all: a point and no statement about its noise. */
export type RatioDeltaPointOnly = RatioDeltaPoint & { readonly kind: "point-only"; readonly reason: string };

export type RatioDeltaLift = RatioDeltaPoint & {
  readonly kind: "lift";
  readonly baselineError: number;
  readonly actualError: number;
  readonly liftError: number;
  /** Welch. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly interval: Interval;
  readonly incrementalInterval: Interval;
  /** The lift as a share of the baseline; the log ratio is the one to show. */
  readonly relative: RelativeChange;
};

/**
 * Before and after of a ratio KPI by the delta method, the period as the cluster (see
 * `pooledRatioEstimate`), with Welch's degrees of freedom. Exact only where periods do not hang together;
 * the mixture baseline is the judgement, this the plain line beside it.
 *
 * Answers `point-only` with one period on a side or no scatter on either, `no-value` without a period or a
 * denominator. Throws RangeError for lengths that differ, values that are not finite, negative denominators.
 *
 * @example ratioDelta({ numeratorsBefore: [50, 47, 55], denominatorsBefore: [1000, 1000, 1000],
 *   numeratorsAfter: [61, 64, 60], denominatorsAfter: [1000, 1000, 1000] }) // lift 0.011
 */
export function ratioDelta(request: RatioDeltaRequest): RatioDeltaLift | RatioDeltaPointOnly | NoValue {
  const { level = 0.95 } = request;
  requireLevel(level);
  const before = pooledRatioEstimate(request.numeratorsBefore, request.denominatorsBefore);
  if (before.kind === "no-value") return { ...before, reason: `before the start: ${before.reason}` };
  const after = pooledRatioEstimate(request.numeratorsAfter, request.denominatorsAfter);
  if (after.kind === "no-value") return { ...after, reason: `after the start: ${after.reason}` };
  const lift = after.ratio - before.ratio;
  const point: RatioDeltaPoint = finiteAnswer({
    baseline: before.ratio,
    actual: after.ratio,
    lift,
    incrementalNumerator: after.numerator - before.ratio * after.denominator,
  });
  const baselineError = before.standardError;
  const actualError = after.standardError;
  if (baselineError === null || actualError === null) {
    return { kind: "point-only", ...point, reason: "one period has no scatter to judge an error by" };
  }
  const degreesOfFreedom = welchDegreesOfFreedom(
    baselineError ** 2,
    before.periods,
    actualError ** 2,
    after.periods,
  );
  if (degreesOfFreedom === null) {
    return { kind: "point-only", ...point, reason: "the ratio never varies, neither before nor after" };
  }
  return finiteAnswer({
    kind: "lift",
    ...point,
    ...noise(point, before, after, baselineError, actualError, degreesOfFreedom, level),
  });
}

function noise(
  { lift, incrementalNumerator }: RatioDeltaPoint,
  before: PooledRatioEstimate,
  after: PooledRatioEstimate,
  baselineError: number,
  actualError: number,
  degreesOfFreedom: number,
  level: number,
) {
  const liftError = Math.hypot(baselineError, actualError);
  const critical = twoSidedCritical(level, degreesOfFreedom);
  return {
    baselineError,
    actualError,
    liftError,
    degreesOfFreedom,
    pValue: twoSidedPValue(lift / liftError, degreesOfFreedom),
    interval: intervalAround(lift, critical * liftError, level),
    incrementalInterval: intervalAround(
      incrementalNumerator,
      critical * liftError * after.denominator,
      level,
    ),
    relative: relativeChange({
      baseline: before.ratio,
      baselineVariance: baselineError ** 2,
      actual: after.ratio,
      actualVariance: actualError ** 2,
      critical,
      level,
    }),
  };
}
