import { logGamma, logGammaOnePlus, STIRLING_FROM, stirlingRemainder } from "./log-gamma.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Natural logarithm of the beta function B(a, b) = Γ(a)Γ(b)/Γ(a + b) for a, b > 0.
 *
 * With a large argument the log-gammas are huge and nearly cancel; their leading terms are
 * therefore cancelled on paper and only the Stirling remainders are subtracted (as in R's `lbeta`).
 *
 * @example logBeta(0.5, 0.5) // log(π)
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const share = small / (small + large);
  const remainder = stirlingRemainder(large) - stirlingRemainder(small + large);
  const tail = Math.log1p(-share);
  if (small < STIRLING_FROM) {
    return logGamma(small) + remainder + small - small * Math.log(small + large) + (large - 0.5) * tail;
  }
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    stirlingRemainder(small) +
    remainder +
    (small - 0.5) * Math.log(share) +
    large * tail
  );
}

/**
 * log(a B(a, b)), which goes to 0 with a, where log B(a, b) goes to infinity: kept apart so that
 * what is later divided by a small a has its digits.
 *
 * @example logScaledBeta(1e-20, 5) // −1e-20 · (1 + 1/2 + 1/3 + 1/4)
 */
export function logScaledBeta(a: number, b: number): number {
  if (a >= 1) return Math.log(a) + logBeta(a, b);
  if (b < STIRLING_FROM) {
    return logGammaOnePlus(a) + logGammaOnePlus(b) - logGammaOnePlus(a + b) + Math.log1p(a / b);
  }
  const remainder = stirlingRemainder(b) - stirlingRemainder(a + b);
  return logGammaOnePlus(a) + remainder + a - a * Math.log(a + b) - (b - 0.5) * Math.log1p(a / b);
}
