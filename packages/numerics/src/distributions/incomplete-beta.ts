import { logBeta } from "./log-beta.ts";

const EPSILON = 1e-16;
const FEW_TERMS = 64;
const MOST_TERMS = 1 << 18;

/**
 * The continued fraction K in I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) · K, as a function of x. It
 * converges fast for x < (a + 1)/(a + b + 2); beyond that, swap the ends.
 *
 * The terms are x times numbers that depend on a and b alone; those are worked out once, and the
 * fraction by the forward recurrence of its numerators and denominators, which needs no division a
 * term. Throws RangeError where it does not settle (parameters beyond about 1e10).
 *
 * Source: Abramowitz & Stegun 26.5.8.
 */
export function createBetaFraction(a: number, b: number): (x: number) => number {
  let terms = betaTerms(a, b, FEW_TERMS);
  return (x) => {
    let numeratorBefore = 1;
    let numerator = 1;
    let denominatorBefore = 1;
    let denominator = 1 + (terms[0] as number) * x;
    let fraction = 1 / denominator;
    for (let j = 1; ; j += 2) {
      if (j + 1 >= terms.length) {
        if (terms.length >= MOST_TERMS) break;
        terms = betaTerms(a, b, 4 * terms.length);
      }
      const even = (terms[j] as number) * x;
      const odd = (terms[j + 1] as number) * x;
      numeratorBefore = numerator + even * numeratorBefore;
      denominatorBefore = denominator + even * denominatorBefore;
      numerator = numeratorBefore + odd * numerator;
      denominator = denominatorBefore + odd * denominator;
      const next = numerator / denominator;
      if (Math.abs(next - fraction) <= EPSILON * next) return next;
      fraction = next;
      if (Math.abs(denominator) < 1e-100) {
        numeratorBefore *= 1e100;
        numerator *= 1e100;
        denominatorBefore *= 1e100;
        denominator *= 1e100;
      }
    }
    throw new RangeError(`incomplete beta did not settle at x = ${x}, a = ${a}, b = ${b}`);
  };
}

/** Terms of the fraction over x: odd ones at even places, as the first is number 1. */
function betaTerms(a: number, b: number, count: number): Float64Array {
  const terms = new Float64Array(count);
  for (let place = 0; place < count; place += 1) {
    const m = (place + 1) >> 1;
    terms[place] =
      place % 2 === 0
        ? (-(a + m) * (a + b + m)) / ((a + 2 * m) * (a + 2 * m + 1))
        : (m * (b - m)) / ((a + 2 * m - 1) * (a + 2 * m));
  }
  return terms;
}

/**
 * Regularised incomplete beta function I_x(a, b), for a, b > 0 and 0 ≤ x ≤ 1: the probability that
 * a Beta(a, b) variable stays below x.
 *
 * @param complement 1 − x, to be given where the caller knows it to more digits than 1 − x has.
 * @example incompleteBeta(0.5, 2, 3) // 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number, complement: number = 1 - x): number {
  if (!(a > 0 && b > 0 && x >= 0 && complement >= 0)) return Number.NaN;
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1;
  const front = Math.exp(a * logOf(x, complement) + b * logOf(complement, x) - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (front / a) * createBetaFraction(a, b)(x);
  return 1 - (front / b) * createBetaFraction(b, a)(complement);
}

/** log x, through whichever of x and 1 − x has the digits. */
function logOf(x: number, complement: number): number {
  return x > 0.5 ? Math.log1p(-complement) : Math.log(x);
}
