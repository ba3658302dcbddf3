import { createBetaFraction } from "./incomplete-beta.ts";
import { logBeta } from "./log-beta.ts";
import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";

/** Student's t distribution with fixed degrees of freedom, its constants worked out once. */
export type StudentT = {
  readonly degreesOfFreedom: number;
  /** Probability density at t. */
  density(t: number): number;
  /** Probability of staying at or below t. */
  cdf(t: number): number;
  /** Probability of exceeding t, formed directly so that far tails keep their digits. */
  upperTail(t: number): number;
  /** `upperTail(t)` for a caller that has `density(t)` already: the same number, at half the price. */
  upperTailGivenDensity(t: number, density: number): number;
  /** The t that is stayed below with probability p. */
  quantile(p: number): number;
};

/**
 * Student's t distribution. Degrees of freedom may be any positive number, whole or not; Infinity is
 * the standard normal distribution. Throws RangeError for degrees of freedom that are not positive.
 *
 * cdf and tails come from the incomplete beta function's continued fraction, quantiles from a Newton
 * iteration on them. Accuracy about 1e-13 of the value, in the far tails too.
 *
 * @example createStudentT(10).quantile(0.975) // 2.228138851986274
 */
export function createStudentT(degreesOfFreedom: number): StudentT {
  const df = degreesOfFreedom;
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be positive, got ${df}`);
  if (df === Infinity) return standardNormal;
  const farFraction = createBetaFraction(df / 2, 0.5);
  const nearFraction = createBetaFraction(0.5, df / 2);
  const logScale = -logBeta(df / 2, 0.5) - 0.5 * Math.log(df);

  function density(t: number): number {
    return Math.exp(logScale - 0.5 * (df + 1) * Math.log1p((t / df) * t));
  }

  // x^a (1 − x)^b / B(a, b) at x = df/(df + t²) is |t| · density: one exponential serves both.
  function tailBeyond(t: number, densityAtT: number): number {
    if (t === Infinity) return 0;
    const square = t * t;
    const x = df / (df + square);
    const front = t * densityAtT;
    if (x < (df + 2) / (df + 5)) return (front / df) * farFraction(x);
    return 0.5 - front * nearFraction(square / (df + square));
  }

  function upperTailGivenDensity(t: number, densityAtT: number): number {
    if (Number.isNaN(t)) return Number.NaN;
    return t >= 0 ? tailBeyond(t, densityAtT) : 1 - tailBeyond(-t, densityAtT);
  }

  const upperTail = (t: number): number => upperTailGivenDensity(t, density(t));

  return {
    degreesOfFreedom: df,
    density,
    upperTail,
    upperTailGivenDensity,
    cdf: (t) => upperTail(-t),
    quantile(p) {
      if (!(p >= 0 && p <= 1)) return Number.NaN;
      if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
      if (p === 0.5) return 0;
      return p < 0.5 ? -tailQuantile(p, upperTail, density) : tailQuantile(1 - p, upperTail, density);
    },
  };
}

/** Probability that a t variable is at most `t`. @example studentTCdf(1, 1) // 0.75 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  return createStudentT(degreesOfFreedom).cdf(t);
}

/** Probability that a t variable exceeds `t`. @example studentTUpperTail(1, 1) // 0.25 */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  return createStudentT(degreesOfFreedom).upperTail(t);
}

/** The t that is stayed below with probability `p`. @example studentTQuantile(0.75, 1) // 1 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  return createStudentT(degreesOfFreedom).quantile(p);
}

const standardNormal: StudentT = {
  degreesOfFreedom: Infinity,
  density: normalDensity,
  cdf: normalCdf,
  upperTail: (t) => normalCdf(-t),
  upperTailGivenDensity: (t) => normalCdf(-t),
  quantile: normalQuantile,
};

const MOST_STEPS = 200;

/**
 * The t > 0 with upper tail `tail` < ½.
 *
 * Both iterations are Newton's and both are sure to converge from the normal quantile, which is
 * never above the answer: near the centre the tail is convex in t, far out log tail is concave in
 * log t (and all but straight, so that even Cauchy tails take few steps).
 */
function tailQuantile(
  tail: number,
  upperTail: (t: number) => number,
  density: (t: number) => number,
): number {
  let t = -normalQuantile(tail);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const reached = upperTail(t);
    const next =
      tail > 0.1
        ? t + (reached - tail) / density(t)
        : t * Math.exp((Math.log(reached / tail) * reached) / (t * density(t)));
    if (Math.abs(next - t) <= 4e-16 * next) return next;
    // A last digit that flips back and forth is as close as it gets.
    if (step > 20 && Math.abs(next - t) <= 1e-13 * next) return next;
    t = next;
  }
  return t;
}
