import type { Decimal } from "decimal.js";
import { findRoot } from "@liftledger/numerics/root-search";
import { Precise } from "./amount.ts";
import {
  countSignChanges,
  deriveSum,
  isCertainlyNonZero,
  logBalance,
  weigh,
  type ExponentialSum,
} from "./exponential-sum.ts";
import { deriveTerms, discountAt, logGrowthOf, preciseShare, refineRoot, type Term } from "./precise-sum.ts";

type Interval = { readonly low: number; readonly high: number };

/** Below this share of its terms a turning point is looked at with 60 digits: it may touch zero. */
const suspectShare = 1e-8;
/** A root that doubles know worse than this, as a change of growth over the whole span, is refined with 60 digits. */
const sufficientError = 1e-12;

/**
 * All real roots x of Σ amount · e^(−time · x) between two bounds, ascending, each once however many times
 * the sum touches zero there. Terms come in ascending order of distinct whole times and none is zero.
 *
 * Nothing is scanned. Dividing by one exponential and differentiating gives a sum with one sign change
 * fewer, whose roots separate the roots of the sum (Rolle, Laguerre); with one sign change left there is at
 * most one root, which is bracketed. On the way back each stretch between separators is monotone up to a
 * factor, so the signs at its ends tell whether it holds a root. Where a separator lies so near zero that
 * doubles cannot tell a touch from two roots or none, its surroundings are decided with 60 digits.
 */
export function exponentialSumRoots(terms: readonly Term[], bounds: Interval): number[] {
  const levels = deriveLevels(terms);
  const { sum } = levels[0];
  if (countSignChanges(sum.signs) === 0) return [];
  const separators = levels
    .slice(1)
    .toReversed()
    .reduce<number[]>((found, { sum: derived }) => separatorsOf(derived, found, bounds), []);
  const windows = suspectWindows(sum, separators, bounds);
  const inside = windows.flatMap((window) => preciseRoots(terms, levels, 0, window)).map(logGrowthOf);
  const stretches = stretchesBetween(separators, windows, bounds);
  return [...inside, ...stretches.flatMap((stretch) => rootWithin(terms, sum, stretch))].toSorted(
    (a, b) => a - b,
  );
}

/** A sum and the times that were divided out on the way to it. */
type Level = { readonly sum: ExponentialSum; readonly dividedTimes: readonly number[] };

/** The sum, and what it becomes sign change by sign change, down to one. */
function deriveLevels(terms: readonly Term[]): [Level, ...Level[]] {
  let level: Level = { sum: toDoubles(terms), dividedTimes: [] };
  const levels: [Level, ...Level[]] = [level];
  while (countSignChanges(level.sum.signs) > 1) {
    const { sum, dividedTime } = deriveSum(level.sum);
    level = { sum, dividedTimes: [...level.dividedTimes, dividedTime] };
    levels.push(level);
  }
  return levels;
}

/** Amounts as shares of the largest: their logarithms are small, and so is their rounding. */
function toDoubles(terms: readonly Term[]): ExponentialSum {
  const largest = Math.max(...terms.map(({ amount }) => amount.e));
  const scale = new Precise(10).pow(-largest);
  return {
    signs: terms.map(({ amount }) => (amount.isNegative() ? -1 : 1)),
    logSizes: terms.map(({ amount }) => logSize(amount.abs().times(scale))),
    times: terms.map(({ time }) => time),
  };
}

function logSize(share: Decimal): number {
  const size = share.toNumber();
  return size > 1e-300 ? Math.log(size) : share.ln().toNumber();
}

/**
 * Points that separate the roots of the sum one level up: the roots of this one, and whatever else is so
 * near zero that its sign is unknown. A point too many does no harm, one too few would.
 */
function separatorsOf(sum: ExponentialSum, found: readonly number[], bounds: Interval): number[] {
  const unsure = found.filter((x) => {
    const { incoming, outgoing, noise } = weigh(sum, x);
    return Math.abs(incoming - outgoing) <= noise;
  });
  const crossings = [...found, bounds.high].flatMap((high, index) => {
    const low = found[index - 1] ?? bounds.low;
    const product = Math.sign(logBalance(sum, low)) * Math.sign(logBalance(sum, high));
    return product < 0 ? [crossing(sum, { low, high })] : [];
  });
  return [...new Set([...unsure, ...crossings])].toSorted((a, b) => a - b);
}

function crossing(sum: ExponentialSum, { low, high }: Interval): number {
  const tolerance = Number.EPSILON / (8 * spanOf(sum));
  const search = findRoot((x) => logBalance(sum, x), low, high, { tolerance });
  if (search.kind !== "root") throw new Error(`A bracketed rate of return was lost: ${search.reason}`);
  return search.x;
}

/** From the first to the last time: at least 1, for a sum whose sign changes has two terms. */
function spanOf({ times }: ExponentialSum): number {
  return (times.at(-1) ?? 0) - (times[0] ?? 0);
}

/** Intervals around the separators at which the sum comes near zero, joined where they overlap. */
function suspectWindows(sum: ExponentialSum, separators: readonly number[], bounds: Interval): Interval[] {
  const reach = 0.01 / spanOf(sum);
  const windows: Interval[] = [];
  for (const x of separators) {
    const { incoming, outgoing } = weigh(sum, x);
    if (Math.abs(incoming - outgoing) > suspectShare * (incoming + outgoing)) continue;
    const window = { low: Math.max(bounds.low, x - reach), high: Math.min(bounds.high, x + reach) };
    const last = windows.at(-1);
    if (last && last.high >= window.low) windows[windows.length - 1] = { low: last.low, high: window.high };
    else windows.push(window);
  }
  return windows;
}

/** What lies between the windows, cut at the separators; one within a window becomes a stretch without length. */
function stretchesBetween(
  separators: readonly number[],
  windows: readonly Interval[],
  bounds: Interval,
): Interval[] {
  const lows = [bounds.low, ...separators, ...windows.map(({ high }) => high)].toSorted((a, b) => a - b);
  const highs = [...windows.map(({ low }) => low), ...separators, bounds.high].toSorted((a, b) => a - b);
  return lows.map((low, index) => ({ low, high: highs[index] ?? low }));
}

/** The root of a stretch that holds one at most, by the signs at its ends. */
function rootWithin(terms: readonly Term[], sum: ExponentialSum, stretch: Interval): number[] {
  const { low, high } = stretch;
  if (sureSign(terms, sum, low) * sureSign(terms, sum, high) >= 0) return [];
  if (logBalance(sum, low) * logBalance(sum, high) >= 0) return [refineWithin(terms, stretch)];
  const x = crossing(sum, stretch);
  const error = errorAt(sum, x);
  if (error <= sufficientError) return [x];
  // Doubles know where about the root lies: from there 60 digits need a tenth of the steps.
  const reach = error / spanOf(sum);
  const near = { low: Math.max(low, x - reach), high: Math.min(high, x + reach) };
  const isNear = preciseSign(terms, near.low) * preciseSign(terms, near.high) < 0;
  return [refineWithin(terms, isNear ? near : stretch)];
}

/** The root of a stretch at whose ends the signs differ, with 60 digits. */
function refineWithin(terms: readonly Term[], { low, high }: Interval): number {
  return logGrowthOf(refineRoot(terms, discountAt(low), discountAt(high)));
}

/** The sign of a sum, with 60 digits where doubles do not know it. */
function sureSign(terms: readonly Term[], sum: ExponentialSum, x: number): number {
  const { incoming, outgoing, noise } = weigh(sum, x);
  if (Math.abs(incoming - outgoing) > noise) return incoming > outgoing ? 1 : -1;
  return preciseSign(terms, x);
}

function preciseSign(terms: readonly Term[], x: number): number {
  return preciseShare(terms, discountAt(x)).comparedTo(0);
}

/** How far rounding may have moved a root, as a change of growth over the whole span. */
function errorAt(sum: ExponentialSum, x: number): number {
  const span = spanOf(sum);
  const step = 1e-6 / span;
  const slope = (logBalance(sum, x + step) - logBalance(sum, x - step)) / (2 * step);
  const { incoming, outgoing, noise } = weigh(sum, x);
  // Near a root incoming and outgoing are equal, and so a logarithm is off by its share of either.
  return ((2 * noise) / (incoming + outgoing) / Math.abs(slope)) * span;
}

/**
 * The discounts of the roots of one level within a window, with 60 digits: by the same recursion, which ends
 * as soon as a level certainly has none there.
 */
function preciseRoots(
  terms: readonly Term[],
  levels: readonly Level[],
  depth: number,
  window: Interval,
): Decimal[] {
  const level = levels[depth];
  if (level === undefined) return [];
  const middle = (window.low + window.high) / 2;
  if (isCertainlyNonZero(level.sum, middle, (window.high - window.low) / 2)) return [];
  const derived = deriveTerms(terms, level.dividedTimes);
  const points = [
    discountAt(window.low),
    ...preciseRoots(terms, levels, depth + 1, window),
    discountAt(window.high),
  ];
  const signs = points.map((discount) => preciseShare(derived, discount).comparedTo(0));
  return points.flatMap((discount, index) => {
    const next = points[index + 1];
    const [sign = 0, nextSign = 0] = signs.slice(index, index + 2);
    if (sign === 0) return [discount];
    return next !== undefined && sign * nextSign < 0 ? [refineRoot(derived, discount, next)] : [];
  });
}
