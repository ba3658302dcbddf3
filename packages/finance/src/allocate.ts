import type { Amount } from "./amount.ts";
import { plainDecimal } from "./plain-decimal.ts";

/**
 * Divides an amount by weights so that the parts add up to it exactly: largest remainder, ties to the
 * earlier part. Weights are decimals, or numbers taken for what they print as (0.3 is three tenths), so
 * equal shares tie exactly. A negative total is divided as its opposite; a part with weight 0 gets nothing.
 *
 * Throws a RangeError on a weight that is negative or no decimal, and when there is something to
 * divide but no weight above zero: sharing it equally would be a decision nobody took.
 *
 *     allocate(10000n, [1, 1, 1]) // [3334n, 3333n, 3333n]
 *     allocate(5n, ["0.5", "0.3", "0.2"]) // [3n, 1n, 1n]
 */
export function allocate(totalMinor: bigint, weights: readonly Amount[]): bigint[] {
  const { units } = onOneScale(weights, "weight");
  units.forEach((weight, index) => {
    if (weight < 0n) throw new RangeError(`A weight is a number from 0, not ${weights[index]}`);
  });
  if (totalMinor < 0n) return allocate(-totalMinor, weights).map((part) => -part);
  const sum = units.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) {
    if (totalMinor === 0n) return weights.map(() => 0n);
    throw new RangeError(`${totalMinor} cannot be allocated: no weight is above 0`);
  }
  const parts = units.map((weight) => (totalMinor * weight) / sum);
  const remainders = units.map((weight) => (totalMinor * weight) % sum);
  const left = totalMinor - parts.reduce((total, part) => total + part, 0n);
  return giveToLargest(parts, remainders, Number(left));
}

/**
 * Rounds parts, of either sign and in minor units, so that they add up to a total that was rounded by
 * itself: the weekly values beneath a headline, the bars of a bridge. Each part becomes one of its two
 * neighbouring integers, the largest fractions upwards, ties to the earlier part; a whole part moves by one
 * only where the total itself was rounded by one. Parts are decimals, or numbers as they print.
 *
 * Throws a RangeError on a part that is no decimal, and when the parts and the total differ by more
 * than rounding can explain (one unit): then they are not parts of it.
 *
 *     allocateSigned(10n, [3.4, -1.2, 7.8]) // [3n, -1n, 8n]
 */
export function allocateSigned(totalMinor: bigint, parts: readonly Amount[]): bigint[] {
  const { units, one } = onOneScale(parts, "part");
  const remainders = units.map((part) => ((part % one) + one) % one);
  const floors = units.map((part, index) => (part - (remainders[index] ?? 0n)) / one);
  const difference = units.reduce((sum, part) => sum + part, 0n) - totalMinor * one;
  if (difference > one || difference < -one || (parts.length === 0 && difference !== 0n)) {
    throw new RangeError(`The parts do not add up to their total of ${totalMinor}`);
  }
  const missing = Number(totalMinor - floors.reduce((sum, part) => sum + part, 0n));
  if (missing >= 0) return giveToLargest(floors, remainders, missing);
  // Parts that are all whole, under a total that lost one to rounding: the first gives it.
  return floors.map((part, index) => (index === 0 ? part - 1n : part));
}

/** One more unit to each of the `count` parts with the largest remainders, the earlier first. */
function giveToLargest(parts: readonly bigint[], remainders: readonly bigint[], count: number): bigint[] {
  const order = remainders
    .map((size, index) => ({ size, index }))
    // The sort is stable: of equal remainders the earlier part stays ahead.
    .toSorted((left, right) => Number(right.size - left.size));
  const receivers = new Set(order.slice(0, count).map(({ index }) => index));
  return parts.map((part, index) => (receivers.has(index) ? part + 1n : part));
}

/** Decimals as integers on one common scale, without loss: 0.5 and 0.25 become 50 and 25 of one = 100. */
function onOneScale(
  values: readonly Amount[],
  name: string,
): { readonly units: readonly bigint[]; readonly one: bigint } {
  const decimals = values.map((value) => plainDecimal(value, name));
  const places = Math.max(0, ...decimals.map((decimal) => decimal.split(".")[1]?.length ?? 0));
  const units = decimals.map((decimal) => {
    const [whole = "", fraction = ""] = decimal.split(".");
    return BigInt(whole + fraction.padEnd(places, "0"));
  });
  return { units, one: 10n ** BigInt(places) };
}
