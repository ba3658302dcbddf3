import { createBeta } from "@liftledger/numerics/distributions/beta";
import { readAmount, type Amount } from "./amount.ts";

/** Lowest, likeliest and highest: what somebody who knows the matter can say. Numbers or decimal text. */
export type ThreePoint = { readonly min: Amount; readonly mode: Amount; readonly max: Amount };

/** A three-point estimate as a distribution. */
export type ThreePointDistribution = {
  readonly mean: number;
  readonly variance: number;
  /** The value stayed below with probability p, from 0 (the minimum) to 1 (the maximum). */
  quantile(p: number): number;
};

export type PertDistribution = ThreePointDistribution & {
  /** Parameters of the Beta distribution on min to max; null where both are the same point. */
  readonly shape: { readonly alpha: number; readonly beta: number } | null;
};

/**
 * PERT: a Beta distribution from min to max with parameters 1 + λ(mode − min)/(max − min) and
 * 1 + λ(max − mode)/(max − min). Mean (min + λ·mode + max)/(λ + 2), variance (μ − min)(max − μ)/(λ + 3). λ is
 * how much the mode weighs: 4 is the usual one, 0 makes every value equally likely. Where min and max
 * are the same it is that point.
 *
 * Throws a RangeError unless min ≤ mode ≤ max lie within ±1e100 and λ is from 0. Source: Vose, Risk Analysis.
 *
 *     createPert({ min: 80, mode: 100, max: 150 }).quantile(0.1) // 89.0435…
 */
export function createPert(estimate: ThreePoint, lambda: number = 4): PertDistribution {
  const { min, mode, max, width } = readThreePoint(estimate);
  if (!(lambda >= 0 && lambda < Infinity)) throw new RangeError(`λ is a number from 0, not ${lambda}`);
  if (width === 0) return { ...pointAt(min), shape: null };
  const alpha = 1 + lambda * ((mode - min) / width);
  const beta = 1 + lambda * ((max - mode) / width);
  const distribution = createBeta(alpha, beta);
  // μ − min and max − μ by themselves: close to an end their difference to the mean would lose digits.
  const above = ((mode - min) * lambda + width) / (lambda + 2);
  const below = ((max - mode) * lambda + width) / (lambda + 2);
  return {
    mean: above <= below ? min + above : max - below,
    variance: (above / (lambda + 3)) * below,
    shape: { alpha, beta },
    quantile: (p) => within(min + width * distribution.quantile(p), min, max),
  };
}

/**
 * Triangular distribution: mean (min + mode + max)/3, variance ((max − min)² − (mode − min)(max − mode))/18.
 * Wider than PERT: it gives the ends more. Where min and max are the same it is that point. Throws a
 * RangeError unless min ≤ mode ≤ max lie within ±1e100.
 *
 *     createTriangular({ min: 80, mode: 100, max: 150 }).quantile(0.5) // 108.1669…
 */
export function createTriangular(estimate: ThreePoint): ThreePointDistribution {
  const { min, mode, max, width } = readThreePoint(estimate);
  if (width === 0) return pointAt(min);
  const [rising, falling] = [(mode - min) / width, (max - mode) / width];
  return {
    mean: min + (width * (rising + 1)) / 3,
    variance: ((width * (1 - rising * falling)) / 18) * width,
    quantile: (p) => {
      requireChance(p);
      const share = p <= rising ? Math.sqrt(p * rising) : 1 - Math.sqrt((1 - p) * falling);
      return within(min + width * share, min, max);
    },
  };
}

/** The ends of an estimate as numbers. Throws a RangeError where they are not in their order. */
export function readThreePoint(estimate: ThreePoint): {
  readonly min: number;
  readonly mode: number;
  readonly max: number;
  readonly width: number;
} {
  const [min, mode, max] = [estimate.min, estimate.mode, estimate.max].map((value) => {
    // + 0: a minimum of -0 is 0.
    return (typeof value === "number" ? value : readAmount(value).toNumber()) + 0;
  }) as [number, number, number];
  const width = max - min;
  // Beyond 1e100 the variance may be no double.
  if (!(min <= mode && mode <= max && Math.max(Math.abs(min), Math.abs(max)) <= 1e100)) {
    throw new RangeError(
      `An estimate goes from its minimum by its mode to its maximum, not ${estimate.min}, ${estimate.mode}, ${estimate.max}`,
    );
  }
  return { min, mode, max, width };
}

function pointAt(value: number): ThreePointDistribution {
  return {
    mean: value,
    variance: 0,
    quantile: (p) => {
      requireChance(p);
      return value;
    },
  };
}

function requireChance(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, not ${p}`);
}

/** Rounding never leads out of the range. */
function within(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
