import { finiteAnswer } from "./finite-answer.ts";
import { intervalAround } from "./critical-value.ts";
import { fiellerSet, type FiellerSet } from "./fieller.ts";
import { noValue, type NoValue } from "./no-value.ts";
import type { Interval } from "./student-mixture.ts";

/** A change as a share of where it began: (actual − baseline) / |baseline|. */
export type RelativeEstimate = {
  readonly kind: "value";
  readonly value: number;
  /** Of the value; of its logarithm where the interval is by log ratio. */
  readonly standardError: number;
  readonly interval: Interval;
};

/** The same change with its interval three ways. */
export type RelativeChange = {
  /** Symmetric on the log scale: the default for ratios and rates, which cannot fall below zero. */
  readonly logRatio: RelativeEstimate | NoValue;
  /** Symmetric about the value itself. */
  readonly delta: RelativeEstimate | NoValue;
  /** Exact for normal estimates; agrees with the test of the absolute difference. */
  readonly fieller: FiellerSet;
};

export type RelativeChangeRequest = {
  readonly baseline: number;
  readonly baselineVariance: number;
  readonly actual: number;
  readonly actualVariance: number;
  /** Standard errors an interval reaches, such as 1.96 for 95%. */
  readonly critical: number;
  readonly level: number;
};

const NEAR_ZERO_BASELINE = "the baseline cannot be told from zero, and no change is a share of nothing";

/**
 * (actual − baseline) / |baseline| of two independent estimates, with intervals by log ratio, by the delta
 * method and after Fieller. Undefined, and said so, where the baseline lies within its own interval of zero;
 * the log ratio wants both above zero.
 */
export function relativeChange(request: RelativeChangeRequest): RelativeChange {
  const { baseline, baselineVariance, critical } = request;
  const nearZero = !(Math.abs(baseline) > critical * Math.sqrt(baselineVariance));
  return finiteAnswer({
    logRatio: nearZero ? noValue(NEAR_ZERO_BASELINE) : logRatioChange(request),
    delta: nearZero ? noValue(NEAR_ZERO_BASELINE) : deltaChange(request),
    fieller: fiellerChange(request),
  });
}

/** actual / baseline − 1 with the standard error of the log of the ratio; both must be above zero. */
function logRatioChange(request: RelativeChangeRequest): RelativeEstimate | NoValue {
  const { baseline, baselineVariance, actual, actualVariance, critical, level } = request;
  if (!(baseline > 0 && actual > 0)) return noValue("a log ratio needs both values above zero");
  const logError = Math.sqrt(baselineVariance / baseline ** 2 + actualVariance / actual ** 2);
  const log = Math.log(actual / baseline);
  return {
    kind: "value",
    value: actual / baseline - 1,
    standardError: logError,
    interval: {
      low: Math.expm1(log - critical * logError),
      high: Math.expm1(log + critical * logError),
      level,
    },
  };
}

function deltaChange(request: RelativeChangeRequest): RelativeEstimate {
  const { baseline, baselineVariance, actual, actualVariance, critical, level } = request;
  const value = (actual - baseline) / Math.abs(baseline);
  const share = actual / baseline;
  const standardError = Math.sqrt(actualVariance + share * share * baselineVariance) / Math.abs(baseline);
  return {
    kind: "value",
    value,
    standardError,
    interval: intervalAround(value, critical * standardError, level),
  };
}

function fiellerChange(request: RelativeChangeRequest): FiellerSet {
  const { baseline, baselineVariance, actual, actualVariance, critical } = request;
  // The share of |baseline|: a negative baseline is turned over together with what it is compared with.
  const sign = baseline < 0 ? -1 : 1;
  return fiellerSet({
    numerator: actual - baseline,
    numeratorVariance: actualVariance + baselineVariance,
    denominator: sign * baseline,
    denominatorVariance: baselineVariance,
    covariance: -sign * baselineVariance,
    critical,
  });
}
