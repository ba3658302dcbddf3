import { createStudentT } from "@liftledger/numerics/distributions/student-t";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mixtureCdf,
  mixtureInterval,
  mixtureMean,
  mixtureProbabilityAbove,
  mixtureQuantile,
  pointMass,
  sampleMixture,
  scaleMixture,
  shiftMixture,
  widenMixture,
  type StudentMixture,
} from "./student-mixture.ts";

const component = fc.record({
  weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
  location: fc.double({ min: -100, max: 100, noNaN: true }),
  scale: fc.double({ min: 0.01, max: 50, noNaN: true }),
});

const mixtures: fc.Arbitrary<StudentMixture> = fc
  .record({
    degreesOfFreedom: fc.double({ min: 2, max: 200, noNaN: true }),
    parts: fc.array(component, { minLength: 1, maxLength: 8 }),
  })
  .map(({ degreesOfFreedom, parts }) => {
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    return { degreesOfFreedom, components: parts.map((part) => ({ ...part, weight: part.weight / total })) };
  });

const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });

/** One t of 10 degrees of freedom; its quantiles are in every printed table. */
const singleT: StudentMixture = {
  degreesOfFreedom: 10,
  components: [{ weight: 1, location: 5, scale: 2 }],
};

describe("mixtureQuantile", () => {
  it("gives the tabulated t quantiles for a single component", () => {
    expect(mixtureQuantile(singleT, 0.975)).toBeCloseTo(5 + 2 * 2.228138851986274, 11);
    expect(mixtureQuantile(singleT, 0.05)).toBeCloseTo(5 - 2 * 1.8124611228116756, 11);
  });

  it("inverts the cdf", () => {
    fc.assert(
      fc.property(mixtures, probability, (mixture, p) => {
        expect(mixtureCdf(mixture, mixtureQuantile(mixture, p))).toBeCloseTo(p, 10);
      }),
    );
  });

  it("is as exact far above as far below", () => {
    const mixture: StudentMixture = {
      degreesOfFreedom: 8,
      components: [
        { weight: 0.5, location: -1, scale: 1 },
        { weight: 0.5, location: 1, scale: 2 },
      ],
    };
    const tail = 2 ** -40;
    const high = mixtureQuantile(mixture, 1 - tail);
    expect(high).toBe(-mixtureQuantile(scaleMixture(mixture, -1), tail));
    expect(mixtureProbabilityAbove(mixture, high) / tail).toBeCloseTo(1, 10);
    expect(mixtureQuantile(singleT, 0.5)).toBe(5);
  });

  it("finds its way across the empty stretch between distant components", () => {
    const apart: StudentMixture = {
      degreesOfFreedom: 50,
      components: [
        { weight: 0.5, location: -1e6, scale: 1 },
        { weight: 0.5, location: 1e6, scale: 1 },
      ],
    };
    expect(mixtureCdf(apart, mixtureQuantile(apart, 0.49))).toBeCloseTo(0.49, 8);
    expect(mixtureCdf(apart, mixtureQuantile(apart, 0.51))).toBeCloseTo(0.51, 8);
  });

  it("takes point masses as they are", () => {
    expect(mixtureQuantile(pointMass(3), 0.2)).toBe(3);
    const steps: StudentMixture = {
      degreesOfFreedom: 5,
      components: [
        { weight: 0.25, location: 1, scale: 0 },
        { weight: 0.75, location: 2, scale: 0 },
      ],
    };
    expect(mixtureQuantile(steps, 0.2)).toBe(1);
    expect(mixtureQuantile(steps, 0.25)).toBe(1);
    expect(mixtureQuantile(steps, 0.3)).toBe(2);
    expect(mixtureProbabilityAbove(steps, 1)).toBe(0.75);
    expect(mixtureInterval(steps, 0.8)).toEqual({ low: 1, high: 2, level: 0.8 });
  });

  it("is the smallest number with so much at or below it, at a jump and on the stretch behind one", () => {
    const steps: StudentMixture = {
      degreesOfFreedom: 5,
      components: [
        { weight: 0.25, location: 1, scale: 0 },
        { weight: 0.25, location: 2, scale: 0 },
        { weight: 0.5, location: 3, scale: 0 },
      ],
    };
    expect(mixtureQuantile(steps, 0.5)).toBe(2);
    // A lump on 0, off the middle of what surrounds it: the halves come as near 0 as doubles do.
    const lump: StudentMixture = {
      degreesOfFreedom: 5,
      components: [
        { weight: 0.5, location: 0, scale: 0 },
        { weight: 0.5, location: 0.1, scale: 1 },
      ],
    };
    expect(mixtureQuantile(lump, 0.4)).toBe(0);
  });

  it("is its component's own to the last digit where there is one", () => {
    const t = createStudentT(10);
    for (let p = 0.01; p < 0.5; p += 0.01) expect(mixtureQuantile(singleT, p)).toBe(5 + 2 * t.quantile(p));
  });

  it("is in other units what it is in these, to the last digit", () => {
    fc.assert(
      fc.property(mixtures, probability, fc.constantFrom(2 ** -40, 2 ** 40), (mixture, p, unit) => {
        expect(mixtureQuantile(scaleMixture(mixture, unit), p)).toBe(unit * mixtureQuantile(mixture, p));
      }),
    );
  });

  it("refuses probabilities that are none", () => {
    expect(() => mixtureQuantile(singleT, 0)).toThrow(RangeError);
    expect(() => mixtureQuantile(singleT, 1)).toThrow(RangeError);
    expect(() => mixtureInterval(singleT, 95)).toThrow(RangeError);
  });
});

describe("mixtureInterval", () => {
  it("widens with its level", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const narrow = mixtureInterval(mixture, 0.8);
        const wide = mixtureInterval(mixture, 0.95);
        expect(wide.low).toBeLessThan(narrow.low);
        expect(wide.high).toBeGreaterThan(narrow.high);
      }),
    );
  });

  it("never contradicts the probability: an end is where the tail is half the rest", () => {
    fc.assert(
      fc.property(mixtures, fc.constantFrom(0.5, 0.8, 0.95, 0.999), (mixture, level) => {
        const { low, high } = mixtureInterval(mixture, level);
        expect(mixtureCdf(mixture, low)).toBeCloseTo((1 - level) / 2, 10);
        expect(mixtureProbabilityAbove(mixture, high)).toBeCloseTo((1 - level) / 2, 10);
      }),
    );
  });

  it("swaps its ends to the last digit when the mixture is mirrored", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const { low, high } = mixtureInterval(mixture, 0.8);
        const mirrored = mixtureInterval(scaleMixture(mixture, -1), 0.8);
        expect([mirrored.low, mirrored.high]).toEqual([-high, -low]);
      }),
    );
  });
});

describe("shiftMixture and scaleMixture", () => {
  it("move every quantile with them", () => {
    fc.assert(
      fc.property(mixtures, probability, (mixture, p) => {
        const moved = shiftMixture(scaleMixture(mixture, 4), 7);
        const expected = 4 * mixtureQuantile(mixture, p) + 7;
        expect(Math.abs(mixtureQuantile(moved, p) - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
      }),
    );
  });
});

describe("widenMixture", () => {
  it("leaves a mixture as it is by a factor of 1", () => {
    expect(widenMixture(singleT, 1)).toBe(singleT);
  });

  it("stretches every interval about a mean that stays", () => {
    fc.assert(
      fc.property(mixtures, fc.double({ min: 1, max: 5, noNaN: true }), (mixture, factor) => {
        const mean = mixtureMean(mixture);
        const wide = widenMixture(mixture, factor);
        expect(mixtureMean(wide)).toBeCloseTo(mean, 9);
        const before = mixtureInterval(mixture, 0.8);
        const after = mixtureInterval(wide, 0.8);
        expect(after.low).toBeCloseTo(mean + factor * (before.low - mean), 7);
        expect(after.high).toBeCloseTo(mean + factor * (before.high - mean), 7);
      }),
    );
  });
});

describe("sampleMixture", () => {
  it("draws with the probabilities of the cdf", () => {
    const mixture: StudentMixture = {
      degreesOfFreedom: 4,
      components: [
        { weight: 0.3, location: -2, scale: 1 },
        { weight: 0.7, location: 3, scale: 0.5 },
      ],
    };
    const random = seededRandom(11);
    const draws = Array.from({ length: 20_000 }, () => sampleMixture(mixture, random));
    for (const x of [-3, -1, 2.5, 3, 4]) {
      const share = draws.filter((draw) => draw <= x).length / draws.length;
      // Four standard errors of a share.
      expect(Math.abs(share - mixtureCdf(mixture, x))).toBeLessThan(4 * Math.sqrt(0.25 / draws.length));
    }
  });

  it("takes one number to choose by, and another only where there is something to draw", () => {
    const halves: StudentMixture = {
      degreesOfFreedom: 4,
      components: [
        { weight: 0.5, location: 7, scale: 0 },
        { weight: 0.5, location: 10, scale: 2 },
      ],
    };
    const drawsOf = (choice: number) => {
      const asked: string[] = [];
      const value = sampleMixture(halves, {
        uniform: () => (asked.push("uniform"), choice),
        normal: () => (asked.push("normal"), 0),
        studentT: (degreesOfFreedom) => (asked.push(`t${degreesOfFreedom}`), 1.5),
      });
      return { value, asked };
    };
    expect(drawsOf(0.49)).toEqual({ value: 7, asked: ["uniform"] });
    expect(drawsOf(0.5)).toEqual({ value: 13, asked: ["uniform", "t4"] });
  });

  it("returns the value of a point mass", () => {
    expect(sampleMixture(pointMass(12), seededRandom(1))).toBe(12);
  });
});
