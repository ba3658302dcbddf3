import { requireNumber, requireProbability, type Distribution } from "./distribution.ts";
import { createBetaFraction } from "./incomplete-beta.ts";
import { logBeta, logScaledBeta } from "./log-beta.ts";
import { normalCdf, normalDensity, normalQuantile, normalUpperQuantile } from "./normal.ts";

/** Student's t distribution with fixed degrees of freedom, its constants worked out once. */
export type StudentT = Distribution & {
  readonly degreesOfFreedom: number;
  /** `upperTail(t)` for a caller that has `density(t)` already: the same number, at half the price. */
  upperTailGivenDensity(t: number, density: number): number;
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
  const turn = (df + 2) / (df + 5);
  const logScale = -logBeta(df / 2, 0.5) - 0.5 * Math.log(df);

  function logDensity(t: number): number {
    const size = Math.abs(t);
    // t² would overflow: log(1 + t²/df) is then 2 log t − log df to the last digit.
    const logSpread = size > 1e150 ? 2 * Math.log(size) - Math.log(df) : Math.log1p((t / df) * t);
    return logScale - 0.5 * (df + 1) * logSpread;
  }

  function density(t: number): number {
    requireNumber(t);
    return Math.exp(logDensity(t));
  }

  /** Probability of lying between 0 and t > 0. */
  function areaUpTo(t: number, densityAtT: number): number {
    const square = t * t;
    const whole = df + square;
    const x = df / whole;
    if (x < turn) return 0.5 - tailBeyond(t, densityAtT);
    return 0.5 * t * densityAtT * nearFraction(square / whole, x, (0.5 * (1 - square) * df) / whole);
  }

  // x^a (1 − x)^b / B(a, b) at x = df/(df + t²) is |t| · density: one exponential serves both.
  function tailBeyond(t: number, densityAtT: number): number {
    if (t === Infinity) return 0;
    const square = t * t;
    const x = df / (df + square);
    if (x >= turn) return 0.5 - areaUpTo(t, densityAtT);
    const complement = 1 / (1 + df / square);
    const ahead = 0.5 * df * (1 - 1 / square) * complement;
    // A tail may still be a number where the density no longer is.
    const front = densityAtT > 1e-290 ? t * densityAtT : Math.exp(logDensity(t) + Math.log(t));
    return 0.5 * front * farFraction(x, complement, ahead);
  }

  function upperTailGivenDensity(t: number, densityAtT: number): number {
    return t >= 0 ? tailBeyond(t, densityAtT) : 1 - tailBeyond(-t, densityAtT);
  }

  const upperTail = (t: number): number => upperTailGivenDensity(t, density(t));

  const upperQuantile = createUpperQuantile({ df, density, upperTail, areaUpTo });
  return {
    degreesOfFreedom: df,
    density,
    upperTail,
    upperTailGivenDensity,
    cdf: (t) => upperTail(-t),
    upperQuantile,
    quantile: (p) => 0 - upperQuantile(p),
  };
}

type Shape = {
  readonly df: number;
  density(t: number): number;
  upperTail(t: number): number;
  areaUpTo(t: number, density: number): number;
};

function createUpperQuantile({ df, density, upperTail, areaUpTo }: Shape): (p: number) => number {
  /** The t > 0 with upper tail `tail` < ½. */
  function fromTail(tail: number): number {
    // Far out the tail is a power of t, and its logarithm is all that is needed.
    const logSpread = (-2 / df) * (Math.log(2 * tail) + logScaledBeta(0.5 * df, 0.5));
    if (logSpread > POWER_FROM) return Math.exp(0.5 * (logSpread + Math.log(df)));
    return tailQuantile(tail, upperTail, density);
  }

  /** The t with `offset` of probability between 0 and it. */
  function quantileFromCentre(offset: number): number {
    if (offset === 0) return 0;
    const size = Math.abs(offset);
    const t = size < NEAR_CENTRE ? centreQuantile(size, areaUpTo, density) : fromTail(0.5 - size);
    return offset < 0 ? -t : t;
  }

  return (p) => {
    requireProbability(p);
    if (p === 0 || p === 1) return p === 0 ? Infinity : -Infinity;
    if (p < 0.5 - NEAR_CENTRE) return fromTail(p);
    return quantileFromCentre(0.5 - p);
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

/** The t that is exceeded with probability `p`. @example studentTUpperQuantile(0.25, 1) // 1 */
export function studentTUpperQuantile(p: number, degreesOfFreedom: number): number {
  return createStudentT(degreesOfFreedom).upperQuantile(p);
}

const standardNormal: StudentT = {
  degreesOfFreedom: Infinity,
  density: normalDensity,
  cdf: normalCdf,
  upperTail: (t) => normalCdf(-t),
  upperTailGivenDensity: (t) => normalCdf(-t),
  quantile: normalQuantile,
  upperQuantile: normalUpperQuantile,
};

const MOST_STEPS = 200;

/** Where t²/df is larger than e to this, the tail is its leading term to the last digit. */
const POWER_FROM = 40;

/** So near the middle ½ − p has lost digits that the area from the middle still has. */
const NEAR_CENTRE = 0.1;

/** The t > 0 with the area `offset` < 0.1 between 0 and it: Newton's from below, as the area is concave. */
function centreQuantile(
  offset: number,
  areaUpTo: (t: number, density: number) => number,
  density: (t: number) => number,
): number {
  let t = offset / density(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const slope = density(t);
    const next = t + (offset - areaUpTo(t, slope)) / slope;
    if (Math.abs(next - t) <= 4e-16 * next || (step > 8 && Math.abs(next - t) <= 1e-13 * next)) return next;
    t = next;
  }
  return t;
}

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
