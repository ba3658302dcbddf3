import { createBeta } from "@liftledger/numerics/distributions/beta";
import { normalCdf, normalDensity } from "@liftledger/numerics/distributions/normal";
import { createPert, createTriangular, readThreePoint, type ThreePoint } from "./three-point.ts";

/** How an estimate is spread between its ends. */
export type EstimateShape =
  | { readonly shape?: "pert"; readonly lambda?: number }
  | { readonly shape: "triangular" };

/**
 * The value of a distribution at a standard normal score: quantile(Φ(z)). Draws of any estimate become
 * draws of one kind, which can be correlated (a Gaussian copula) and read from a table.
 */
export type NormalScores = (z: number) => number;

/** Scores beyond ±8.5 have a chance of 1e-17; they take the value at that end. */
const reach = 8.5;
const step = 0.125;

/**
 * The value of a three-point estimate at standard normal scores. The triangular one is exact. PERT has no
 * closed form: its exact quantile and the first two derivatives are tabulated every eighth of a standard
 * deviation and joined by quintic Hermite polynomials, to 1e-11 of the width at λ = 4 (tested against the exact
 * quantile for modes anywhere and λ from 0 to 100). Throws as `createPert` and `createTriangular` do.
 *
 *     createNormalScores({ min: 80, mode: 100, max: 150 })(0) // 103.8258…, the median
 */
export function createNormalScores(estimate: ThreePoint & EstimateShape): NormalScores {
  const { min, max, width } = readThreePoint(estimate);
  if (estimate.shape === "triangular") {
    const { quantile } = createTriangular(estimate);
    return (z) => quantile(normalCdf(z));
  }
  const { shape } = createPert(estimate, estimate.lambda);
  if (shape === null) return () => min;
  const share = tabulateBeta(shape.alpha, shape.beta);
  return (z) => Math.min(Math.max(min + width * share(z), min), max);
}

/** Quantile of Beta(alpha, beta) at Φ(z), by interpolation. */
function tabulateBeta(alpha: number, beta: number): NormalScores {
  const nodes = Math.round((2 * reach) / step) + 1;
  const middle = (nodes - 1) / 2;
  const table = new Float64Array(3 * nodes);
  const [lower, upper] = [nodeOf(alpha, beta), nodeOf(beta, alpha)];
  for (let node = 0; node < nodes; node += 1) {
    const z = (node - middle) * step;
    // Beyond the median from the other end, so that what is left to the maximum keeps its digits.
    const [value, slope, bend] = z <= 0 ? lower(z) : upper(-z);
    table.set([z <= 0 ? value : 1 - value, slope * step, (z <= 0 ? bend : -bend) * step * step], 3 * node);
  }
  return (z) => {
    const position = Math.min(Math.max((z + reach) / step, 0), nodes - 1);
    const node = Math.min(Math.floor(position), nodes - 2);
    return joinNodes(table, 3 * node, position - node);
  };
}

/** For z ≤ 0: the quantile x at Φ(z), dx/dz = φ(z)/f(x), and the derivative of that. */
function nodeOf(alpha: number, beta: number): (z: number) => readonly [number, number, number] {
  const distribution = createBeta(alpha, beta);
  return (z) => {
    const x = distribution.quantile(normalCdf(z));
    const slope = normalDensity(z) / distribution.density(x);
    // How fast the logarithm of the density changes at x.
    const drift = (alpha - 1) / x - (beta - 1) / (1 - x);
    return [x, slope, -slope * (z + drift * slope)];
  };
}

/** The quintic with value, slope and bend of the node at `from` and of the next, at t from 0 to 1. */
function joinNodes(table: Float64Array, from: number, t: number): number {
  const value = table[from] as number;
  const slope = table[from + 1] as number;
  const halfBend = 0.5 * (table[from + 2] as number);
  const rise = (table[from + 3] as number) - value - slope - halfBend;
  const slopeLeft = (table[from + 4] as number) - slope - 2 * halfBend;
  const halfBendLeft = 0.5 * (table[from + 5] as number) - halfBend;
  const cubic = 10 * rise - 4 * slopeLeft + halfBendLeft;
  const quartic = -15 * rise + 7 * slopeLeft - 2 * halfBendLeft;
  const quintic = 6 * rise - 3 * slopeLeft + halfBendLeft;
  return value + t * (slope + t * (halfBend + t * (cubic + t * (quartic + t * quintic))));
}
