import type { Tails } from "./distribution.ts";

/** What a distribution on (0, ∞) is at x = eᵘ, as a function of u. */
export type TailPoint = Tails & {
  /** Density of u, that is x · density(x). */
  readonly density: number;
  /** Derivative of log density by u. */
  readonly slope: number;
};

const MOST_STEPS = 300;
const FAR_STEP = 64;
/** Below this error of the logarithm one more step of third order leaves nothing but rounding. */
const CLOSE = 1e-5;

/**
 * The x > 0 whose lower (or upper) tail is `tail`, for a distribution whose density in u = log x is
 * log-concave, as those of the gamma family and of beta odds are.
 *
 * Then the logarithm of either tail is concave in u as well, so that Newton's iteration on it is sure
 * to arrive from anywhere; Halley's correction makes it faster. x moves by factors, so that it keeps
 * its relative accuracy at any size; an x beyond the range of a double is answered as 0 or Infinity.
 */
export function positiveQuantile(
  start: number,
  tail: number,
  side: "lower" | "upper",
  at: (x: number) => TailPoint,
): number {
  let x = start;
  let below = 0;
  let above = Infinity;
  for (let step = 0; step < MOST_STEPS && x > 0 && x < Infinity; step += 1) {
    const point = at(x);
    const reached = side === "lower" ? point.lower : point.upper;
    if (reached > tail === (side === "lower")) above = x;
    else below = x;
    const error = Math.log(reached / tail);
    const rise = (side === "lower" ? point.density : -point.density) / reached;
    const newton = -error / rise;
    const bend = 1 + 0.5 * newton * (point.slope - rise);
    const next = x * Math.exp(bend > 0.5 && bend < 2 ? newton / bend : newton);
    if (Math.abs(error) < CLOSE) return next;
    // Where a tail underflows there is no step to take; beyond the bracket none is worth taking.
    x = next > below && next < above ? next : between(below, above);
  }
  return x;
}

/** A point inside a bracket that may still be open at an end. */
function between(below: number, above: number): number {
  if (below === 0) return above * FAR_STEP ** -1;
  return above === Infinity ? below * FAR_STEP : Math.sqrt(below) * Math.sqrt(above);
}
