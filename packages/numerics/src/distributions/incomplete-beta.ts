import { logBeta } from "./log-beta.ts";

const SMALLEST = 1e-300;
const EPSILON = 1e-16;
const MOST_TERMS = 200_000;

/**
 * The continued fraction K in I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) · K, by the modified Lentz
 * method. It converges fast for x < (a + 1)/(a + b + 2); beyond that, swap the ends.
 *
 * Source: Abramowitz & Stegun 26.5.8.
 */
export function betaContinuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) <= EPSILON) return fraction;
  }
  throw new RangeError(`incomplete beta did not settle at x = ${x}, a = ${a}, b = ${b}`);
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
  if (x < (a + 1) / (a + b + 2)) return (front / a) * betaContinuedFraction(x, a, b);
  return 1 - (front / b) * betaContinuedFraction(complement, b, a);
}

/** log x, through whichever of x and 1 − x has the digits. */
function logOf(x: number, complement: number): number {
  return x > 0.5 ? Math.log1p(-complement) : Math.log(x);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}
