import { evaluatePolynomial } from "./polynomial.ts";

const INVERSE_SQRT_TWO_PI = 0.398942280401432677939946059934;

// Rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function",
// Math. Comp. 23 (1969), in the form of his ANORM; constant term first.
const CENTRE_TOP = [
  18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287,
  0.065682337918207449113,
];
const CENTRE_BOTTOM = [
  45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1,
];
const MIDDLE_TOP = [
  9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711,
  597.27027639480026226, 93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764,
  1.0765576773720192317e-8,
];
const MIDDLE_BOTTOM = [
  19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091,
  6485.558298266760755, 1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
];
const FAR_TOP = [
  2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639,
  0.21589853405795699, 0.02307344176494017303,
];
const FAR_BOTTOM = [
  7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118,
  1.28426009614491121, 1,
];

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * x * x);
}

/**
 * Probability that a standard normal variable is at most x, to about 1e-15 of itself in both tails.
 *
 * @example normalCdf(-1) // 0.15865525393145705
 */
export function normalCdf(x: number): number {
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
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const QUANTILE_CENTRE_BOTTOM = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const QUANTILE_MIDDLE_TOP = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const QUANTILE_MIDDLE_BOTTOM = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const QUANTILE_FAR_TOP = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const QUANTILE_FAR_BOTTOM = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

/**
 * The x that a standard normal variable stays below with probability p; ±Infinity at 0 and 1, NaN
 * outside [0, 1].
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
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
