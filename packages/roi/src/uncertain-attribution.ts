import { createBeta } from "@liftledger/numerics/distributions/beta";
import type { Random } from "@liftledger/numerics/seeded-random";

/** A share that is itself uncertain: its mean and standard deviation, and the name of its stream of chance. */
export interface UncertainShare {
  source: string;
  mean: number;
  deviation: number;
}

/** An uncertain amount by its first two moments. */
export interface Moments {
  mean: number;
  deviation: number;
}

/**
 * Mean and standard deviation of a share of a value, both uncertain and independent of each other:
 *
 *     Var(aV) = a² Var V + V² Var a + Var a · Var V
 *
 * exactly, whatever their distributions. Throws a RangeError on a deviation that is negative or no number, and where
 * the product is beyond a double.
 *
 * @example uncertainProduct({ mean: 0.6, deviation: 0.1 }, { mean: 100, deviation: 20 }) // mean 60, deviation 15.75
 */
export function uncertainProduct(share: Moments, value: Moments): Moments {
  for (const { mean, deviation } of [share, value]) {
    if (!(Number.isFinite(mean) && Number.isFinite(deviation) && deviation >= 0))
      throw new RangeError(`an amount of ${mean} cannot deviate by ${deviation}`);
  }
  const mean = share.mean * value.mean;
  const deviation = Math.hypot(
    share.mean * value.deviation,
    value.mean * share.deviation,
    share.deviation * value.deviation,
  );
  if (!(Number.isFinite(mean) && Number.isFinite(deviation)))
    throw new RangeError(`${share.mean} of ${value.mean} is too large for a number`);
  return { mean, deviation };
}

/**
 * What is wrong with an uncertain attribution, in a plain sentence; null where nothing is. A share between 0 and 1
 * with mean a deviates by less than √(a(1 − a)), which would be all or nothing.
 */
export function attributionFault({ mean, deviation }: Moments): string | null {
  if (!(mean >= 0 && mean <= 1)) return `A share lies between 0 and 1, not at ${mean}.`;
  if (!(deviation >= 0)) return `A share deviates by 0 or more, not by ${deviation}.`;
  if (deviation === 0 || deviation ** 2 < mean * (1 - mean)) return null;
  return `A share of ${mean} stays between 0 and 1 only with a standard deviation under ${Math.sqrt(mean * (1 - mean))}, not ${deviation}.`;
}

/**
 * Draws of an uncertain share from the Beta distribution of its mean and deviation, which never leaves 0 to 1. Each
 * draw comes from a slice of its own of the probability, in random order, so that mean and deviation of the draws
 * are those that were asked for to a few digits. Throws a RangeError for a share that has a fault.
 */
export function attributionDraws(share: UncertainShare, random: Random, count: number): Float64Array {
  const fault = attributionFault(share);
  if (fault !== null) throw new RangeError(fault);
  const { mean, deviation } = share;
  if (deviation === 0) return new Float64Array(count).fill(mean);
  const concentration = (mean * (1 - mean)) / deviation ** 2 - 1;
  const beta = createBeta(mean * concentration, (1 - mean) * concentration);
  const draws = Float64Array.from({ length: count }, (_, slice) =>
    beta.quantile((slice + random.uniform()) / count),
  );
  // Fisher-Yates: which slice goes with which draw of the value is chance.
  for (let place = count - 1; place > 0; place -= 1) {
    const other = Math.floor(random.uniform() * (place + 1));
    [draws[place], draws[other]] = [draws[other] as number, draws[place] as number];
  }
  return draws;
}
