/**
 * A continuous distribution with its parameters fixed and its constants worked out once. Functions
 * of a value take any number (beyond the support a cdf is 0 or 1); quantiles take a probability from
 * 0 to 1 and throw RangeError for anything else. NaN is refused everywhere, never passed on.
 */
export type Distribution = {
  /** Probability density at x. */
  density(x: number): number;
  /** Probability of staying at or below x. */
  cdf(x: number): number;
  /** Probability of exceeding x, formed as such: 1 − cdf would lose the far tail. */
  upperTail(x: number): number;
  /** The x that is stayed below with probability p. */
  quantile(p: number): number;
  /** The x that is exceeded with probability p: the way to ask for 1 − 1e-300. */
  upperQuantile(p: number): number;
};

/** Both tails at a point: each computed so that it keeps its digits however small it is. */
export type Tails = { readonly lower: number; readonly upper: number };

/** Throws RangeError for what is no probability; `tail` names it in the message. */
export function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies between 0 and 1, got ${p}`);
}

/** Throws RangeError for a parameter that is not a positive, finite number. */
export function requirePositive(value: number, name: string): void {
  if (!(value > 0 && value < Infinity))
    throw new RangeError(`${name} must be positive and finite, got ${value}`);
}

/** Throws RangeError for NaN, which would otherwise travel on as an answer. */
export function requireNumber(x: number): void {
  if (Number.isNaN(x)) throw new RangeError("a value must be a number, got NaN");
}
