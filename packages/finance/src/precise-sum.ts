import type { Decimal } from "decimal.js";
import { Precise } from "./amount.ts";

/** One term of an exponential sum, exactly: what flows, and when, in whole units of time. */
export type Term = { readonly amount: Decimal; readonly time: number };

// Of 60 digits the powers lose a few: what is below this share of its terms is zero.
const zeroShare = new Precise("1e-40");
const stepShare = new Precise("1e-45");
const mostSteps = 400;

/** The terms of a sum after it was divided by the exponentials of these times and differentiated: theirs are 0. */
export function deriveTerms(terms: readonly Term[], dividedTimes: readonly number[]): Term[] {
  return terms.map(({ amount, time }) => ({
    amount: dividedTimes.reduce((product, from) => product.times(time - from), amount),
    time,
  }));
}

/**
 * The value of Σ amount · discount^time to about 50 digits, as a share of the sum of its terms' sizes. The
 * discount is that of one unit of time, e^(−x): powers of it are cheap, an exponential with 60 digits is not.
 */
export function preciseShare(terms: readonly Term[], discount: Decimal): Decimal {
  const powers = new Map<number, Decimal>();
  let value = new Precise(0);
  let size = new Precise(0);
  let later: number | undefined;
  // Horner's rule from the last flow to the first: each gap is one multiplication.
  for (const { amount, time } of terms.toReversed()) {
    if (later !== undefined) {
      const gap = later - time;
      const power = powers.get(gap) ?? discount.pow(gap);
      powers.set(gap, power);
      value = value.times(power);
      size = size.times(power);
    }
    value = value.plus(amount);
    size = size.plus(amount.abs());
    later = time;
  }
  const share = value.dividedBy(size);
  return share.abs().lessThan(zeroShare) ? new Precise(0) : share;
}

/** The discount of one unit of time at x, as good as a double knows it. */
export function discountAt(x: number): Decimal {
  return new Precise(Math.exp(-x));
}

/** The logarithm of growth that a discount stands for; by what it differs from 1, unless it is small. */
export function logGrowthOf(discount: Decimal): number {
  const isSmall = discount.lessThan(0.5);
  return isSmall ? -Math.log(discount.toNumber()) : -Math.log1p(discount.minus(1).toNumber());
}

/** The discount of a root between two at which the signs differ, to 45 digits, by the Illinois method. */
export function refineRoot(terms: readonly Term[], from: Decimal, to: Decimal): Decimal {
  let low = from;
  let high = to;
  let lowValue = preciseShare(terms, low);
  let highValue = preciseShare(terms, high);
  for (let step = 0; step < mostSteps; step += 1) {
    const width = high.minus(low);
    // Every third step halves, so that a flat stretch cannot hold the search up.
    const next =
      step % 3 === 2
        ? low.plus(width.dividedBy(2))
        : low.minus(lowValue.times(width).dividedBy(highValue.minus(lowValue)));
    const value = preciseShare(terms, next);
    if (value.isZero() || width.abs().lessThan(next.times(stepShare))) return next;
    if (value.isNegative() === highValue.isNegative()) {
      lowValue = lowValue.dividedBy(2);
    } else {
      low = high;
      lowValue = highValue;
    }
    high = next;
    highValue = value;
  }
  return high;
}
