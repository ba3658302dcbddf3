import { seededRandom } from "@liftledger/numerics/seeded-random";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mixtureDistribution } from "./distribution.ts";
import { createSimulation } from "./simulation.ts";
import { attributionDraws, attributionFault, uncertainProduct } from "./uncertain-attribution.ts";

/** Mean and standard deviation of equally likely draws. */
function momentsOf(draws: ArrayLike<number>) {
  const values = Array.from(draws);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

describe("uncertainProduct", () => {
  it("is a² Var V + V² Var a + Var a · Var V", () => {
    // 0.36 · 400 + 10,000 · 0.01 + 0.01 · 400 = 144 + 100 + 4 = 248.
    const product = uncertainProduct({ mean: 0.6, deviation: 0.1 }, { mean: 100, deviation: 20 });
    expect(product.mean).toBe(60);
    expect(product.deviation ** 2).toBeCloseTo(248, 10);
  });

  it("is exact for two amounts with two equally likely values each", () => {
    const two = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(two, two, ([a, da], [v, dv]) => {
        // The four products of a ± da and v ± dv, equally likely.
        const products = [a - da, a + da].flatMap((share) => [share * (v - dv), share * (v + dv)]);
        const { mean, deviation } = momentsOf(products);
        const product = uncertainProduct({ mean: a, deviation: da }, { mean: v, deviation: dv });
        expect(product.mean).toBeCloseTo(mean, 9);
        expect(product.deviation).toBeCloseTo(deviation, 9);
      }),
    );
  });

  it("is a plain multiple where the share is certain", () => {
    expect(uncertainProduct({ mean: 0.5, deviation: 0 }, { mean: 8, deviation: 2 })).toEqual({
      mean: 4,
      deviation: 1,
    });
  });

  it("refuses a product beyond what a double holds", () => {
    const huge = { mean: 1e200, deviation: 1 };
    expect(() => uncertainProduct(huge, huge)).toThrow(RangeError);
  });

  it("refuses what is no deviation", () => {
    expect(() => uncertainProduct({ mean: 0.5, deviation: -1 }, { mean: 8, deviation: 2 })).toThrow(
      "cannot deviate",
    );
  });
});

describe("attributionDraws", () => {
  it.each([
    [0.6, 0.1],
    [0.05, 0.04],
    [0.97, 0.02],
    [0.5, 0.45],
  ])("of %d ± %d has that mean and deviation, and stays a share", (mean, deviation) => {
    const draws = attributionDraws({ source: "a", mean, deviation }, seededRandom(5), 4000);
    const found = momentsOf(draws);
    expect(found.mean).toBeCloseTo(mean, 3);
    expect(found.deviation).toBeCloseTo(deviation, 2);
    expect(draws.every((draw) => draw >= 0 && draw <= 1)).toBe(true);
  });

  it("of a certain share is that share", () => {
    expect([...attributionDraws({ source: "a", mean: 0.6, deviation: 0 }, seededRandom(5), 2)]).toEqual([
      0.6, 0.6,
    ]);
  });
});

describe("attributionFault", () => {
  it.each([
    [1.2, 0, "between 0 and 1"],
    [0.5, -0.1, "by 0 or more"],
    [0.5, 0.5, "only with a standard deviation under 0.5"],
    [1, 0.1, "under 0"],
    [Number.NaN, 0.1, "between 0 and 1"],
  ])("refuses %d ± %d", (mean, deviation, reason) => {
    expect(attributionFault({ mean, deviation })).toContain(reason);
    expect(() => attributionDraws({ source: "a", mean, deviation }, seededRandom(1), 3)).toThrow(RangeError);
  });
});

describe("createSimulation, with an uncertain attribution", () => {
  it("spreads a benefit by the closed form", () => {
    const value = { mean: 100, deviation: 20 };
    const mixture = {
      degreesOfFreedom: Infinity,
      components: [{ weight: 1, location: value.mean, scale: value.deviation }],
    };
    const share = { source: "benefit/attribution", mean: 0.6, deviation: 0.1 };
    const part = {
      source: "series",
      mixture,
      units: mixtureDistribution(mixture),
      factor: share.mean,
      share,
    };
    const sum = createSimulation(3, 20_000).sum([part]);
    const expected = uncertainProduct(share, value);
    expect(sum.mean).toBe(60);
    // Quantiles at the middle of 2,000 equal slices stand for the distribution.
    const slices = Array.from({ length: 2000 }, (_, slice) => sum.quantile((slice + 0.5) / 2000));
    const found = momentsOf(slices);
    expect(Math.abs(found.mean - expected.mean)).toBeLessThan(0.3);
    expect(Math.abs(found.deviation / expected.deviation - 1)).toBeLessThan(0.02);
  });
});
