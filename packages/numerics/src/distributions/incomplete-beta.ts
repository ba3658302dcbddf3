import { productError } from "../exact-product.ts";
import { deviance } from "./deviance.ts";
import type { Tails } from "./distribution.ts";
import { logScaledBeta } from "./log-beta.ts";
import { STIRLING_FROM, stirlingRemainder } from "./log-gamma.ts";

const EPSILON = 1e-16;
const FEW_TERMS = 32;
const MOST_TERMS = 1 << 22;
const RESCALE_FROM = 1e100;

type BetaFraction = (x: number, complement: number, ahead: number) => number;

/**
 * The continued fraction K in I_x(a, b) = xᵃ (1 − x)ᵇ / B(a, b) · K for x ≤ (a + 1)/(a + b + 2);
 * beyond that, swap the ends. A function of x, 1 − x and a − (a + b) x: the last two cannot be had
 * from a rounded x without loss where a is large, so the caller gives what it knows.
 *
 * This is the even part of Abramowitz & Stegun 26.5.8, which converges twice as fast and whose terms
 * do not cancel. What depends on a and b alone is worked out once. Throws RangeError where it does
 * not settle (parameters beyond about 10¹²).
 *
 * Source: DiDonato & Morris, ACM TOMS 18 (1992), algorithm 708, equation 9.
 */
export function createBetaFraction(a: number, b: number): BetaFraction {
  let terms = fractionTerms(a, b, FEW_TERMS);
  return (x, complement, ahead) => {
    const square = x * x;
    let numeratorBefore = 0;
    let numerator = 1;
    let denominatorBefore = 1;
    let denominator = (1 + ahead) / (1 + 1 / a);
    let fraction = numerator / denominator;
    for (let n = 1; ; n += 1) {
      if (3 * n > terms.length) {
        if (terms.length >= MOST_TERMS) break;
        terms = fractionTerms(a, b, 4 * n);
      }
      const top = (terms[3 * n - 3] as number) * square;
      const bottom =
        n +
        (terms[3 * n - 2] as number) * x +
        (terms[3 * n - 1] as number) * (1 + ahead + n * (1 + complement));
      const nextNumerator = top * numeratorBefore + bottom * numerator;
      const nextDenominator = top * denominatorBefore + bottom * denominator;
      const next = nextNumerator / nextDenominator;
      if (Math.abs(next - fraction) <= EPSILON * next) return next;
      fraction = next;
      const scale = Math.abs(nextDenominator) > RESCALE_FROM ? 1 / RESCALE_FROM : 1;
      numeratorBefore = numerator * scale;
      denominatorBefore = denominator * scale;
      numerator = nextNumerator * scale;
      denominator = nextDenominator * scale;
    }
    throw new RangeError(`incomplete beta did not settle at x = ${x}, a = ${a}, b = ${b}`);
  };
}

/** What the terms of the fraction take from a and b: three numbers a step. */
function fractionTerms(a: number, b: number, count: number): Float64Array {
  const terms = new Float64Array(3 * count);
  for (let n = 1; n <= count; n += 1) {
    const width = a + 2 * n - 1;
    const before = a + n - 1;
    terms[3 * n - 3] = ((before / width) * (before + b) * n * (b - n)) / width;
    terms[3 * n - 2] = (n * (b - n)) / width;
    terms[3 * n - 1] = (a + n) / (width + 2);
  }
  return terms;
}

/** Both tails of a Beta(a, b) variable with a and b fixed; see `createIncompleteBeta`. */
export type IncompleteBeta = {
  /** xᵃ (1 − x)ᵇ / B(a, b). */
  front(point: BetaPoint): number;
  /** I_x(a, b) and 1 − I_x(a, b); `front` where the caller has it already. */
  tails(point: BetaPoint, front?: number): Tails;
};

/**
 * A point as the incomplete beta function wants it: three numbers that follow from one another but
 * would lose digits on the way.
 */
export type BetaPoint = {
  readonly x: number;
  /** 1 − x. */
  readonly complement: number;
  /** a − (a + b) x, the distance to the mean. */
  readonly ahead: number;
};

/** The point at a double x between 0 and 1, without loss. */
export function betaPoint(x: number, a: number, b: number): BetaPoint {
  const complement = 1 - x;
  // 1 − x is exact from ½ on, x below it.
  const ahead = x <= 0.5 ? minusBothShares(a, b, x) : -minusBothShares(b, a, complement);
  return { x, complement, ahead };
}

/** a − ax − bx as if in twice the precision: where a and b are large the terms all but cancel. */
function minusBothShares(a: number, b: number, x: number): number {
  const shareA = a * x;
  const shareB = b * x;
  const rest = a - shareA;
  const lostA = a - rest - shareA;
  const result = rest - shareB;
  const kept = rest - result;
  const lostB = rest - (result + kept) + (kept - shareB);
  return result + (lostA + lostB - productError(a, x, shareA) - productError(b, x, shareB));
}

/**
 * The regularised incomplete beta function I_x(a, b) for fixed a, b > 0, as both its tails, each
 * with its digits where it is small, from parameters near 0 to 10⁸ and more.
 *
 * Below the mean I_x itself is computed, above it 1 − I_x; the other tail is the complement, except
 * where a parameter below 1 could make it vanishing, too: there it is expm1 of a small logarithm.
 */
export function createIncompleteBeta(a: number, b: number): IncompleteBeta {
  const turn = (a + 1) / (a + b + 2);
  const large = a >= STIRLING_FROM && b >= STIRLING_FROM;
  const logPeak = large
    ? stirlingRemainder(a + b) - stirlingRemainder(a) - stirlingRemainder(b)
    : -(a < b ? logScaledBeta(a, b) : logScaledBeta(b, a));
  const peak = large ? Math.sqrt(a / (2 * Math.PI)) * Math.sqrt(b / (a + b)) : Math.min(a, b);
  let lowerFraction: BetaFraction | undefined;
  let upperFraction: BetaFraction | undefined;

  function front({ x, complement, ahead }: BetaPoint): number {
    if (!large) return peak * Math.exp(a * logOf(x, complement) + b * logOf(complement, x) + logPeak);
    const distance = deviance(a, (a + b) * x, -ahead) + deviance(b, (a + b) * complement, ahead);
    return peak * Math.exp(logPeak - distance);
  }

  function tails(point: BetaPoint, given: number = front(point)): Tails {
    const { x, complement, ahead } = point;
    if (x <= turn) {
      if (a < 1) return tailsOfSmallParameter(x, a, b);
      lowerFraction ??= createBetaFraction(a, b);
      const lower = given * lowerFraction(x, complement, ahead);
      return { lower, upper: 1 - lower };
    }
    if (b < 1) {
      const swapped = tailsOfSmallParameter(complement, b, a);
      return { lower: swapped.upper, upper: swapped.lower };
    }
    upperFraction ??= createBetaFraction(b, a);
    const upper = given * upperFraction(complement, x, -ahead);
    return { lower: 1 - upper, upper };
  }

  return { front, tails };
}

/**
 * I_x = xᵃ/(a B) · (1 + a Σ (1 − b)(2 − b)…(n − b)/n! · xⁿ/(a + n)) for a < 1 and x below the turn.
 * Source: Abramowitz & Stegun 26.5.4 in the form of DiDonato & Morris, TOMS 708 (1992).
 */
function tailsOfSmallParameter(x: number, a: number, b: number): Tails {
  let power = 1;
  let sum = 0;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    power *= ((n - b) / n) * x;
    const term = power / (a + n);
    sum += term;
    if (Math.abs(term) <= EPSILON * Math.abs(sum)) break;
  }
  const logLower = a * Math.log(x) - logScaledBeta(a, b) + Math.log1p(a * sum);
  return { lower: Math.exp(logLower), upper: -Math.expm1(logLower) };
}

/** log x, through whichever of x and 1 − x has the digits. */
function logOf(x: number, complement: number): number {
  return x > 0.5 ? Math.log1p(-complement) : Math.log(x);
}
