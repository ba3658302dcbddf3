import { ERROR_SHAPES } from "./error-shapes.ts";
import type { MixtureBaseline } from "./mixture-baseline.ts";

/** What a baseline found out about the noise: posterior weight of each family, and their parameters. */
export type ShapeWeights = {
  readonly iid: number;
  readonly ar1: number;
  readonly level: number;
  /** Posterior mean of ρ given AR(1). */
  readonly meanRho: number;
  /** Posterior mean of s given the local level. */
  readonly meanS: number;
};

/** Posterior weights of the error shapes; the prior ones where a perfect fit leaves no noise to judge. */
export function shapeWeights(baseline: MixtureBaseline): ShapeWeights {
  const weighted =
    baseline.shapes.length > 0
      ? baseline.shapes
      : ERROR_SHAPES.map((shape) => ({ shape, weight: shape.prior }));
  const sums = { iid: 0, ar1: 0, level: 0 };
  const moments = { iid: 0, ar1: 0, level: 0 };
  for (const { shape, weight } of weighted) {
    sums[shape.family] += weight;
    moments[shape.family] += weight * shape.parameter;
  }
  return { ...sums, meanRho: moments.ar1 / sums.ar1, meanS: moments.level / sums.level };
}
