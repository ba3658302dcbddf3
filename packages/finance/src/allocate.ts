import { multiplyDecimals, numberToDecimal } from "@liftledger/numerics/decimal";

/**
 * Divides an amount by weights so that the parts add up to it exactly: largest remainder, ties to the
 * earlier part. Weights are what they print as (0.3 is three tenths), so equal shares tie exactly. A
 * negative total is divided as its opposite; a part with weight 0 gets nothing.
 *
 * Throws a RangeError on a weight that is negative or not finite, and when there is something to divide
 * but no weight above zero: sharing it equally would be a decision nobody took.
 *
 *     allocate(10000n, [1, 1, 1]) // [3334n, 3333n, 3333n]
 */
export function allocate(totalMinor: bigint, weights: readonly number[]): bigint[] {
  for (const weight of weights) {
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(`A weight is a number from 0, not ${weight}`);
    }
  }
  if (totalMinor < 0n) return allocate(-totalMinor, weights).map((part) => -part);
  const scaled = toIntegers(weights);
  const sum = scaled.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) {
    if (totalMinor === 0n) return weights.map(() => 0n);
    throw new RangeError(`${totalMinor} cannot be allocated: no weight is above 0`);
  }
  const parts = scaled.map((weight) => (totalMinor * weight) / sum);
  const remainders = scaled.map((weight) => (totalMinor * weight) % sum);
  const left = totalMinor - parts.reduce((total, part) => total + part, 0n);
  return giveToLargest(parts, remainders, Number(left));
}

/**
 * Rounds real parts, of either sign and in minor units, so that they add up to a total that was rounded
 * by itself: the weekly values beneath a headline. Each part becomes one of its two neighbouring
 * integers, the largest fractions upwards, ties to the earlier part; a whole part moves by one only where
 * the total itself was rounded by one.
 *
 * Throws a RangeError on a part that is not finite, and when the parts and the total differ by more than
 * rounding can explain (one unit): then they are not parts of it.
 *
 *     allocateSigned(10n, [3.4, -1.2, 7.8]) // [3n, -1n, 8n]
 */
export function allocateSigned(totalMinor: bigint, parts: readonly number[]): bigint[] {
  for (const part of parts) {
    if (!Number.isFinite(part)) throw new RangeError(`A part is a finite number, not ${part}`);
  }
  const floors = parts.map((part) => BigInt(Math.floor(part)));
  const fractions = parts.map((part) => part - Math.floor(part));
  const missing = Number(totalMinor - floors.reduce((sum, part) => sum + part, 0n));
  const sumOfFractions = fractions.reduce((sum, fraction) => sum + fraction, 0);
  if (Math.abs(missing - sumOfFractions) > 1 || Math.abs(missing) > parts.length) {
    throw new RangeError(
      `The parts add up to ${sumOfFractions - missing} more than their total of ${totalMinor}`,
    );
  }
  if (missing >= 0) return giveToLargest(floors, fractions, missing);
  // Parts that are all whole, under a total that lost one to rounding: the smallest fraction gives it.
  const opposite = fractions.map((fraction) => -fraction);
  return giveToLargest(
    floors.map((part) => -part),
    opposite,
    -missing,
  ).map((part) => -part);
}

/** One more unit to each of the `count` parts with the largest remainders, the earlier first. */
function giveToLargest<Size extends bigint | number>(
  parts: readonly bigint[],
  remainders: readonly Size[],
  count: number,
): bigint[] {
  const order = remainders
    .map((size, index) => ({ size, index }))
    .toSorted((left, right) =>
      left.size === right.size ? left.index - right.index : left.size > right.size ? -1 : 1,
    );
  const receivers = new Set(order.slice(0, count).map(({ index }) => index));
  return parts.map((part, index) => (receivers.has(index) ? part + 1n : part));
}

/** Weights on one common scale, without loss: 0.5 and 0.25 become 50 and 25. */
function toIntegers(weights: readonly number[]): bigint[] {
  const decimals = weights.map((weight) => numberToDecimal(weight));
  const places = Math.max(0, ...decimals.map((decimal) => decimal.split(".")[1]?.length ?? 0));
  return decimals.map((decimal) => BigInt(multiplyDecimals(decimal, `1${"0".repeat(places)}`)));
}
