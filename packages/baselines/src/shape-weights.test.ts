import { describe, expect, it } from "vitest";
import { fitMixtureBaseline, type MixtureBaseline } from "./mixture-baseline.ts";
import { shapeWeights, weighedShapes } from "./shape-weights.ts";

const y = [4.1, 4.4, 3.9, 4.8, 5.2, 5, 5.5, 5.1, 5.9];
const fit = (values: number[]): MixtureBaseline =>
  fitMixtureBaseline({ times: values.map((_, i) => i), y: values, design: values.map(() => [1]) });

describe("shapeWeights", () => {
  it("adds up what weighedShapes lists", () => {
    const baseline = fit(y);
    const listed = weighedShapes(baseline);
    expect(listed).toHaveLength(65);
    expect(listed.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const level = listed.filter(({ family }) => family === "level");
    const weight = level.reduce((sum, shape) => sum + shape.weight, 0);
    const mean = level.reduce((sum, shape) => sum + shape.weight * shape.parameter, 0) / weight;
    expect(shapeWeights(baseline).level).toBeCloseTo(weight, 12);
    expect(shapeWeights(baseline).meanS).toBeCloseTo(mean, 12);
  });

  it("gives the priors, a third each, where there is no noise to judge", () => {
    const { iid, ar1, level } = shapeWeights(fit(y.map(() => 4)));
    for (const weight of [iid, ar1, level]) expect(weight).toBeCloseTo(1 / 3, 12);
  });

  it("has no mean of a family without any weight", () => {
    const baseline = fit(y);
    const only = {
      ...baseline,
      shapes: baseline.shapes.slice(0, 1).map((shape) => ({ ...shape, weight: 1 })),
    };
    expect(shapeWeights(only)).toEqual({ iid: 1, ar1: 0, level: 0, meanRho: null, meanS: null });
  });
});
