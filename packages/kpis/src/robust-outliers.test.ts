import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { median, robustOutliers } from "./robust-outliers.ts";

function found(values: readonly number[], options?: Parameters<typeof robustOutliers>[1]) {
  const answer = robustOutliers(values, options);
  if (answer.kind !== "judged") throw new Error(`too few: ${answer.found}`);
  return answer;
}

// Rosner (1983), printed in the NIST/SEMATECH e-Handbook 1.3.5.17.3, whose generalised ESD test finds
// three outliers: 6.01, 5.42 and 5.34.
const rosner = [
  -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.7,
  1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.4,
  2.47, 2.54, 2.62, 2.64, 2.9, 2.92, 2.92, 2.93, 3.21, 3.26, 3.3, 3.59, 3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
];

const someValues = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 5, maxLength: 60 });

describe("robustOutliers", () => {
  // Scores by statsmodels 0.13, robust.scale.mad(x): median 2.095, scale 0.8080182090855532.
  it("finds the three outliers of Rosner's data", () => {
    const { scale, outliers } = found(rosner);
    expect(scale).toBeCloseTo(0.8080182090855532, 12);
    expect(outliers.map(({ value }) => value)).toEqual([5.34, 5.42, 6.01]);
    const scores = outliers.map(({ score }) => score);
    expect(scores[0]).toBeCloseTo(4.015998604378504, 11);
    expect(scores[1]).toBeCloseTo(4.115006274132058, 11);
    expect(scores[2]).toBeCloseTo(4.845187838564512, 11);
  });
  // The small example of Iglewicz and Hoaglin; scores by statsmodels 0.13. The z-score of mean and standard
  // deviation finds neither: it is 1.9 for both.
  it("finds two outliers that hide each other from mean and standard deviation", () => {
    const { scale, outliers } = found([2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3]);
    expect(scale).toBeCloseTo(0.2223903327758408, 12);
    expect(outliers.map(({ index }) => index)).toEqual([8, 9]);
    expect(outliers[0]?.score).toBeCloseTo(25.85544042, 7);
    expect(outliers[1]?.score).toBeCloseTo(26.30510026, 7);
    expect(outliers[0]?.expected).toBeCloseTo(2.45, 12);
  });
  // 1.2533 · mean |x − 10| = 1.2533 · 90/8; the score is 90 over that.
  it("uses the mean distance where more than half of the values are equal", () => {
    const { outliers } = found([10, 10, 10, 10, 10, 10, 10, 100]);
    expect(outliers).toHaveLength(1);
    expect(outliers[0]).toMatchObject({ index: 7, expected: 10 });
    expect(outliers[0]?.score).toBeCloseTo(8 / Math.sqrt(Math.PI / 2), 12);
  });
  it("finds nothing where all values are equal", () => {
    expect(found([7, 7, 7, 7, 7])).toEqual({ kind: "judged", scale: 0, outliers: [] });
  });
  it("sees through a trend with a window, and not without", () => {
    const wave = [0, 1, -1, 0.5, -0.5];
    const rising = Array.from({ length: 60 }, (_, at) => at * 2 + (wave[at % 5] ?? 0));
    const slipped = rising.with(10, (rising[10] ?? 0) + 20);
    expect(found(slipped, { window: 13 }).outliers.map(({ index }) => index)).toEqual([10]);
    expect(found(slipped).outliers).toEqual([]);
  });
  it("does not take a step for outliers", () => {
    const wave = [0, 1, -1, 0.5, -0.5, 0.2, -0.3];
    const stepped = Array.from({ length: 40 }, (_, at) => (at < 20 ? 100 : 150) + (wave[at % 7] ?? 0));
    expect(found(stepped, { window: 13 }).outliers).toEqual([]);
  });
  it("lets a value of little weight swing", () => {
    const values = [10, 11, 9, 10.5, 9.5, 10, 30];
    expect(found(values).outliers).toHaveLength(1);
    expect(found(values, { weights: [1, 1, 1, 1, 1, 1, 0.05] }).outliers).toEqual([]);
  });
  it("tells a value of hardly any series of pure noise at 4.5, and finds a slip of six spreads", () => {
    const random = seededRandom(7);
    const options = { window: 13, threshold: 4.5 };
    const series = Array.from({ length: 200 }, () => Array.from({ length: 52 }, () => random.normal()));
    const noisy = series.filter((values) => found(values, options).outliers.length > 0);
    expect(noisy.length / series.length).toBeLessThan(0.05);
    const slipped = series.map((values) => values.with(20, (values[20] ?? 0) + 6));
    const seen = slipped.filter((values) =>
      found(values, options).outliers.some(({ index }) => index === 20),
    );
    expect(seen.length / series.length).toBeGreaterThan(0.75);
  });
  it("says when there are too few values", () => {
    expect(robustOutliers([1, 2, 3])).toEqual({ kind: "too-few", needed: 5, found: 3 });
    expect(robustOutliers([])).toEqual({ kind: "too-few", needed: 5, found: 0 });
    expect(robustOutliers([1, 2, 3, 4, 5], { fewest: 8 })).toMatchObject({ needed: 8 });
  });
  it("keeps its answer when all values are shifted, stretched or turned over", () => {
    const places = (values: readonly number[]) =>
      found(values, { window: 13 }).outliers.map(({ index }) => index);
    fc.assert(
      fc.property(
        someValues,
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.constantFrom(-4, 0.5, 2, 1024),
        (values, shift, stretch) => {
          // Powers of two stretch without rounding; so no score crosses the line by rounding alone.
          expect(places(values.map((value) => value * stretch))).toEqual(places(values));
          expect(places(values.map((value) => value + shift))).toEqual(places(values));
        },
      ),
    );
  });
  it("never answers with what is no number", () => {
    const { outliers } = found([1e300, -1e300, 0, 1, 2, 3, 4, 5], { window: 5 });
    expect(outliers.every(({ score, expected }) => Number.isFinite(score) && Number.isFinite(expected))).toBe(
      true,
    );
  });
  it("refuses what it cannot judge", () => {
    expect(() => robustOutliers([1, 2, Number.NaN, 4, 5])).toThrow(RangeError);
    expect(() => robustOutliers([1, 2, -Infinity, 4, 5])).toThrow(RangeError);
    expect(() => robustOutliers([1, 2, 3, 4, 5], { weights: [1] })).toThrow("as many weights");
    expect(() => robustOutliers([1, 2, 3, 4, 5], { threshold: 0 })).toThrow("threshold");
    expect(() => robustOutliers([1, 2, 3, 4, 5], { window: 0 })).toThrow("window");
  });
});

describe("median", () => {
  it("is the middle, or halfway between the two in the middle, and never overflows", () => {
    expect([median([3, 1, 2]), median([3, 1, 2, 10]), median([5])]).toEqual([2, 2.5, 5]);
    expect(median([1e308, 1.5e308])).toBe(1.25e308);
    expect(() => median([])).toThrow(RangeError);
  });
});
