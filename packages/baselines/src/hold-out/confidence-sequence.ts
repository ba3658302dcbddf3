import { finiteAnswer } from "../finite-answer.ts";
import { requireLevel } from "../critical-value.ts";
import { noValue, type NoValue } from "../no-value.ts";
import type { OpenInterval } from "./t-test.ts";

/** An interval that holds at every look, with the p-value that belongs to it. */
export type ConfidenceSequence = {
  readonly kind: "sequence";
  /** The mixing parameter: where on the way the interval is tightest. */
  readonly rho: number;
  readonly halfWidth: number;
  readonly interval: OpenInterval;
  /** Valid however often one looks, and whenever one stops. */
  readonly pValue: number;
};

export type ConfidenceSequenceRequest = {
  readonly difference: number;
  readonly standardError: number;
  /** Units so far, both arms together. */
  readonly count: number;
  /** The number of units at which the interval shall be tightest; fixed before the first look. 5000 where left out. */
  readonly tuning?: number;
  readonly level?: number;
  readonly alternative?: "two-sided" | "greater" | "lesser";
};

/**
 * Asymptotic confidence sequence for a difference: an interval that holds at all looks at once, so that a
 * test may be watched week by week and stopped at any. With a fixed z instead, twelve weekly looks give 21%
 * false alarms where 5% are promised.
 *
 * ρ² = (−2 ln α + ln(1 − 2 ln α)) / tuning, half-width = se · √n · √(2(nρ² + 1) · ln(√(nρ² + 1) / α)) / (nρ), and
 * p = min(1, 1 / E) with the e-value E the sequence is made of, so that p < α exactly where the interval
 * leaves zero out. One-sided: α is doubled in ρ and the logarithm is ln(1 + √(nρ² + 1) / (2α)); the p-value
 * keeps the ρ of the level and is reported between 0.00001 and 0.4999, as GrowthBook's engine does.
 *
 * Answers `no-value` without a standard error; throws RangeError for what is not finite, a count or tuning
 * below 1, or a one-sided level of 50% and less.
 *
 * Source: Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, "Time-uniform central limit theory" (2023), eq. 9,
 * 134, 155, 161.
 *
 * @example confidenceSequence({ difference: 0.01, standardError: 0.004, count: 20000 }) // halfWidth 0.0125
 */
export function confidenceSequence(request: ConfidenceSequenceRequest): ConfidenceSequence | NoValue {
  const {
    difference,
    standardError,
    count,
    tuning = 5000,
    level = 0.95,
    alternative = "two-sided",
  } = request;
  requireSense(difference, standardError, count, tuning);
  requireLevel(level);
  if (standardError === 0) return noValue("a difference without any noise needs no sequence");
  if (alternative === "two-sided") return twoSided(difference, standardError, count, tuning, level);
  if (level <= 0.5) throw new RangeError(`a one-sided sequence needs a level above 0.5, got ${level}`);
  const rho = mixing(2 * (1 - level), tuning);
  const growth = count * rho * rho + 1;
  const unit = (standardError * Math.sqrt(2 * growth)) / (Math.sqrt(count) * rho);
  const halfWidth = unit * Math.sqrt(Math.log1p(Math.sqrt(growth) / (2 * (1 - level))));
  const towards = alternative === "greater" ? difference : -difference;
  return finiteAnswer({
    kind: "sequence",
    rho,
    halfWidth,
    interval:
      alternative === "greater"
        ? { low: difference - halfWidth, high: null, level }
        : { low: null, high: difference + halfWidth, level },
    pValue: oneSidedPValue(towards / unit, growth),
  });
}

function twoSided(
  difference: number,
  standardError: number,
  count: number,
  tuning: number,
  level: number,
): ConfidenceSequence {
  const alpha = 1 - level;
  const rho = mixing(alpha, tuning);
  const growth = count * rho * rho + 1;
  const unit = (standardError * Math.sqrt(2 * growth)) / (Math.sqrt(count) * rho);
  const halfWidth = unit * Math.sqrt(0.5 * Math.log(growth) - Math.log(alpha));
  // The logarithm of the e-value, because the e-value itself overflows.
  const logEvidence = (difference / unit) ** 2 - 0.5 * Math.log(growth);
  return finiteAnswer({
    kind: "sequence",
    rho,
    halfWidth,
    interval: { low: difference - halfWidth, high: difference + halfWidth, level },
    pValue: Math.min(1, Math.exp(-logEvidence)),
  });
}

function mixing(alpha: number, tuning: number): number {
  const surprise = -2 * Math.log(alpha);
  return Math.sqrt((surprise + Math.log1p(surprise)) / tuning);
}

const LEAST_P_VALUE = 1e-5;
const GREATEST_P_VALUE = 0.4999;

/** The α at which the bound touches zero: unit² · ln(1 + √growth / (2α)) = difference². */
function oneSidedPValue(towards: number, growth: number): number {
  if (!(towards > 0)) return GREATEST_P_VALUE;
  const alpha = Math.sqrt(growth) / (2 * Math.expm1(towards * towards));
  return Math.min(Math.max(alpha, LEAST_P_VALUE), GREATEST_P_VALUE);
}

function requireSense(difference: number, standardError: number, count: number, tuning: number): void {
  if (!Number.isFinite(difference)) throw new RangeError(`a difference is finite, got ${difference}`);
  if (!(standardError >= 0 && standardError < Infinity)) {
    throw new RangeError(`a standard error is finite and not negative, got ${standardError}`);
  }
  if (!(count >= 1 && count < Infinity))
    throw new RangeError(`a sequence needs at least one unit, got ${count}`);
  if (!(tuning >= 1 && tuning < Infinity))
    throw new RangeError(`a tuning is a number of units, got ${tuning}`);
}
