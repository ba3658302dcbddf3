import { createStudentT, type StudentT } from "@liftledger/numerics/distributions/student-t";
import type { Random } from "@liftledger/numerics/seeded-random";

/** One Student-t distribution of a mixture: location + scale · t. A scale of 0 is a point mass. */
export type StudentComponent = {
  readonly weight: number;
  readonly location: number;
  readonly scale: number;
};

/**
 * A mixture of Student-t distributions that share their degrees of freedom. Weights are positive and
 * add up to 1. Interval, probability and p-value of a lift are all read from one such value, so
 * they cannot contradict each other.
 */
export type StudentMixture = {
  readonly degreesOfFreedom: number;
  readonly components: readonly StudentComponent[];
};

/** An interval and the probability it holds: 0.8 for an 80% interval. */
export type Interval = { readonly low: number; readonly high: number; readonly level: number };

/** All probability on one value: what a baseline without any noise foresees. */
export function pointMass(value: number): StudentMixture {
  return { degreesOfFreedom: Infinity, components: [{ weight: 1, location: value, scale: 0 }] };
}

/** Mean: Σ weight · location. (With one degree of freedom no mean exists; this is then the centre.) */
export function mixtureMean(mixture: StudentMixture): number {
  let mean = 0;
  for (const { weight, location } of mixture.components) mean += weight * location;
  return mean;
}

/** Probability of a value at or below x. */
export function mixtureCdf(mixture: StudentMixture, x: number): number {
  return lowerTail(mixture, createStudentT(mixture.degreesOfFreedom), x);
}

/** Probability of a value above x, formed directly: 1 − cdf would lose the far tail. */
export function mixtureProbabilityAbove(mixture: StudentMixture, x: number): number {
  const t = createStudentT(mixture.degreesOfFreedom);
  let probability = 0;
  for (const { weight, location, scale } of mixture.components) {
    if (scale > 0) probability += weight * t.upperTail((x - location) / scale);
    else if (location > x) probability += weight;
  }
  return probability;
}

/**
 * The smallest x with mixtureCdf(x) ≥ p. Throws RangeError unless 0 < p < 1.
 *
 * Newton's iteration on the logarithm of the cdf (of the mirrored mixture above one half), held inside a bracket that always contains the answer: no component
 * has its own p-quantile outside the extremes of all of them.
 *
 * @example mixtureQuantile(pointMass(3), 0.9) // 3
 */
export function mixtureQuantile(mixture: StudentMixture, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, got ${p}`);
  if (p > 0.5) return -mixtureQuantile(scaleMixture(mixture, -1), 1 - p);
  const t = createStudentT(mixture.degreesOfFreedom);
  const tQuantile = t.quantile(p);
  let low = Infinity;
  let high = -Infinity;
  let x = 0;
  let smooth = true;
  for (const { weight, location, scale } of mixture.components) {
    const own = location + scale * tQuantile;
    low = Math.min(low, own);
    high = Math.max(high, own);
    x += weight * own;
    if (!(scale > 0)) smooth = false;
  }
  return smooth ? newtonQuantile(mixture, t, p, low, high, x) : bisectQuantile(mixture, t, p, low, high);
}

/**
 * The central interval that holds `level` of the probability, the rest split evenly.
 *
 * The upper end is the lower end of the mirrored mixture: swapping the direction of a KPI swaps the
 * ends to the last digit.
 */
export function mixtureInterval(mixture: StudentMixture, level: number): Interval {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, got ${level}`);
  const tail = (1 - level) / 2;
  const low = mixtureQuantile(mixture, tail);
  return { low, high: -mixtureQuantile(scaleMixture(mixture, -1), tail), level };
}

/** The distribution of factor · X; the factor may be negative. */
export function scaleMixture(mixture: StudentMixture, factor: number): StudentMixture {
  const size = Math.abs(factor);
  return mapComponents(mixture, ({ location }) => location * factor, size);
}

/** The distribution of X + amount. */
export function shiftMixture(mixture: StudentMixture, amount: number): StudentMixture {
  return mapComponents(mixture, ({ location }) => location + amount, 1);
}

/** The distribution of factor · (X + amount), in one pass: asked for of every month's end. */
export function shiftAndScaleMixture(
  mixture: StudentMixture,
  amount: number,
  factor: number,
): StudentMixture {
  return mapComponents(mixture, ({ location }) => (location + amount) * factor, Math.abs(factor));
}

/**
 * The whole distribution stretched about its mean: mean + factor · (X − mean). Every interval grows
 * by exactly `factor` about the mean, which stays where it is. Throws RangeError for factors ≤ 0.
 */
export function widenMixture(mixture: StudentMixture, factor: number): StudentMixture {
  if (!(factor > 0)) throw new RangeError(`a widening factor is positive, got ${factor}`);
  if (factor === 1) return mixture;
  const mean = mixtureMean(mixture);
  return mapComponents(mixture, ({ location }) => mean + factor * (location - mean), factor);
}

/** One draw: a component by its weight, then a value from it. */
export function sampleMixture(mixture: StudentMixture, random: Random): number {
  let rest = random.uniform();
  let chosen = mixture.components[0] as StudentComponent;
  for (const component of mixture.components) {
    chosen = component;
    rest -= component.weight;
    if (rest < 0) break;
  }
  if (!(chosen.scale > 0)) return chosen.location;
  return chosen.location + chosen.scale * random.studentT(mixture.degreesOfFreedom);
}

function mapComponents(
  mixture: StudentMixture,
  newLocation: (component: StudentComponent) => number,
  scaleFactor: number,
): StudentMixture {
  const components = mixture.components.map((component) => ({
    weight: component.weight,
    location: newLocation(component),
    scale: component.scale * scaleFactor,
  }));
  return { degreesOfFreedom: mixture.degreesOfFreedom, components };
}

function lowerTail(mixture: StudentMixture, t: StudentT, x: number): number {
  let probability = 0;
  for (const { weight, location, scale } of mixture.components) {
    if (scale > 0) probability += weight * t.upperTail((location - x) / scale);
    else if (location <= x) probability += weight;
  }
  return probability;
}

const MOST_STEPS = 400;
/** A component this light cannot move a probability in its last digit. */
const NO_WEIGHT = 1e-18;

function newtonQuantile(
  mixture: StudentMixture,
  t: StudentT,
  p: number,
  lowest: number,
  highest: number,
  start: number,
): number {
  const components = mixture.components.filter(({ weight }) => weight > NO_WEIGHT);
  let low = lowest;
  let high = highest;
  let x = Math.min(Math.max(start, low), high);
  for (let step = 0; step < MOST_STEPS && high > low; step += 1) {
    let probability = 0;
    let density = 0;
    for (const { weight, location, scale } of components) {
      const standardised = (location - x) / scale;
      const bell = t.density(standardised);
      probability += weight * t.upperTailGivenDensity(standardised, bell);
      density += (weight / scale) * bell;
    }
    // In the logarithm, because a tail is all but straight there.
    const newton = x + (Math.log(p / probability) * probability) / density;
    // Newton doubles the right digits: from eight of them one more step gives all there are.
    if (Math.abs(p - probability) <= 1e-8 * p) return newton;
    if (probability < p) low = x;
    else high = x;
    const next = newton > low && newton < high ? newton : halfway(low, high);
    if (Math.abs(next - x) <= 2e-16 * Math.abs(x)) return next;
    x = next;
  }
  return x;
}

function halfway(low: number, high: number): number {
  return low + (high - low) / 2;
}

/** With jumps there is nothing to follow but the side of p: halve until no number lies between. */
function bisectQuantile(
  mixture: StudentMixture,
  t: StudentT,
  p: number,
  lowest: number,
  highest: number,
): number {
  let low = lowest;
  let high = highest;
  if (lowerTail(mixture, t, low) >= p) return low;
  for (let middle = halfway(low, high); middle > low && middle < high; middle = halfway(low, high)) {
    if (lowerTail(mixture, t, middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
