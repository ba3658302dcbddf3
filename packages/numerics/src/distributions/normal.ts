import { requireNumber, requireProbability } from "./distribution.ts";
import { evaluatePolynomial } from "./polynomial.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

// Rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function",
// Math. Comp. 23 (1969), in the form of his ANORM; constant term first.
const CENTRE_TOP = [
  18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837, 0.06568233791820745,
];
const CENTRE_BOTTOM = [45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1];
const MIDDLE_TOP = [
  9842.714838383978, 11602.65143764735, 6848.190450536283, 2494.5375852903726, 597.2702763948002,
  93.50665613217785, 8.883149794388377, 0.39894151208813466, 1.0765576773720192e-8,
];
const MIDDLE_BOTTOM = [
  19685.429676859992, 38912.00328609327, 34900.95272114598, 18615.571640885097, 6485.558298266761,
  1519.3775994075547, 235.387901782625, 22.266688044328117, 1,
];
const FAR_TOP = [
  2.9112874951168793e-5, 0.0014216191932278934, 0.022235277870649807, 0.12740116116024736, 0.215898534057957,
  0.023073441764940174,
];
const FAR_BOTTOM = [
  7.297515550839662e-5, 0.0037823963320275824, 0.06598813786892856, 0.4682382124808651, 1.284260096144911, 1,
];

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  requireNumber(x);
  return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * x * x);
}

/**
 * Probability that a standard normal variable is at most x, to about 1e-15 of itself in both tails.
 *
 * @example normalCdf(-1) // 0.15865525393145705
 */
export function normalCdf(x: number): number {
  requireNumber(x);
  if (Math.abs(x) <= 0.67448975) return 0.5 + centralArea(x);
  return x < 0 ? tailBeyond(-x) : 1 - tailBeyond(x);
}

/** Probability that a standard normal variable exceeds x: never 1 − cdf, which loses the far tail. */
export function normalUpperTail(x: number): number {
  return normalCdf(-x);
}

function centralArea(x: number): number {
  const square = x * x;
  return (x * evaluatePolynomial(CENTRE_TOP, square)) / evaluatePolynomial(CENTRE_BOTTOM, square);
}

function tailBeyond(x: number): number {
  if (x > 40) return 0;
  // exp(−x²/2) in two steps: x² rounded away would cost digits in the far tail.
  const coarse = Math.trunc(x * 16) / 16;
  const rest = (x - coarse) * (x + coarse);
  const bell = Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest);
  if (x <= Math.sqrt(32))
    return (bell * evaluatePolynomial(MIDDLE_TOP, x)) / evaluatePolynomial(MIDDLE_BOTTOM, x);
  const square = 1 / (x * x);
  const correction = (square * evaluatePolynomial(FAR_TOP, square)) / evaluatePolynomial(FAR_BOTTOM, square);
  return (bell * (INVERSE_SQRT_TWO_PI - correction)) / x;
}

// Wichura's AS 241 (PPND16), Applied Statistics 37 (1988); constant term first.
const QUANTILE_CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const QUANTILE_CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const QUANTILE_MIDDLE_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const QUANTILE_MIDDLE_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const QUANTILE_FAR_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const QUANTILE_FAR_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * The x that a standard normal variable stays below with probability p; ±Infinity at 0 and 1. Throws
 * RangeError outside [0, 1].
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  requireProbability(p);
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) {
    const r = 0.180625 - offset * offset;
    return (
      (offset * evaluatePolynomial(QUANTILE_CENTRE_TOP, r)) / evaluatePolynomial(QUANTILE_CENTRE_BOTTOM, r)
    );
  }
  const tail = offset < 0 ? p : 1 - p;
  if (tail === 0) return offset < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const size =
    r <= 5
      ? evaluatePolynomial(QUANTILE_MIDDLE_TOP, r - 1.6) / evaluatePolynomial(QUANTILE_MIDDLE_BOTTOM, r - 1.6)
      : evaluatePolynomial(QUANTILE_FAR_TOP, r - 5) / evaluatePolynomial(QUANTILE_FAR_BOTTOM, r - 5);
  return offset < 0 ? -size : size;
}

/**
 * The x that a standard normal variable exceeds with probability p.
 *
 * @example normalUpperQuantile(1e-300) // 37.0470965…, where normalQuantile(1 − 1e-300) is Infinity
 */
export function normalUpperQuantile(p: number): number {
  return 0 - normalQuantile(p);
}
