import type { StudentMixture } from "@liftledger/baselines/student-mixture";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { attributionDraws, type UncertainShare } from "./uncertain-attribution.ts";
import {
  certainAmount,
  drawnDistribution,
  intervalOf,
  lessAmount,
  scaledAmount,
  type Distribution,
} from "./distribution.ts";

/** One part of a sum: uncertain incremental units, and the money of each. */
export interface UncertainPart {
  /** What its noise comes from, a series: parts of one source move together, others are independent. */
  source: string;
  mixture: StudentMixture;
  /** The distribution of the mixture. */
  units: Distribution;
  factor: number;
  /** Certain money beside the units, such as additional volume at its own margin; none where left out. */
  beside?: number;
  /** The attribution in `factor` and `beside` where it is itself uncertain. */
  share?: UncertainShare;
}

/** Adds uncertain parts up; the same seed gives the same sums, in whatever order they are asked for. */
export interface Simulation {
  sum(parts: readonly UncertainPart[]): Distribution;
  /** Adds the draws of parts to draws there are, or takes them away again: `draws` afterwards is what it was. */
  addTo(draws: Float64Array, parts: readonly UncertainPart[], sign?: 1 | -1): void;
}

/** What decides a draw of a mixture: which component it comes from, and how far out in it. */
interface StandardDraws {
  degreesOfFreedom: number;
  weights: readonly number[];
  components: Uint16Array;
  deviations: Float64Array;
}

/** With so many draws a chance is good to 0.7 points. */
export const drawCount = 5000;

/**
 * Each part's draw is rounded to one of so many steps in a unit of money, a power of two: sums of draws are exact
 * then, whatever the order (below 10¹¹ units), and a part can be taken out of a sum it is in.
 */
const stepsInUnit = 2 ** 16;

/**
 * Adds benefits up by seeded simulation. A sum with one uncertain part keeps its exact distribution.
 *
 * Parts of one source share their draws: two initiatives that claim one series share one noise, and a series
 * valued at the end of every week moves through the same draws, so that a later week never restates an
 * earlier interval. Sources are drawn each from a stream of its own and are independent of each other.
 *
 * @example createSimulation(7).sum([partOfChat, partOfLeads]).quantile(0.1)
 */
export function createSimulation(seed: number, count: number = drawCount): Simulation {
  const known = new Map<string, StandardDraws[]>();
  const knownShares = new Map<string, Float64Array>();

  function drawsFor({ source, mixture }: UncertainPart): StandardDraws {
    const ofSource = known.get(source) ?? [];
    const found = ofSource.find((draws) => fits(draws, mixture));
    if (found !== undefined) return found;
    const made = rememberedDraws(mixture, seed ^ hashOf(source), count);
    known.set(source, [...ofSource, made]);
    return made;
  }

  function shareDrawsFor({ share }: UncertainPart): Float64Array | null {
    if (share === undefined) return null;
    const { source, mean, deviation } = share;
    const key = JSON.stringify([source, mean, deviation]);
    const draws = knownShares.get(key) ?? attributionDraws(share, seededRandom(seed ^ hashOf(source)), count);
    knownShares.set(key, draws);
    return draws;
  }

  function addTo(draws: Float64Array, parts: readonly UncertainPart[], sign: 1 | -1 = 1): void {
    for (const part of parts) {
      if (isCertain(part)) addCertain(draws, sign * inSteps(meanOf(part)));
      else addDraws(draws, part, drawsFor(part), shareDrawsFor(part), sign);
    }
  }

  return {
    sum(parts) {
      const certain = parts.filter(isCertain);
      const offset = certain.reduce((sum, part) => sum + meanOf(part), 0);
      const uncertain = parts.filter((part) => !isCertain(part));
      const [only] = uncertain;
      if (only === undefined) return certainAmount(offset);
      if (uncertain.length === 1 && only.share === undefined) return lessAmount(exactPart(only), -offset);
      const totals = new Float64Array(count);
      addTo(totals, parts);
      return drawnDistribution(
        totals,
        uncertain.reduce((sum, part) => sum + meanOf(part), offset),
      );
    },
    addTo,
  };
}

function inSteps(amount: number): number {
  return Math.round(amount * stepsInUnit) / stepsInUnit;
}

function addCertain(totals: Float64Array, amount: number): void {
  for (let draw = 0; draw < totals.length; draw += 1) totals[draw] = (totals[draw] as number) + amount;
}

/**
 * The interval of a sum whose parts all move together: the outer bound beside the independent case. Its ends are
 * the sums of the parts' ends. Heavy tails and several peaks can make an independent sum reach further, so where
 * that sum is given the bound holds it as well.
 */
export function dependentInterval(
  parts: readonly UncertainPart[],
  level: number,
  independent: Distribution | null = null,
) {
  const ends = parts.map((part) => intervalOf(partDistribution(part), level));
  const low = ends.reduce((sum, end) => sum + end.low, 0);
  const high = ends.reduce((sum, end) => sum + end.high, 0);
  if (independent === null) return { low, high, level };
  const inner = intervalOf(independent, level);
  return { low: Math.min(low, inner.low), high: Math.max(high, inner.high), level };
}

/** The seed of a part looked at by itself; its draws are its own whatever stands beside it. */
const ownSeed = 1;

/** How uncertain one part is by itself: exact, or drawn where its attribution is uncertain too. */
function partDistribution(part: UncertainPart): Distribution {
  return part.share === undefined ? exactPart(part) : createSimulation(ownSeed).sum([part]);
}

/** The same of the parts that one benefit comes in, of which there is one but where its share is uncertain by stretches. */
export function partsDistribution(parts: readonly UncertainPart[]): Distribution {
  const [only, ...rest] = parts;
  return only !== undefined && rest.length === 0
    ? partDistribution(only)
    : createSimulation(ownSeed).sum(parts);
}

function exactPart({ units, factor, beside = 0 }: UncertainPart): Distribution {
  return beside === 0 ? scaledAmount(units, factor) : lessAmount(scaledAmount(units, factor), -beside);
}

function meanOf({ units, factor, beside = 0 }: UncertainPart): number {
  return factor * units.mean + beside;
}

/** Without an uncertain share a part is certain where its units are, or where they are worth nothing. */
export function isCertain({ mixture, factor, beside = 0, share }: Omit<UncertainPart, "units">): boolean {
  const worthless = factor === 0 && beside === 0;
  return worthless || (share === undefined && (factor === 0 || isPoint(mixture)));
}

function addDraws(
  totals: Float64Array,
  { mixture, factor, beside = 0, share }: UncertainPart,
  draws: StandardDraws,
  shares: Float64Array | null,
  sign: 1 | -1,
): void {
  const locations = mixture.components.map(({ location }) => factor * location + beside);
  const scales = mixture.components.map(({ scale }) => factor * scale);
  for (let draw = 0; draw < totals.length; draw += 1) {
    const component = draws.components[draw] as number;
    const deviation = (scales[component] as number) * (draws.deviations[draw] as number);
    const value = (locations[component] as number) + deviation;
    const part = shares === null ? 1 : (shares[draw] as number) / (share?.mean ?? 1);
    totals[draw] = (totals[draw] as number) + sign * inSteps(value * part);
  }
}

/** As many sources as a few initiatives have: what draws one after the other for them need not draw again. */
const mostRemembered = 64;
const remembered = new Map<string, StandardDraws>();

/** The draws of a stream, from memory where it was drawn lately: the same to the bit. */
function rememberedDraws(mixture: StudentMixture, seed: number, count: number): StandardDraws {
  const weights = mixture.components.map(({ weight }) => weight);
  const key = [seed, count, mixture.degreesOfFreedom, ...weights].join(" ");
  const draws = remembered.get(key) ?? standardDraws(mixture, seed, count);
  // The one asked for last goes to the end, so that the first is the one that nobody asked for in longest.
  remembered.delete(key);
  remembered.set(key, draws);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  return draws;
}

function standardDraws(mixture: StudentMixture, seed: number, count: number): StandardDraws {
  const random = seededRandom(seed);
  const { degreesOfFreedom } = mixture;
  const weights = mixture.components.map(({ weight }) => weight);
  const components = new Uint16Array(count);
  const deviations = new Float64Array(count);
  for (let draw = 0; draw < count; draw += 1) {
    components[draw] = componentAt(weights, random.uniform());
    deviations[draw] = random.studentT(degreesOfFreedom);
  }
  return { degreesOfFreedom, weights, components, deviations };
}

function componentAt(weights: readonly number[], share: number): number {
  let rest = share;
  for (let place = 0; place < weights.length; place += 1) {
    rest -= weights[place] as number;
    if (rest < 0) return place;
  }
  return weights.length - 1;
}

function fits({ degreesOfFreedom, weights }: StandardDraws, mixture: StudentMixture): boolean {
  return (
    degreesOfFreedom === mixture.degreesOfFreedom &&
    weights.length === mixture.components.length &&
    mixture.components.every(({ weight }, place) => weight === weights[place])
  );
}

function isPoint({ components }: StudentMixture): boolean {
  return components.every(({ scale }) => scale === 0) && components.length === 1;
}

/** FNV-1a, 32 bits: a stream of chance for each source, whatever other sources there are. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash;
}
