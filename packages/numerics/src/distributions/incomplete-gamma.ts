import { deviance } from "./deviance.ts";
import type { Tails } from "./distribution.ts";
import { logGammaOnePlus, STIRLING_FROM, stirlingRemainder } from "./log-gamma.ts";

const EPSILON = 1e-17;
const MOST_TERMS = 100_000_000;
const TWO_PI = 2 * Math.PI;

/**
 * xᵃ e⁻ˣ / Γ(a + 1), the term both tails of the gamma distribution are multiples of. For large a its
 * factors are huge and cancel; there it is formed from its distance to the peak.
 */
export function gammaFront(a: number, x: number): number {
  if (a < STIRLING_FROM) return Math.exp(a * Math.log(x) - x - logGammaOnePlus(a));
  return Math.exp(-stirlingRemainder(a) - deviance(a, x, x - a)) / Math.sqrt(TWO_PI * a);
}

/**
 * Both regularised incomplete gamma functions, P(a, x) and Q(a, x) = 1 − P(a, x), for a > 0 and x > 0:
 * the tails of a gamma variable of shape a and scale 1. Each keeps its digits where it is small.
 *
 * Work grows like √a near x = a: microseconds at a = 10⁶, a second at 10¹⁵.
 *
 * Source: Abramowitz & Stegun 6.5.29 (series), 6.5.31 (continued fraction).
 *
 * @param front `gammaFront(a, x)`, where the caller has it already.
 * @example incompleteGamma(1, 2) // { lower: 1 − e⁻², upper: e⁻² }
 */
export function incompleteGamma(a: number, x: number, front: number = gammaFront(a, x)): Tails {
  if (x >= a + 1) {
    const upper = front * a * upperFraction(a, x);
    return { lower: 1 - upper, upper };
  }
  if (a < 1 && x < 2) return tailsOfSmallShape(a, x);
  const lower = front * lowerSeries(a, x);
  return { lower, upper: 1 - lower };
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term <= EPSILON * sum) return sum;
  }
  throw new RangeError(`incomplete gamma did not settle at x = ${x}, shape ${a}`);
}

/** Γ(a, x) / (xᵃ e⁻ˣ) by its continued fraction (modified Lentz). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / (b + term * d);
    c = b + term / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 2e-16) return fraction;
  }
  throw new RangeError(`incomplete gamma did not settle at x = ${x}, shape ${a}`);
}

/**
 * For shapes below 1 the lower tail may be all but 1; the upper one is then expm1 of a small logarithm.
 * P = xᵃ/Γ(a + 1) · (1 + a Σ (−x)ⁿ/(n! (a + n))), Abramowitz & Stegun 6.5.29.
 */
function tailsOfSmallShape(a: number, x: number): Tails {
  let power = 1;
  let sum = 0;
  for (let n = 1; n < 100; n += 1) {
    power *= -x / n;
    const term = power / (a + n);
    sum += term;
    if (Math.abs(term) <= EPSILON * Math.abs(sum)) break;
  }
  const logLower = a * Math.log(x) - logGammaOnePlus(a) + Math.log1p(a * sum);
  return { lower: Math.exp(logLower), upper: -Math.expm1(logLower) };
}
