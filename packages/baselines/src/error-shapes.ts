/**
 * How noisy periods hang together, as a family and its parameter.
 *
 * Every family here is the sum of one hidden state that moves from period to period and one
 * fresh noise, which is what makes a filter of a few multiplications a period possible:
 *
 * - `iid`: no state, noise variance 1;
 * - `ar1`: state of variance 1 that keeps the share ρ (`parameter`) of itself each period, no noise;
 * - `level`: a random walk that gains variance s² (s = `parameter`) each period from 0 in the first
 *   pre-period, noise variance 1.
 */
export type ErrorShape = {
  readonly family: "iid" | "ar1" | "level";
  readonly parameter: number;
  /** Prior weight; the weights of all shapes add up to 1. */
  readonly prior: number;
  /** Variance of the fresh noise of a period. */
  readonly noiseVariance: number;
  /** Variance of the hidden state in the first period. */
  readonly startVariance: number;
};

/** The share of the hidden state that survives `gap` periods. */
export function carriedShare(shape: ErrorShape, gap: number): number {
  if (shape.family === "level") return 1;
  if (shape.family === "iid") return 0;
  return shape.parameter ** gap;
}

/** The variance the hidden state gains over `gap` periods in which it kept `carried` of itself. */
export function addedVariance(shape: ErrorShape, gap: number, carried: number): number {
  if (shape.family === "level") return shape.parameter * shape.parameter * gap;
  return shape.family === "iid" ? 0 : 1 - carried * carried;
}

/**
 * The grid of shapes the mixture baseline averages over, a third of the prior on each family:
 * independent; AR(1) with ρ = .04, .08 … .96 under a Beta(1.5, 2) density; local level with
 * s = .03·200^(j/39), j = 0 … 39, under s / (1 + (s/.5)²), a half-Cauchy(.5) on a logarithmic grid.
 */
export const ERROR_SHAPES: readonly ErrorShape[] = [
  { family: "iid", parameter: 0, prior: 1 / 3, noiseVariance: 1, startVariance: 0 },
  ...autoregressiveShapes(),
  ...levelShapes(),
];

function autoregressiveShapes(): ErrorShape[] {
  const grid = Array.from({ length: 24 }, (_, index) => (4 * (index + 1)) / 100);
  const density = (rho: number): number => Math.sqrt(rho) * (1 - rho);
  const total = grid.reduce((sum, rho) => sum + density(rho), 0);
  return grid.map((rho) => ({
    family: "ar1",
    parameter: rho,
    prior: density(rho) / total / 3,
    noiseVariance: 0,
    startVariance: 1,
  }));
}

function levelShapes(): ErrorShape[] {
  const grid = Array.from({ length: 40 }, (_, index) => 0.03 * 200 ** (index / 39));
  const density = (s: number): number => s / (1 + (s / 0.5) ** 2);
  const total = grid.reduce((sum, s) => sum + density(s), 0);
  return grid.map((s) => ({
    family: "level",
    parameter: s,
    prior: density(s) / total / 3,
    noiseVariance: 1,
    startVariance: 0,
  }));
}
