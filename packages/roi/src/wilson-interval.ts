import { normalQuantile } from "@liftledger/numerics/distributions/normal";

/**
 * The Wilson score interval of a share: `count` of `of`. Unlike the plain normal one it stays within 0 and 1 and
 * means something for few cases and for shares of 0 and 1. Throws a RangeError unless both are whole numbers with
 * 0 ≤ count ≤ of, of ≥ 1, and 0 < level < 1.
 *
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
 *
 * @example wilsonInterval(4, 33, 0.95) // { low: 0.0482…, high: 0.2733… }
 */
export function wilsonInterval(count: number, of: number, level: number) {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || of < 1 || count > of)
    throw new RangeError(`${count} of ${of} is no share`);
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is no level between 0 and 1`);
  const z = normalQuantile((1 + level) / 2);
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const under = 1 + (z * z) / of;
  return {
    // At the ends the formula gives 0 and 1 but for rounding.
    low: count === 0 ? 0 : Math.max(0, (middle - half) / under),
    high: count === of ? 1 : Math.min(1, (middle + half) / under),
    level,
  };
}
