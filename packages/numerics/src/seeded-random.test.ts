import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBeta } from "./distributions/beta.ts";
import { createF } from "./distributions/f.ts";
import { createGamma } from "./distributions/gamma.ts";
import { normalCdf } from "./distributions/normal.ts";
import { studentTCdf } from "./distributions/student-t.ts";
import { seededRandom } from "./seeded-random.ts";

/** Largest distance between the draws and the distribution (Kolmogorov-Smirnov). */
function distance(draws: number[], cdf: (x: number) => number): number {
  const sorted = draws.toSorted((a, b) => a - b);
  return Math.max(
    ...sorted.map((x, i) =>
      Math.max(Math.abs(cdf(x) - i / sorted.length), Math.abs(cdf(x) - (i + 1) / sorted.length)),
    ),
  );
}

const DRAWS = 20_000;
/** Kolmogorov's distance that chance exceeds once in ten thousand. */
const FAR = 2.23 / Math.sqrt(DRAWS);

const draw = (next: () => number): number[] => Array.from({ length: DRAWS }, next);

describe("seededRandom", () => {
  it("repeats itself for the same seed and differs for another", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const first = seededRandom(seed);
        const again = seededRandom(seed);
        const other = seededRandom(seed + 1);
        const draws = [first.uniform(), first.normal(), first.studentT(3)];
        expect([again.uniform(), again.normal(), again.studentT(3)]).toEqual(draws);
        expect([other.uniform(), other.normal(), other.studentT(3)]).not.toEqual(draws);
      }),
    );
  });

  it("draws uniformly from the open interval", () => {
    const draws = draw(seededRandom(1).uniform);
    expect(draws.every((x) => x > 0 && x < 1)).toBe(true);
    expect(distance(draws, (x) => x)).toBeLessThan(FAR);
  });

  it("starts neighbouring seeds far apart", () => {
    const firsts = Array.from({ length: DRAWS }, (_, seed) => seededRandom(seed).uniform());
    expect(distance(firsts, (x) => x)).toBeLessThan(FAR);
  });

  it("draws normal values", () => {
    expect(distance(draw(seededRandom(2).normal), normalCdf)).toBeLessThan(FAR);
  });

  it.each([0.7, 1, 3.5, 40, Infinity])("draws Student's t with %d degrees of freedom", (degreesOfFreedom) => {
    const random = seededRandom(3);
    const draws = draw(() => random.studentT(degreesOfFreedom));
    expect(distance(draws, (x) => studentTCdf(x, degreesOfFreedom))).toBeLessThan(FAR);
  });

  it.each([
    ["gamma of shape 0.4", createGamma(0.4, 3)],
    ["gamma of shape 30", createGamma(30)],
    ["beta", createBeta(1.7, 4.3)],
    ["F", createF(3, 8)],
  ])("draws %s by its quantile", (_, distribution) => {
    const random = seededRandom(4);
    const draws = draw(() => distribution.quantile(random.uniform()));
    expect(distance(draws, distribution.cdf)).toBeLessThan(FAR);
  });

  it("refuses a seed that is no whole number", () => {
    expect(() => seededRandom(1.5)).toThrow(RangeError);
    expect(() => seededRandom(1).studentT(0)).toThrow(RangeError);
  });
});
