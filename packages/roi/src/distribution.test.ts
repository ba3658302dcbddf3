import type { StudentMixture } from "@liftledger/baselines/student-mixture";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certainAmount,
  drawnDistribution,
  intervalOf,
  lessAmount,
  mixtureDistribution,
  roiDistribution,
  scaledAmount,
  type Distribution,
} from "./distribution.ts";

const mixture: StudentMixture = {
  degreesOfFreedom: 9,
  components: [
    { weight: 0.6, location: 10, scale: 2 },
    { weight: 0.4, location: 12, scale: 5 },
  ],
};

const draws = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });

describe("mixtureDistribution", () => {
  // R 4: quantile and upper tail of a t distribution with 9 degrees of freedom, qt(0.9, 9) = 1.383029.
  it("is Student's t where there is one component", () => {
    const t = mixtureDistribution({
      degreesOfFreedom: 9,
      components: [{ weight: 1, location: 10, scale: 2 }],
    });
    expect(t.quantile(0.9)).toBeCloseTo(10 + 2 * 1.383029, 5);
    expect(t.probabilityAtLeast(10 + 2 * 1.383029)).toBeCloseTo(0.1, 6);
  });

  it("counts a certain amount as at least itself", () => {
    const point = mixtureDistribution({
      degreesOfFreedom: Infinity,
      components: [{ weight: 1, location: 3, scale: 0 }],
    });
    expect([point.probabilityAtLeast(3), point.probabilityAtLeast(3.01)]).toEqual([1, 0]);
  });
});

describe("intervals and chances", () => {
  const chain: [string, Distribution][] = [
    ["a mixture", mixtureDistribution(mixture)],
    ["a loss of it", scaledAmount(mixtureDistribution(mixture), -3)],
    ["money less cost", lessAmount(scaledAmount(mixtureDistribution(mixture), 40), 300)],
    ["ROI", roiDistribution(scaledAmount(mixtureDistribution(mixture), 40), 300) ?? certainAmount(0)],
  ];

  it.each(chain)("agree for %s: beyond each end lies the chance that the level leaves", (_, distribution) => {
    for (const level of [0.5, 0.8, 0.95]) {
      const { low, high } = intervalOf(distribution, level);
      expect(distribution.probabilityAtLeast(low)).toBeCloseTo((1 + level) / 2, 10);
      expect(distribution.probabilityAtLeast(high)).toBeCloseTo((1 - level) / 2, 10);
    }
  });

  it("widen with the level", () => {
    const [narrow, wide] = [0.8, 0.95].map((level) => intervalOf(mixtureDistribution(mixture), level));
    expect(wide?.low).toBeLessThan(narrow?.low ?? 0);
    expect(wide?.high).toBeGreaterThan(narrow?.high ?? 0);
  });

  it("never contradict each other for draws, at any threshold", () => {
    const threshold = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(draws, threshold, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (seen, x, p) => {
        const distribution = drawnDistribution(Float64Array.from(seen), 0);
        const chance = distribution.probabilityAtLeast(x);
        const isAtMostQuantile = x <= distribution.quantile(p);
        expect(isAtMostQuantile ? chance >= 1 - p - 1e-9 : chance <= 1 - p + 1e-9).toBe(true);
      }),
    );
  });
});

describe("roiDistribution", () => {
  it("has no value without a cost", () => {
    expect(roiDistribution(certainAmount(100), 0)).toBeNull();
    expect(roiDistribution(null, 10)).toBeNull();
  });
});

describe("drawnDistribution", () => {
  it("refuses to be made of nothing", () => {
    expect(() => drawnDistribution(new Float64Array(0), 0)).toThrow(RangeError);
  });
});
