import { evaluatePolynomial } from "./polynomial.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** From here on the Stirling series below is good to the last digit. */
export const STIRLING_FROM = 10;

/**
 * What Stirling's formula lacks: log Γ(x) − [(x − ½) log x − x + ½ log 2π].
 *
 * Kept apart from `logGamma` because a *difference* of large log-gammas must be formed from these
 * small remainders, or the leading terms eat the digits.
 *
 * @param x at least 10 (`STIRLING_FROM`); below that the series is not accurate.
 * Source: Abramowitz & Stegun 6.1.41.
 */
export function stirlingRemainder(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return (
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156))))))
  );
}

/**
 * Natural logarithm of the gamma function for x > 0; NaN elsewhere.
 *
 * Small arguments are carried up by Γ(x + 1) = x Γ(x) to where Stirling's series is exact, so the
 * absolute error stays near 1e-15.
 *
 * @example logGamma(5) // log(24) = 3.1780538303479458
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let product = 1;
  let shifted = x;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI;
  return stirling + stirlingRemainder(shifted) - Math.log(product);
}

/** 1 − Euler's constant, then (−1)ᵏ(ζ(k) − 1)/k from k = 2: mpmath, 40 digits. */
const ONE_MINUS_EULER = 0.42278433509846713;
const ZETA_TERMS = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6,
  -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7,
  -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8,
  -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10, 1.330476437424449e-10,
];

/**
 * log Γ(1 + x) for x ≥ 0, with the relative accuracy that `logGamma(1 + x)` loses where x is small:
 * shapes near 0 divide by x later and would multiply the loss.
 *
 * Source: Abramowitz & Stegun 6.1.33.
 *
 * @example logGammaOnePlus(1e-20) // −5.772156649015329e-21, minus Euler's constant times x
 */
export function logGammaOnePlus(x: number): number {
  if (x > 1) return logGamma(1 + x);
  if (x > 0.5) return Math.log(x) + logGammaOnePlus(x - 1);
  return x * (ONE_MINUS_EULER + x * evaluatePolynomial(ZETA_TERMS, x)) - Math.log1p(x);
}
