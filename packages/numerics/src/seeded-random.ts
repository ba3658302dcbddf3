import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { normalQuantile } from "./distributions/normal.ts";

/** Chance as an argument: the same seed gives the same draws, on every machine. */
export type Random = {
  /** Uniform on the open interval (0, 1): never 0, never 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Student's t; degrees of freedom need not be whole, Infinity is the normal distribution. */
  studentT(degreesOfFreedom: number): number;
};

// The generator's first outputs still show the seed; neighbouring seeds must not give similar draws.
const WARM_UP_DRAWS = 64;

/**
 * A reproducible source of chance (xoroshiro128+ of pure-rand).
 *
 * @param seed a whole number; only its lowest 32 bits matter. Throws RangeError for anything else.
 * @example seededRandom(7).uniform() === seededRandom(7).uniform() // true
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed must be a whole number, got ${seed}`);
  const generator = xoroshiro128plus(seed);
  for (let draw = 0; draw < WARM_UP_DRAWS; draw += 1) generator.next();

  function uniform(): number {
    let value = 0;
    while (value === 0) value = uniformFloat64(generator);
    return value;
  }

  const normal = (): number => normalQuantile(uniform());

  // R. W. Bailey, "Polar generation of random variates with the t-distribution" (1994): exact for
  // every df. expm1 keeps the radius right where U^(−2/df) is close to 1.
  function studentT(degreesOfFreedom: number): number {
    const df = degreesOfFreedom;
    if (!(df > 0)) throw new RangeError(`degrees of freedom must be positive, got ${df}`);
    if (df === Infinity) return normal();
    const radius = Math.sqrt(df * Math.expm1((-2 / df) * Math.log(uniform())));
    return radius * Math.cos(2 * Math.PI * uniform());
  }

  return { uniform, normal, studentT };
}
