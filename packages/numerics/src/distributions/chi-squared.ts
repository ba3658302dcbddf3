import { requirePositive, type Distribution } from "./distribution.ts";
import { createGamma } from "./gamma.ts";

/**
 * χ² distribution: the sum of `degreesOfFreedom` squared standard normal variables, that is a gamma
 * variable of half the shape and scale 2. Degrees of freedom need not be whole. Throws RangeError
 * where they are not positive.
 *
 * @example createChiSquared(2).upperTail(3) // e^(−3/2) = 0.22313016014842982
 */
export function createChiSquared(degreesOfFreedom: number): Distribution {
  requirePositive(degreesOfFreedom, "degrees of freedom");
  return createGamma(0.5 * degreesOfFreedom, 2);
}

/** Probability that a χ² variable is at most `x`. @example chiSquaredCdf(3, 2) // 1 − e^(−3/2) */
export function chiSquaredCdf(x: number, degreesOfFreedom: number): number {
  return createChiSquared(degreesOfFreedom).cdf(x);
}

/** Probability that a χ² variable exceeds `x`: the p-value of a χ² test. */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  return createChiSquared(degreesOfFreedom).upperTail(x);
}

/** The x a χ² variable stays below with probability `p`. @example chiSquaredQuantile(0.95, 1) // 3.8414588… */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  return createChiSquared(degreesOfFreedom).quantile(p);
}

/** The x a χ² variable exceeds with probability `p`. @example chiSquaredUpperQuantile(0.05, 1) // 3.8414588… */
export function chiSquaredUpperQuantile(p: number, degreesOfFreedom: number): number {
  return createChiSquared(degreesOfFreedom).upperQuantile(p);
}
