import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "@liftledger/numerics/distributions/normal";
import { createNormalScores } from "./normal-scores.ts";
import { createPert, createTriangular } from "./three-point.ts";

// "distributions" of derived_metrics.json in the finance reference set: exact moments, quantiles checked with
// LibreOffice BETA.INV.
const vectors = [
  {
    estimate: { min: "80", mode: "100", max: "150" },
    triangular: "110 216.6666666666667 91.83215956619923 108.1669986732962 131.2917130661303",
    pert: "105 160.7142857142857 89.04353459302796 103.8258860142024 122.7270274634787",
    shape: { alpha: 2.142857142857143, beta: 3.857142857142857 },
  },
  {
    estimate: { min: "0", mode: "0", max: "10" },
    triangular: "3.333333333333333 5.555555555555556 0.513167019494862 2.928932188134525 6.837722339831621",
    pert: "1.666666666666667 1.984126984126984 0.2085163763902321 1.294494367038759 3.690426555198068",
    shape: { alpha: 1, beta: 5 },
  },
  {
    estimate: { min: "5", mode: "10", max: "10" },
    triangular: "8.333333333333333 1.388888888888889 6.58113883008419 8.535533905932738 9.743416490252569",
    pert: "9.166666666666667 0.496031746031746 8.154786722400966 9.352752816480621 9.895741811804884",
    shape: { alpha: 5, beta: 1 },
  },
];

function figures({ mean, variance, quantile }: ReturnType<typeof createTriangular>): number[] {
  return [mean, variance, quantile(0.1), quantile(0.5), quantile(0.9)];
}

function close(expected: string, digits: number): unknown[] {
  return expected.split(" ").map((value) => expect.closeTo(Number(value), digits));
}

const someEstimate = fc
  .tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([min, width, at]) => ({ min, mode: Math.min(min + width * at, min + width), max: min + width }));

describe.each(vectors)("the estimate $estimate.min, $estimate.mode, $estimate.max", (vector) => {
  it("has the PERT moments and quantiles of the reference", () => {
    expect(figures(createPert(vector.estimate))).toEqual(close(vector.pert, 11));
    expect(createPert(vector.estimate).shape).toEqual({
      alpha: expect.closeTo(vector.shape.alpha, 13),
      beta: expect.closeTo(vector.shape.beta, 13),
    });
  });
  it("has the triangular moments and quantiles of the reference", () => {
    expect(figures(createTriangular(vector.estimate))).toEqual(close(vector.triangular, 11));
  });
});

describe("createPert", () => {
  it("weighs the mode by λ: 0 is uniform, large is certain", () => {
    const uniform = createPert({ min: 0, mode: 3, max: 12 }, 0);
    expect(figures(uniform)).toEqual(close("6 12 1.2 6 10.8", 12));
    // λ = 2: mean (0 + 2·3 + 12)/4 = 4.5, variance 4.5 · 7.5 / 5 = 6.75.
    expect(createPert({ min: 0, mode: 3, max: 12 }, 2)).toMatchObject({ mean: 4.5, variance: 6.75 });
    expect(createPert({ min: 0, mode: 3, max: 12 }, 1e6).quantile(0.9)).toBeCloseTo(3, 1);
  });
  it("keeps all digits of a mean close to an end", () => {
    // (λ · 1e-10 + 1) / (λ + 2) = 101 / (1e12 + 2), and its mirror.
    const mean = 1.00999999999798e-10;
    expect(createPert({ min: 0, mode: 1e-10, max: 1 }, 1e12).mean).toBeCloseTo(mean, 24);
    expect(createPert({ min: -1, mode: -1e-10, max: 0 }, 1e12).mean).toBeCloseTo(-mean, 24);
  });
  it("is a point where both ends are the same", () => {
    const point = createPert({ min: 7, mode: 7, max: 7 });
    expect(point).toMatchObject({ mean: 7, variance: 0, shape: null });
    expect([0, 0.3, 1].map(point.quantile)).toEqual([7, 7, 7]);
    expect(() => point.quantile(1.5)).toThrow("between 0 and 1");
  });
});

describe("createTriangular", () => {
  it("is a point where both ends are the same", () => {
    const point = createTriangular({ min: "-2", mode: "-2", max: "-2" });
    expect(figures(point)).toEqual([-2, 0, -2, -2, -2]);
  });
  it("has its mode at the probability (mode − min) / (max − min), also close to the minimum", () => {
    expect(createTriangular({ min: 0, mode: 1e-20, max: 1 }).quantile(1e-20)).toBe(1e-20);
  });
  it("refuses what is no probability", () => {
    for (const estimate of [
      { min: 0, mode: 1, max: 2 },
      { min: 1, mode: 1, max: 1 },
    ]) {
      for (const p of [-0.1, 1.1, Number.NaN]) {
        expect(() => createTriangular(estimate).quantile(p)).toThrow(`not ${p}`);
      }
    }
  });
  it("takes amounts to 1e100 and none beyond", () => {
    expect(createTriangular({ min: 0, mode: 0, max: 1e100 }).quantile(1)).toBe(1e100);
    expect(() => createTriangular({ min: 0, mode: 0, max: 1.1e100 })).toThrow(RangeError);
  });
});

describe.each([
  ["createPert", createPert],
  ["createTriangular", createTriangular],
])("%s", (_, create) => {
  it("goes from the minimum to the maximum, and never back", () => {
    fc.assert(
      fc.property(someEstimate, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (estimate, chances) => {
        const { mean, variance, quantile } = create(estimate);
        expect(quantile(0)).toBe(estimate.min + 0);
        expect(quantile(1)).toBe(estimate.max + 0);
        const values = chances.toSorted((a, b) => a - b).map(quantile);
        const slack = 1e-9 * (estimate.max - estimate.min);
        values.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual((values[index - 1] ?? estimate.min) - slack);
          expect(value).toBeLessThanOrEqual(estimate.max);
        });
        expect(mean).toBeGreaterThan(estimate.min);
        expect(mean).toBeLessThan(estimate.max);
        expect(variance).toBeGreaterThan(0);
      }),
    );
  });
  it("mirrors its quantiles when the estimate is mirrored", () => {
    fc.assert(
      fc.property(
        someEstimate,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        ({ min, mode, max }, p) => {
          const mirrored = create({ min: -max, mode: -mode, max: -min });
          const size = Math.max(Math.abs(min), Math.abs(max));
          expect(
            Math.abs(mirrored.quantile(1 - p) + create({ min, mode, max }).quantile(p)),
          ).toBeLessThanOrEqual(1e-11 * size);
        },
      ),
    );
  });
  it.each([
    { min: 2, mode: 1, max: 3 },
    { min: 1, mode: 4, max: 3 },
    { min: 1, mode: Number.NaN, max: 3 },
    { min: 1, mode: 2, max: Infinity },
    { min: -1.7e308, mode: 0, max: 1.7e308 },
  ])("refuses $min, $mode, $max", (estimate) => {
    expect(() => create(estimate)).toThrow("from its minimum by its mode to its maximum");
  });
});

describe("createPert with a λ that is none", () => {
  it.each([-1, Number.NaN, Infinity])("refuses %d", (lambda) => {
    expect(() => createPert({ min: 0, mode: 1, max: 2 }, lambda)).toThrow("λ is a number from 0");
  });
});

describe("createNormalScores", () => {
  it.each([0, 1, 4, 10, 100])("is the exact quantile of PERT to 1e-9 of the width, at λ = %d", (lambda) => {
    const bound = lambda === 4 ? 2e-11 : 1e-9;
    for (const mode of [0, 1e-6, 0.03, 0.3, 0.5, 0.85, 1]) {
      const scores = createNormalScores({ min: 0, mode, max: 1, lambda });
      const [exact, mirrored] = [
        createPert({ min: 0, mode, max: 1 }, lambda),
        createPert({ min: 0, mode: 1 - mode, max: 1 }, lambda),
      ];
      for (let z = -8.4; z <= 8.4; z += 0.0737) {
        const expected = z <= 0 ? exact.quantile(normalCdf(z)) : 1 - mirrored.quantile(normalCdf(-z));
        expect(Math.abs(scores(z) - expected)).toBeLessThanOrEqual(bound);
      }
    }
  });
  it("takes the end for a score beyond all chance", () => {
    const scores = createNormalScores({ min: 80, mode: 100, max: 150 });
    expect(scores(-40)).toBeCloseTo(80, 4);
    expect(scores(-40)).toBe(scores(-8.5));
    expect(scores(40)).toBeCloseTo(150, 1);
    expect(scores(40)).toBe(scores(8.5));
    expect(scores(8.5)).toBeGreaterThan(scores(8.4));
    expect(scores(-8.5)).toBeLessThan(scores(-8.4));
  });
  it("is exact for a triangle and for a point", () => {
    const triangular = { min: 80, mode: 100, max: 150, shape: "triangular" } as const;
    expect(createNormalScores(triangular)(0)).toBeCloseTo(108.1669986732962, 11);
    expect(createNormalScores({ min: 1, mode: 1, max: 1 })(1.5)).toBe(1);
  });
});
