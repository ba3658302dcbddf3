import {
  mixtureMean,
  mixtureProbabilityAbove,
  mixtureQuantile,
  type StudentMixture,
} from "@liftledger/baselines/student-mixture";

/**
 * How uncertain an amount is. Interval, quantiles and chances all come from this one object, so that they
 * can never contradict each other.
 */
export interface Distribution {
  readonly mean: number;
  /** The smallest amount that is not exceeded with a chance of `p`, 0 < p < 1. */
  quantile(p: number): number;
  /** The chance of at least `x`. */
  probabilityAtLeast(x: number): number;
}

/** What doubles err by, relatively: an amount this much under a threshold reaches it. */
const rounding = 1e-12;

/** A certain amount. */
export function certainAmount(amount: number): Distribution {
  return {
    mean: amount,
    quantile: () => amount,
    probabilityAtLeast: (x) => (amount >= x - Math.abs(x) * rounding ? 1 : 0),
  };
}

/** The distribution of a mixture; a quantile is searched for once, however many figures ask for it. */
export function mixtureDistribution(mixture: StudentMixture): Distribution {
  const [only] = mixture.components;
  if (only !== undefined && mixture.components.length === 1 && only.scale === 0)
    return certainAmount(only.location);
  const quantiles = new Map<number, number>();
  return {
    mean: mixtureMean(mixture),
    quantile(p) {
      const known = quantiles.get(p) ?? mixtureQuantile(mixture, p);
      quantiles.set(p, known);
      return known;
    },
    probabilityAtLeast: (x) => mixtureProbabilityAbove(mixture, x),
  };
}

/** The distribution of equally likely draws; the mean is given, so that it stays the sum of its parts. */
export function drawnDistribution(draws: Float64Array, mean: number): Distribution {
  if (draws.length === 0) throw new RangeError("a distribution needs at least one draw");
  const sorted = draws.toSorted();
  return {
    mean,
    // A draw, not a point between two: then a quantile and a chance agree about every threshold.
    quantile: (p) => sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN,
    probabilityAtLeast: (x) => (sorted.length - countBelow(sorted, x)) / sorted.length,
  };
}

/** The distribution of `factor` times an amount, such as money from incremental units. */
export function scaledAmount(amount: Distribution, factor: number): Distribution {
  if (factor === 0) return certainAmount(0);
  return {
    mean: amount.mean * factor,
    quantile: (p) => amount.quantile(factor > 0 ? p : 1 - p) * factor,
    probabilityAtLeast: (x) =>
      factor > 0 ? amount.probabilityAtLeast(x / factor) : 1 - amount.probabilityAtLeast(x / factor),
  };
}

/** A distribution of money less a certain amount, such as a cost. */
export function lessAmount(value: Distribution, amount: number): Distribution {
  return {
    mean: value.mean - amount,
    quantile: (p) => value.quantile(p) - amount,
    probabilityAtLeast: (x) => value.probabilityAtLeast(x + amount),
  };
}

/** A distribution of money as one of ROI: value ÷ cost − 1. Null without a cost. */
export function roiDistribution(value: Distribution | null, cost: number): Distribution | null {
  if (value === null || cost <= 0) return null;
  return {
    mean: value.mean / cost - 1,
    quantile: (p) => value.quantile(p) / cost - 1,
    probabilityAtLeast: (ratio) => value.probabilityAtLeast((1 + ratio) * cost),
  };
}

/** A distribution's interval at a level: the quantiles that leave the same chance on either side. */
export function intervalOf(distribution: Distribution, level: number) {
  const tail = (1 - level) / 2;
  return { low: distribution.quantile(tail), high: distribution.quantile(1 - tail), level };
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
