import type { StudentMixture } from "@liftledger/baselines/student-mixture";
import { describe, expect, it } from "vitest";
import { intervalOf, mixtureDistribution } from "./distribution.ts";
import { createSimulation, dependentInterval, type UncertainPart } from "./simulation.ts";

/** Practically normal: Student's t with a million degrees of freedom. */
function normalPart(source: string, location: number, scale: number, factor = 1): UncertainPart {
  return part(source, { degreesOfFreedom: 1e6, components: [{ weight: 1, location, scale }] }, factor);
}

function part(source: string, mixture: StudentMixture, factor: number): UncertainPart {
  return { source, mixture, units: mixtureDistribution(mixture), factor };
}

/** The 90% quantile of the standard normal distribution. */
const z90 = 1.2815515655446004;

describe("createSimulation", () => {
  const independent = [normalPart("a", 100, 3), normalPart("b", 50, 4), normalPart("c", 10, 12, 0.5)];

  it("adds independent parts like the normal limit: variances add up", () => {
    // 100 + 50 + 0.5 · 10 = 155; √(3² + 4² + (0.5 · 12)²) = √61.
    const sum = createSimulation(11, 40_000).sum(independent);
    const { low, high } = intervalOf(sum, 0.8);
    expect(sum.mean).toBe(155);
    expect(Math.abs(low - (155 - z90 * Math.sqrt(61)))).toBeLessThan(0.15);
    expect(Math.abs(high - (155 + z90 * Math.sqrt(61)))).toBeLessThan(0.15);
    // P(X ≥ 150) = Φ(5 / √61) = Φ(0.6402) = 0.7390.
    expect(Math.abs(sum.probabilityAtLeast(150) - 0.739)).toBeLessThan(0.01);
  });

  it("lets parts of one source move together: deviations add up", () => {
    const sum = createSimulation(11, 40_000).sum([normalPart("a", 100, 3), normalPart("a", 50, 4)]);
    const { low, high } = intervalOf(sum, 0.8);
    expect(Math.abs(low - (150 - z90 * 7))).toBeLessThan(0.15);
    expect(Math.abs(high - (150 + z90 * 7))).toBeLessThan(0.15);
  });

  it("keeps the exact distribution of a single part, beside certain ones", () => {
    const certain = part(
      "z",
      { degreesOfFreedom: Infinity, components: [{ weight: 1, location: 4, scale: 0 }] },
      2,
    );
    const sum = createSimulation(1).sum([normalPart("a", 100, 3), certain, normalPart("b", 9, 9, 0)]);
    expect(sum.mean).toBe(108);
    expect(sum.quantile(0.9)).toBeCloseTo(108 + z90 * 3, 4);
  });

  it("is certain where all parts are", () => {
    expect(createSimulation(1).sum([]).quantile(0.1)).toBe(0);
    expect(
      createSimulation(1)
        .sum([normalPart("b", 9, 9, 0)])
        .quantile(0.1),
    ).toBe(0);
  });

  it("gives the same answer for the same seed, and another for another", () => {
    const tenth = (seed: number) => createSimulation(seed).sum(independent).quantile(0.1);
    expect(tenth(5)).toBe(tenth(5));
    expect(tenth(5)).not.toBe(tenth(6));
  });

  it("does not depend on what was asked before", () => {
    const simulation = createSimulation(5);
    simulation.sum([normalPart("z", 1, 1), normalPart("c", 10, 12)]);
    expect(simulation.sum(independent).quantile(0.1)).toBe(
      createSimulation(5).sum(independent).quantile(0.1),
    );
  });

  it("draws from every component of a mixture by its weight", () => {
    const two: StudentMixture = {
      degreesOfFreedom: 1e6,
      components: [
        { weight: 0.25, location: 0, scale: 1 },
        { weight: 0.75, location: 1000, scale: 1 },
      ],
    };
    const sum = createSimulation(3, 20_000).sum([part("a", two, 1), normalPart("b", 0, 1)]);
    expect(Math.abs(sum.probabilityAtLeast(500) - 0.75)).toBeLessThan(0.01);
  });
});

describe("dependentInterval", () => {
  // For parts that are each symmetric with one peak, moving together is the widest that a sum can be.
  it("is at least as wide as the independent interval", () => {
    const parts = [normalPart("a", 100, 3), normalPart("b", 50, 4)];
    const together = dependentInterval(parts, 0.8);
    const apart = intervalOf(createSimulation(2).sum(parts), 0.8);
    expect(together.low).toBeCloseTo(150 - z90 * 7, 4);
    expect(together.high).toBeCloseTo(150 + z90 * 7, 4);
    expect(together.low).toBeLessThan(apart.low);
    expect(together.high).toBeGreaterThan(apart.high);
  });
});
