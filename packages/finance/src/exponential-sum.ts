/**
 * A present value as a function of the rate: Σ sign · e^(logSize − time · x), where x is the logarithm of
 * growth per unit of time. Times are whole numbers in ascending order and no term is zero. Sizes are kept
 * as logarithms, so that neither a rate of 1e17 nor one near −100 percent leaves the range of a double.
 */
export type ExponentialSum = {
  readonly signs: readonly number[];
  readonly logSizes: readonly number[];
  readonly times: readonly number[];
};

/** What comes in and what goes out at one x, both on the same unknown scale, and the error of their difference. */
export type Weighed = { readonly incoming: number; readonly outgoing: number; readonly noise: number };

/**
 * Weighs the terms of a sum at x. The largest of the terms weighs 1. The error is, a term, its weight times
 * (4 + |log size| + 2 · |time · x| + |exponent of the largest|) roundings of a double.
 */
export function weigh({ signs, logSizes, times }: ExponentialSum, x: number): Weighed {
  let largest = -Infinity;
  for (let index = 0; index < times.length; index += 1) {
    largest = Math.max(largest, at(logSizes, index) - at(times, index) * x);
  }
  let incoming = 0;
  let outgoing = 0;
  let noise = 0;
  for (let index = 0; index < times.length; index += 1) {
    const discount = at(times, index) * x;
    const weight = Math.exp(at(logSizes, index) - discount - largest);
    if (at(signs, index) > 0) incoming += weight;
    else outgoing += weight;
    // The exponent is rounded to its own size, which the exponential turns into a relative error.
    noise += weight * (4 + Math.abs(at(logSizes, index)) + 2 * Math.abs(discount) + Math.abs(largest));
  }
  return { incoming, outgoing, noise: noise * Number.EPSILON };
}

/**
 * The difference of the logarithms of what comes in and what goes out: zero where the sum is, and nearly
 * straight, so that a root search needs few steps. Minus infinity where nothing comes in.
 */
export function logBalance(sum: ExponentialSum, x: number): number {
  const { incoming, outgoing } = weigh(sum, x);
  const balance = Math.log(incoming) - Math.log(outgoing);
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, balance));
}

/** How often the sign changes from one term to the next: at most so many roots (Descartes, Laguerre). */
export function countSignChanges(signs: readonly number[]): number {
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/** A sum between whose roots the roots of the sum before it lie apart, and the time that was divided out. */
export type Derived = { readonly sum: ExponentialSum; readonly dividedTime: number };

/**
 * Divides a sum by one of its exponentials and differentiates. Dividing changes no root, so by Rolle a root
 * of the result lies between any two of the sum; the divided term becomes a constant and vanishes. It is
 * taken at the middle sign change, by which the result has exactly one sign change fewer (Laguerre 1883).
 */
export function deriveSum({ signs, logSizes, times }: ExponentialSum): Derived {
  const changes = signs.flatMap((sign, index) =>
    index + 1 < signs.length && sign !== signs[index + 1] ? [index] : [],
  );
  const divided = changes[Math.floor(changes.length / 2)] ?? 0;
  const dividedTime = at(times, divided);
  const kept = times.flatMap((_, index) => (index === divided ? [] : [index]));
  const sum = {
    signs: kept.map((index) => at(signs, index) * Math.sign(at(times, index) - dividedTime)),
    logSizes: kept.map((index) => at(logSizes, index) + Math.log(Math.abs(at(times, index) - dividedTime))),
    times: kept.map((index) => at(times, index)),
  };
  return { sum, dividedTime };
}

/**
 * Whether a sum certainly has no root within `reach` of x: its value there is larger than its terms can
 * change over that distance, after a division by its largest exponential.
 */
export function isCertainlyNonZero(sum: ExponentialSum, x: number, reach: number): boolean {
  const { incoming, outgoing, noise } = weigh(sum, x);
  const exponents = sum.times.map((time, index) => at(sum.logSizes, index) - time * x);
  const largest = exponents.reduce((most, exponent) => Math.max(most, exponent), -Infinity);
  const centre = at(sum.times, exponents.indexOf(largest));
  const change = exponents.reduce(
    (total, exponent, index) =>
      total + Math.exp(exponent - largest) * Math.expm1(Math.abs(at(sum.times, index) - centre) * reach),
    0,
  );
  return Math.abs(incoming - outgoing) > change + noise;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
