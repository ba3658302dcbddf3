import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { designRows, YEARLY_SEASON } from "./baseline-design.ts";
import { fitMixtureBaseline } from "./mixture-baseline.ts";
import { forecastMeans, forecastTotal } from "./mixture-forecast.ts";
import { oneStepExpectations } from "./one-step-expectations.ts";
import { shapeWeights } from "./shape-weights.ts";
import { mixtureInterval, mixtureMean, mixtureQuantile, type StudentMixture } from "./student-mixture.ts";

type Problem = {
  times: number[];
  y: number[];
  design: number[][];
  future: { times: number[]; design: number[][]; weights: number[] };
};

type Matrix = number[][];

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value at ${index}`);
  return value;
}

/** Inverse and log determinant of a positive definite matrix by Gauss-Jordan, as plain as can be. */
function invert(matrix: Matrix): { inverse: Matrix; logDeterminant: number } {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const pivotRow = work[pivot] as number[];
    const diagonal = pivotRow[pivot] as number;
    logDeterminant += Math.log(diagonal);
    for (let j = 0; j < 2 * size; j += 1) pivotRow[j] = (pivotRow[j] as number) / diagonal;
    for (let i = 0; i < size; i += 1) {
      const row = work[i] as number[];
      const factor = row[pivot] as number;
      if (i === pivot || factor === 0) continue;
      for (let j = 0; j < 2 * size; j += 1) row[j] = (row[j] as number) - factor * (pivotRow[j] as number);
    }
  }
  return { inverse: work.map((row) => row.slice(size)), logDeterminant };
}

const multiply = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => (b[0] as number[]).map((_, j) => row.reduce((sum, v, i) => sum + v * at(at(b, i), j), 0)));
const transpose = (a: Matrix): Matrix => (a[0] as number[]).map((_, j) => a.map((row) => row[j] as number));

/** The formula of the method, with full matrices: another code path for the same numbers. */
function denseForecast({ times, y, design, future }: Problem): StudentMixture {
  const all = [...times, ...future.times].map((time) => time - (times[0] as number));
  const n = times.length;
  const k = (design[0] as number[]).length;
  const grid = [
    { prior: 1 / 3, covariance: (i: number, j: number) => (i === j ? 1 : 0) },
    ...priorGrid(
      Array.from({ length: 24 }, (_, j) => 0.04 * (j + 1)),
      (rho) => Math.sqrt(rho) * (1 - rho),
      (rho, i, j) => rho ** Math.abs(i - j),
    ),
    ...priorGrid(
      Array.from({ length: 40 }, (_, j) => 0.03 * 200 ** (j / 39)),
      (s) => s / (1 + (s / 0.5) ** 2),
      (s, i, j) => (i === j ? 1 : 0) + s * s * Math.min(i, j),
    ),
  ];
  const parts = grid.map(({ prior, covariance }) => {
    const c = all.map((a) => all.map((b) => covariance(a, b)));
    const pp = c.slice(0, n).map((row) => row.slice(0, n));
    const fp = c.slice(n).map((row) => row.slice(0, n));
    const ff = c.slice(n).map((row) => row.slice(n));
    const { inverse: ppInverse, logDeterminant } = invert(pp);
    const xc = multiply(transpose(design), ppInverse);
    const { inverse: xcxInverse, logDeterminant: logXcx } = invert(multiply(xc, design));
    const column = y.map((value) => [value]);
    const b = multiply(xcxInverse, multiply(xc, column));
    const fitted = multiply(design, b);
    const residual = column.map((value, i) => [
      (value[0] as number) - ((fitted[i] as number[])[0] as number),
    ]);
    const rss = at(at(multiply(transpose(residual), multiply(ppInverse, residual)), 0), 0);
    const bridge = multiply(fp, ppInverse);
    const h = multiply(bridge, design).map((row, i) =>
      row.map((value, j) => at(at(future.design, i), j) - value),
    );
    const known = multiply(bridge, transpose(fp));
    const spread = multiply(multiply(h, xcxInverse), transpose(h));
    const carried = multiply(bridge, residual);
    const w = future.weights;
    let location = 0;
    let variance = 0;
    for (let i = 0; i < w.length; i += 1) {
      const regression = at(at(multiply([future.design[i] as number[]], b), 0), 0);
      location += at(w, i) * (regression + at(at(carried, i), 0));
      for (let j = 0; j < w.length; j += 1) {
        variance += at(w, i) * at(w, j) * (at(at(ff, i), j) - at(at(known, i), j) + at(at(spread, i), j));
      }
    }
    const logWeight = Math.log(prior) - 0.5 * logDeterminant - 0.5 * logXcx - ((n - k) / 2) * Math.log(rss);
    return { logWeight, location, scale: Math.sqrt((rss / (n - k)) * variance) };
  });
  const largest = Math.max(...parts.map(({ logWeight }) => logWeight));
  const raw = parts.map(({ logWeight }) => Math.exp(logWeight - largest));
  const total = raw.reduce((sum, value) => sum + value, 0);
  const components = parts.map(({ location, scale }, i) => ({ weight: at(raw, i) / total, location, scale }));
  return { degreesOfFreedom: n - k, components };
}

function priorGrid(
  values: number[],
  density: (value: number) => number,
  covariance: (value: number, i: number, j: number) => number,
): { prior: number; covariance: (i: number, j: number) => number }[] {
  const total = values.reduce((sum, value) => sum + density(value), 0);
  return values.map((value) => ({
    prior: density(value) / total / 3,
    covariance: (i, j) => covariance(value, i, j),
  }));
}

function bandedForecast({ times, y, design, future }: Problem): StudentMixture {
  return forecastTotal(fitMixtureBaseline({ times, y, design }), future);
}

const noise = fc.double({ min: -10, max: 10, noNaN: true });
const gap = fc.integer({ min: 1, max: 4 });

/** Random series with gaps, a constant and up to two more columns, and weights of either sign. */
const problems: fc.Arbitrary<Problem> = fc
  .record({
    pre: fc.array(fc.record({ gap, y: noise, x: fc.tuple(noise, noise) }), { minLength: 6, maxLength: 14 }),
    post: fc.array(fc.record({ gap, weight: noise, x: fc.tuple(noise, noise) }), {
      minLength: 1,
      maxLength: 5,
    }),
    start: fc.integer({ min: -50, max: 50 }),
    covariates: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ pre, post, start, covariates }) => {
    let time = start;
    const next = (step: number): number => (time += step);
    const row = (x: number[]): number[] => [1, ...x.slice(0, covariates)];
    return {
      times: pre.map((p) => next(p.gap)),
      // A slope keeps the noise from vanishing when all draws are the same.
      y: pre.map((p, i) => p.y + (i % 3)),
      design: pre.map((p, i) => row([p.x[0] + i * i, p.x[1] + (i % 2) * 5])),
      future: {
        times: post.map((p) => next(p.gap)),
        design: post.map((p) => row([...p.x])),
        weights: post.map((p) => p.weight),
      },
    };
  });

/** A short wandering series written down once, for laws that need just one. */
const wandering = [4.1, 4.4, 3.9, 4.8, 5.2, 5.0, 5.5, 5.1, 5.9, 6.3, 6.0, 6.4, 6.1, 6.8, 7.0, 6.6];
const flatProblem: Problem = {
  times: wandering.map((_, i) => i),
  y: wandering,
  design: wandering.map(() => [1]),
  future: { times: [16, 17, 18], design: [[1], [1], [1]], weights: [1, 2, 1] },
};

describe("fitMixtureBaseline and forecastTotal", () => {
  it("agree with the same formula written with full matrices, gaps and weights included", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const banded = bandedForecast(problem);
        const dense = denseForecast(problem);
        const scale = Math.max(...dense.components.map((part) => part.scale), 1e-3);
        banded.components.forEach((part, i) => {
          const other = at(dense.components, i);
          expect(Math.abs(part.weight - other.weight)).toBeLessThan(1e-7);
          expect(Math.abs(part.location - other.location)).toBeLessThan(1e-6 * scale);
          expect(Math.abs(part.scale - other.scale)).toBeLessThan(1e-6 * scale);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("follow the series when it is shifted and scaled", () => {
    const before = bandedForecast(flatProblem);
    const moved = bandedForecast({ ...flatProblem, y: flatProblem.y.map((value) => 100 + 3 * value) });
    for (const p of [0.025, 0.5, 0.9]) {
      const expected = 400 + 3 * mixtureQuantile(before, p);
      expect(mixtureQuantile(moved, p)).toBeCloseTo(expected, 8);
    }
  });

  it("do not care where the count of periods begins", () => {
    const moved = {
      ...flatProblem,
      times: flatProblem.times.map((time) => time + 1000),
      future: { ...flatProblem.future, times: flatProblem.future.times.map((time) => time + 1000) },
    };
    expect(bandedForecast(moved)).toEqual(bandedForecast(flatProblem));
  });

  it("give the means that add up to the mean of the total", () => {
    fc.assert(
      fc.property(problems, ({ times, y, design, future }) => {
        const baseline = fitMixtureBaseline({ times, y, design });
        const means = forecastMeans(baseline, future);
        const total = means.reduce((sum, mean, i) => sum + mean * at(future.weights, i), 0);
        const expected = mixtureMean(forecastTotal(baseline, future));
        expect(Math.abs(total - expected)).toBeLessThan(1e-8 * (1 + Math.abs(expected)));
      }),
    );
  });

  it("are less sure of a later period, and of one behind a gap", () => {
    const baseline = fitMixtureBaseline(flatProblem);
    const width = (time: number): number => {
      const { low, high } = mixtureInterval(forecastTotal(baseline, { times: [time], design: [[1]] }), 0.8);
      return high - low;
    };
    expect(width(17)).toBeGreaterThan(width(16));
    expect(width(40)).toBeGreaterThan(width(17));
  });

  it("foresee a constant series with certainty", () => {
    const constant = { ...flatProblem, y: flatProblem.y.map(() => 0.1) };
    const forecast = bandedForecast(constant);
    expect(forecast.components).toHaveLength(1);
    expect(forecast.components[0]?.scale).toBe(0);
    expect(mixtureMean(forecast)).toBeCloseTo(0.4, 14);
    expect(shapeWeights(fitMixtureBaseline(constant)).iid).toBeCloseTo(1 / 3, 14);
  });

  it("stay finite for very large and very small series", () => {
    for (const unit of [1e-200, 1e200]) {
      const forecast = bandedForecast({ ...flatProblem, y: flatProblem.y.map((value) => value * unit) });
      const expected = mixtureMean(bandedForecast(flatProblem)) * unit;
      expect(Math.abs(mixtureMean(forecast) / expected - 1)).toBeLessThan(1e-10);
    }
  });

  it("refuse what cannot be fitted, and say why", () => {
    const { times, y } = flatProblem;
    const twice = y.map(() => [1, 2]);
    expect(() => fitMixtureBaseline({ times, y, design: twice })).toThrow("column 2 of 2 is a combination");
    const short = {
      times: [0, 1],
      y: [1, 2],
      design: [
        [1, 0],
        [1, 1],
      ],
    };
    expect(() => fitMixtureBaseline(short)).toThrow("2 columns need more than 2 pre-periods");
    const backwards = times.toReversed();
    expect(() => fitMixtureBaseline({ times: backwards, y, design: y.map(() => [1]) })).toThrow(
      "does not come after",
    );
    const broken = times.map((time, i) => (i === 5 ? time + 0.5 : time));
    expect(() => fitMixtureBaseline({ times: broken, y, design: y.map(() => [1]) })).toThrow(
      "not a whole number",
    );
    expect(() => fitMixtureBaseline({ times: [], y: [], design: [] })).toThrow("1 column needs more than 0");
    const gappy = y.map((value, i) => (i === 3 ? Number.NaN : value));
    expect(() => fitMixtureBaseline({ times, y: gappy, design: y.map(() => [1]) })).toThrow("holds NaN");
    const baseline = fitMixtureBaseline(flatProblem);
    expect(() => forecastTotal(baseline, { times: [15], design: [[1]] })).toThrow("after the pre-period");
    const ragged = { times: [16, 17], design: [[1], [1, 2]] };
    expect(() => forecastTotal(baseline, ragged)).toThrow(
      "every future period needs a design row of 1 columns",
    );
  });
});

describe("oneStepExpectations", () => {
  it("runs into the forecast without a step", () => {
    const baseline = fitMixtureBaseline(flatProblem);
    const longer = { ...flatProblem, times: [...flatProblem.times, 16], y: [...flatProblem.y, 6.7] };
    const next = fitMixtureBaseline({ ...longer, design: longer.y.map(() => [1]) });
    const foreseen = at(forecastMeans(baseline, { times: [16], design: [[1]] }), 0);
    expect(Math.abs(at(oneStepExpectations(next), 16) - foreseen)).toBeLessThan(0.2);
    expect(foreseen).toBeGreaterThan(6);
  });
});

describe("the mixture baseline", () => {
  it("fits a yearly season whose phase runs on after the start", () => {
    const season = (t: number): number => 10 + 3 * Math.sin((2 * Math.PI * t) / 52.18) + 0.01 * ((t * 7) % 5);
    const times = Array.from({ length: 104 }, (_, t) => t + 300);
    const later = Array.from({ length: 52 }, (_, t) => t + 404);
    const baseline = fitMixtureBaseline({
      times,
      y: times.map(season),
      design: designRows(YEARLY_SEASON, times),
    });
    const means = forecastMeans(baseline, { times: later, design: designRows(YEARLY_SEASON, later) });
    means.forEach((mean, i) => expect(Math.abs(mean - season(at(later, i)))).toBeLessThan(0.05));
  });
});
