import { ERROR_SHAPES } from "./error-shapes.ts";
import type { MixtureBaseline } from "./mixture-baseline.ts";

/** What a baseline found out about the noise: posterior weight of each family, and their parameters. */
export type ShapeWeights = {
  readonly iid: number;
  readonly ar1: number;
  readonly level: number;
  /** Posterior mean of ρ given AR(1); null where AR(1) has no weight at all. */
  readonly meanRho: number | null;
  /** Posterior mean of s given the local level; null where that has no weight at all. */
  readonly meanS: number | null;
};

/** One shape of the grid and its posterior weight; the weights of all add up to 1. */
export type WeighedShape = {
  readonly family: "iid" | "ar1" | "level";
  /** ρ of AR(1), s of the local level, 0 for independent noise. */
  readonly parameter: number;
  readonly weight: number;
};

/** Every shape with its weight; the prior ones where a perfect fit leaves no noise to judge. */
export function weighedShapes(baseline: MixtureBaseline): WeighedShape[] {
  const weighted =
    baseline.shapes.length > 0
      ? baseline.shapes
      : ERROR_SHAPES.map((shape) => ({ shape, weight: shape.prior }));
  return weighted.map(({ shape: { family, parameter }, weight }) => ({ family, parameter, weight }));
}

/** Posterior weights of the families of error shapes, and the parameters to be expected in each. */
export function shapeWeights(baseline: MixtureBaseline): ShapeWeights {
  const sums = { iid: 0, ar1: 0, level: 0 };
  const moments = { iid: 0, ar1: 0, level: 0 };
  for (const { family, parameter, weight } of weighedShapes(baseline)) {
    sums[family] += weight;
    moments[family] += weight * parameter;
  }
  const mean = (family: "ar1" | "level"): number | null =>
    sums[family] > 0 ? moments[family] / sums[family] : null;
  return { ...sums, meanRho: mean("ar1"), meanS: mean("level") };
}
