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
