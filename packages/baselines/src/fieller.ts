import { finiteAnswer } from "./finite-answer.ts";

/** All values a ratio may have at a level of confidence. Where the denominator may be 0 that is no interval. */
export type FiellerSet =
  | { readonly kind: "bounded"; readonly low: number; readonly high: number }
  | {
      /** Everything at or below `upTo` and everything at or above `from`, but nothing between. */
      readonly kind: "complement";
      readonly upTo: number;
      readonly from: number;
      readonly reason: string;
    }
  | {
      /** Everything on one side: the denominator is at the very edge of what zero is told apart from. */
      readonly kind: "half-line";
      readonly low: number | null;
      readonly high: number | null;
      readonly reason: string;
    }
  | { readonly kind: "unbounded"; readonly reason: string };

export type FiellerRequest = {
  readonly numerator: number;
  readonly numeratorVariance: number;
  readonly denominator: number;
  readonly denominatorVariance: number;
  /** Of numerator and denominator; 0 where left out. */
  readonly covariance?: number;
  /** Standard errors an interval reaches, such as 1.96 for 95%. */
  readonly critical: number;
};

const NEAR_ZERO = "the denominator may be zero at this level, so that the ratio has no bound";

/**
 * Fieller's confidence set of numerator / denominator: every ratio ρ for which numerator − ρ · denominator
 * lies within `critical` of its own standard errors of zero. Exact for normal estimates, where an interval by the delta
 * method is symmetric and too hopeful. A set without bounds is an answer, not an error: the denominator
 * cannot be told from zero.
 *
 * Throws RangeError for values that are not finite, negative variances, a covariance larger than the
 * variances allow, or a critical value that is not positive.
 *
 * Source: E. C. Fieller, "Some problems in interval estimation", JRSS B 16 (1954).
 *
 * @example fiellerSet({ numerator: 6, numeratorVariance: 1, denominator: 3, denominatorVariance: 0, critical: 2 })
 * // { kind: "bounded", low: 1.33…, high: 2.66… }
 */
export function fiellerSet(request: FiellerRequest): FiellerSet {
  requireSense(request);
  return finiteAnswer(solve(request));
}

function solve(request: FiellerRequest): FiellerSet {
  const {
    numerator,
    numeratorVariance,
    denominator,
    denominatorVariance,
    covariance = 0,
    critical,
  } = request;
  const square = critical * critical;
  // The set is a ρ² − 2 b ρ + c ≤ 0.
  const a = denominator * denominator - square * denominatorVariance;
  const b = numerator * denominator - square * covariance;
  const c = numerator * numerator - square * numeratorVariance;
  if (denominator === 0 && denominatorVariance === 0) {
    return { kind: "unbounded", reason: "the denominator is zero: there is no ratio" };
  }
  if (a === 0) return edgeSet(b, c);
  const discriminant = b * b - a * c;
  if (a < 0 && discriminant <= 0) return { kind: "unbounded", reason: NEAR_ZERO };
  const [first, second] = roots(a, b, c, Math.max(discriminant, 0));
  const low = Math.min(first, second);
  const high = Math.max(first, second);
  if (a > 0) return { kind: "bounded", low, high };
  return { kind: "complement", upTo: low, from: high, reason: NEAR_ZERO };
}

/** Both roots of a ρ² − 2 b ρ + c, the smaller one from the product so that it keeps its digits. */
function roots(a: number, b: number, c: number, discriminant: number): [number, number] {
  const large = b + (b >= 0 ? 1 : -1) * Math.sqrt(discriminant);
  return large === 0 ? [0, 0] : [large / a, c / large];
}

function edgeSet(b: number, c: number): FiellerSet {
  if (b === 0) return { kind: "unbounded", reason: NEAR_ZERO };
  const edge = c / (2 * b);
  return b > 0
    ? { kind: "half-line", low: edge, high: null, reason: NEAR_ZERO }
    : { kind: "half-line", low: null, high: edge, reason: NEAR_ZERO };
}

function requireSense(request: FiellerRequest): void {
  const {
    numerator,
    numeratorVariance,
    denominator,
    denominatorVariance,
    covariance = 0,
    critical,
  } = request;
  if (![numerator, numeratorVariance, denominator, denominatorVariance, covariance].every(Number.isFinite)) {
    throw new RangeError("a ratio needs finite estimates, variances and covariance");
  }
  if (numeratorVariance < 0 || denominatorVariance < 0) throw new RangeError("a variance is not negative");
  // Estimated sums may overshoot by rounding, not by more.
  if (covariance * covariance > numeratorVariance * denominatorVariance * (1 + 1e-9)) {
    throw new RangeError("the covariance is larger than the variances allow");
  }
  if (!(critical > 0 && critical < Infinity))
    throw new RangeError(`a critical value is positive, got ${critical}`);
}
