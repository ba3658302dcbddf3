import {
  mixtureMean,
  mixtureProbabilityAbove,
  mixtureQuantile,
  sampleMixture,
  scaleMixture,
  type StudentMixture,
} from "@liftledger/baselines/student-mixture";
import type { Random } from "@liftledger/numerics/seeded-random";

/**
 * How uncertain an amount is. Interval, quantiles and chances all come from this one object, so that they
 * can never contradict each other.
 */
export interface Distribution {
  readonly mean: number;
  /** The value below which a share `p` of the distribution lies, 0 < p < 1. */
  quantile(p: number): number;
  /** The chance of at least `x`. */
  probabilityAtLeast(x: number): number;
  /** One value by chance, for adding uncertain amounts up. */
  draw(random: Random): number;
}

/** A certain amount. */
export function certainAmount(amount: number): Distribution {
  return {
    mean: amount,
    quantile: () => amount,
    probabilityAtLeast: (x) => (amount >= x ? 1 : 0),
    draw: () => amount,
  };
}

/** The distribution of `factor` times a mixture, such as money from incremental units. */
export function amountFromMixture(mixture: StudentMixture, factor: number): Distribution {
  if (factor === 0) return certainAmount(0);
  const scaled = scaleMixture(mixture, factor);
  return {
    mean: mixtureMean(scaled),
    quantile: (p) => mixtureQuantile(scaled, p),
    probabilityAtLeast: (x) => mixtureProbabilityAbove(scaled, x),
    draw: (random) => sampleMixture(scaled, random),
  };
}

/** The distribution of equally likely draws; the mean is given, so that it stays the sum of its parts. */
export function amountFromDraws(draws: Float64Array, mean: number): Distribution {
  if (draws.length === 0) throw new RangeError("a distribution needs at least one draw");
  const sorted = draws.toSorted();
  return {
    mean,
    quantile(p) {
      const place = p * (sorted.length - 1);
      const below = Math.floor(place);
      const low = sorted[below] ?? Number.NaN;
      const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
      return low + (place - below) * (high - low);
    },
    probabilityAtLeast(x) {
      return (sorted.length - countBelow(sorted, x)) / sorted.length;
    },
    draw: (random) => sorted[Math.floor(random.uniform() * sorted.length)] ?? mean,
  };
}

/** A distribution's interval at a level: the quantiles that leave the same chance on either side. */
export function intervalOf(distribution: Distribution, level: number) {
  const tail = (1 - level) / 2;
  return { low: distribution.quantile(tail), high: distribution.quantile(1 - tail), level };
}

/** One part of a sum: a mixture of incremental units and the money per unit. */
export interface UncertainPart {
  mixture: StudentMixture;
  factor: number;
}

/** How many draws a sum of several uncertain parts is made of: the chances are good to about 0.7 points. */
const drawCount = 5000;

/**
 * The sum of independent uncertain parts plus a certain amount. One part keeps its exact distribution;
 * several are added by seeded simulation.
 */
export function sumOfParts(parts: readonly UncertainPart[], random: Random, count = drawCount): Distribution {
  const uncertain = parts.filter((part) => part.factor !== 0);
  const [only] = uncertain;
  if (only === undefined) return certainAmount(0);
  if (uncertain.length === 1) return amountFromMixture(only.mixture, only.factor);
  const draws = new Float64Array(count);
  for (const { mixture, factor } of uncertain) {
    for (let draw = 0; draw < count; draw++)
      draws[draw] = (draws[draw] ?? 0) + factor * sampleMixture(mixture, random);
  }
  return amountFromDraws(
    draws,
    uncertain.reduce((sum, part) => sum + part.factor * mixtureMean(part.mixture), 0),
  );
}

/**
 * The interval of a sum whose parts all move together: the outer bound beside the independent case. Its
 * ends are the sums of the parts' ends.
 */
export function dependentInterval(parts: readonly UncertainPart[], level: number) {
  const ends = parts.map((part) => intervalOf(amountFromMixture(part.mixture, part.factor), level));
  return {
    low: ends.reduce((sum, end) => sum + end.low, 0),
    high: ends.reduce((sum, end) => sum + end.high, 0),
    level,
  };
}

/** A distribution of money as one of ROI: value ÷ cost − 1. Null without a cost. */
export function roiDistribution(value: Distribution | null, cost: number): Distribution | null {
  if (value === null || cost <= 0) return null;
  return {
    mean: value.mean / cost - 1,
    quantile: (p) => value.quantile(p) / cost - 1,
    probabilityAtLeast: (ratio) => value.probabilityAtLeast((1 + ratio) * cost),
    draw: (random) => value.draw(random) / cost - 1,
  };
}

/** A distribution of money less a certain amount, such as a cost. */
export function lessAmount(value: Distribution, amount: number): Distribution {
  return {
    mean: value.mean - amount,
    quantile: (p) => value.quantile(p) - amount,
    probabilityAtLeast: (x) => value.probabilityAtLeast(x + amount),
    draw: (random) => value.draw(random) - amount,
  };
}

function countBelow(sorted: Float64Array, x: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? Number.NaN) < x) from = middle + 1;
    else to = middle;
  }
  return from;
}
