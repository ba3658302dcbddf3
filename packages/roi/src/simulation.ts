import type { StudentMixture } from "@liftledger/baselines/student-mixture";
import { seededRandom } from "@liftledger/numerics/seeded-random";
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
}

/** Adds uncertain parts up; the same seed gives the same sums, in whatever order they are asked for. */
export interface Simulation {
  sum(parts: readonly UncertainPart[]): Distribution;
}

/** What decides a draw of a mixture: which component it comes from, and how far out in it. */
interface StandardDraws {
  degreesOfFreedom: number;
  weights: readonly number[];
  components: Uint16Array;
  deviations: Float64Array;
}

/** With so many draws a chance is good to 0.7 points. */
const drawCount = 5000;

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

  function drawsFor({ source, mixture }: UncertainPart): StandardDraws {
    const ofSource = known.get(source) ?? [];
    const found = ofSource.find((draws) => fits(draws, mixture));
    if (found !== undefined) return found;
    const made = standardDraws(mixture, seed ^ hashOf(source), count);
    known.set(source, [...ofSource, made]);
    return made;
  }

  return {
    sum(parts) {
      const certain = parts.filter(({ mixture, factor }) => factor === 0 || isPoint(mixture));
      const offset = certain.reduce((sum, { units, factor }) => sum + factor * units.mean, 0);
      const uncertain = parts.filter((part) => !certain.includes(part));
      const [only] = uncertain;
      if (only === undefined) return certainAmount(offset);
      if (uncertain.length === 1) return lessAmount(scaledAmount(only.units, only.factor), -offset);
      const totals = new Float64Array(count).fill(offset);
      for (const part of uncertain) addDraws(totals, part, drawsFor(part));
      const mean = uncertain.reduce((sum, { units, factor }) => sum + factor * units.mean, offset);
      return drawnDistribution(totals, mean);
    },
  };
}

/**
 * The interval of a sum whose parts all move together: the outer bound beside the independent case. Its ends
 * are the sums of the parts' ends.
 */
export function dependentInterval(parts: readonly UncertainPart[], level: number) {
  const ends = parts.map(({ units, factor }) => intervalOf(scaledAmount(units, factor), level));
  return {
    low: ends.reduce((sum, end) => sum + end.low, 0),
    high: ends.reduce((sum, end) => sum + end.high, 0),
    level,
  };
}

function addDraws(totals: Float64Array, { mixture, factor }: UncertainPart, draws: StandardDraws): void {
  const locations = mixture.components.map(({ location }) => factor * location);
  const scales = mixture.components.map(({ scale }) => factor * scale);
  for (let draw = 0; draw < totals.length; draw += 1) {
    const component = draws.components[draw] as number;
    const deviation = (scales[component] as number) * (draws.deviations[draw] as number);
    totals[draw] = (totals[draw] as number) + (locations[component] as number) + deviation;
  }
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
