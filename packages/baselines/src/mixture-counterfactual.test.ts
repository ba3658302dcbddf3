import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearisedRatio } from "./linearised-ratio.ts";
import {
  mixtureCounterfactual,
  type CounterfactualRequest,
  type MixtureCounterfactual,
} from "./mixture-counterfactual.ts";
import { standardisedDesign } from "./standardised-design.ts";

const close = (got: number, wanted: number, relative: number): void => {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
};

function answered(request: CounterfactualRequest): MixtureCounterfactual {
  const answer = mixtureCounterfactual(request);
  if (answer.kind === "refused") throw new Error(answer.reason);
  return answer;
}

type GlsMix = {
  post_total: number;
  cf_total_mean: number;
  cf_total_median: number;
  cf_total_ci: [number, number];
  cum_effect_mean: number;
  cum_effect_ci: [number, number];
  avg_effect_mean: number;
  avg_effect_ci: [number, number];
  prob_effect_positive: number;
  p_two_sided: number;
  df: number;
  weight_iid: number;
  weight_ar1: number;
  weight_level: number;
  rho_posterior_mean_given_ar: number;
  s_posterior_mean_given_level: number;
};

type Judged = { lift: MixtureCounterfactual; wanted: GlsMix; tolerance: number };

// Weekly rides of casual users over all rides, weeks 20 to 57 (Fanaee-T & Gama, UCI Bike Sharing).
const CASUAL = [
  8220, 7923, 6686, 7213, 7551, 9193, 10057, 8763, 5468, 6432, 6638, 7342, 6763, 5907, 8306, 5511, 5995, 5801,
  4220, 7595, 6864, 5869, 3436, 4038, 3963, 3303, 4115, 2327, 1699, 1330, 1431, 2884, 2544, 1431, 961, 2897,
  1956, 1169,
];
const RIDES = [
  32646, 32582, 31709, 33565, 33640, 35226, 34186, 34533, 27393, 30099, 30206, 31375, 30779, 29435, 34162,
  23834, 31465, 30155, 28045, 33522, 28911, 28930, 23132, 27518, 26434, 24126, 17364, 25160, 19985, 23029,
  16855, 14982, 21871, 20266, 18342, 25838, 26403, 22320,
];
const WEEKS_BEFORE = 26;

/** reference/statistics/bike_weekly_ratio_flat.json, by numpy. */
const BIKE_EXPECTED: GlsMix = {
  post_total: -1.3994049467396497,
  cf_total_mean: -0.336788654613191,
  cf_total_median: -0.25681136862846404,
  cf_total_ci: [-1.5770894072124233, 0.5069146755837391],
  cum_effect_mean: -1.0626162921264586,
  cum_effect_ci: [-1.9063196223233887, 0.17768446047277364],
  avg_effect_mean: -0.08855135767720489,
  avg_effect_ci: [-0.15885996852694906, 0.014807038372731137],
  prob_effect_positive: 0.039904025236361655,
  p_two_sided: 0.07980805047272331,
  df: 25,
  weight_iid: 0.0011403554409178604,
  weight_ar1: 0.6537800300679845,
  weight_level: 0.3450796144910977,
  rho_posterior_mean_given_ar: 0.6510947967525583,
  s_posterior_mean_given_level: 1.5458534496608576,
};

/** The linearised ratio, each side over the mean denominator of its own periods, as the vector has it. */
function bike(): Judged {
  const weeks = (from: number, to?: number) => ({
    numerators: CASUAL.slice(from, to),
    denominators: RIDES.slice(from, to),
  });
  const lift = answered(linearisedRatio({ before: weeks(0, WEEKS_BEFORE), after: weeks(WEEKS_BEFORE) }));
  return { lift, wanted: BIKE_EXPECTED, tolerance: 1e-6 };
}

// The longer vectors lie beside the repository.
const REFERENCE = join(import.meta.dirname, "../../../../shared/reference/statistics");

function regression(name: string): Judged {
  const file = JSON.parse(readFileSync(join(REFERENCE, `${name}.json`), "utf8")) as {
    inputs: { y: number[]; x: number[][]; n_pre: number };
    expected: { glsmix: GlsMix };
    tolerance: { glsmix_rel: number };
  };
  const { y, x, n_pre } = file.inputs;
  const rows = standardisedDesign({ pre: x.slice(0, n_pre), post: x.slice(n_pre) });
  const lift = answered({ pre: y.slice(0, n_pre), post: y.slice(n_pre), ...rows });
  return { lift, wanted: file.expected.glsmix, tolerance: file.tolerance.glsmix_rel };
}

const there = existsSync(REFERENCE);
const needs = "needs the reference vectors beside the repository";
const vectors: { name: string; read: () => Judged; missing: boolean }[] = [
  { name: "bike_weekly_ratio_flat", read: bike, missing: false },
  ...["arma_local_level_regression", "comparison_local_level_regression"].map((id) => ({
    name: `${id} (${needs})`,
    read: () => regression(id),
    missing: !there,
  })),
];

describe("mixtureCounterfactual", () => {
  for (const { name, read, missing } of vectors) {
    describe.skipIf(missing)(`on ${name}`, () => {
      it("foresees the total: mean, median and interval", () => {
        const { lift, wanted, tolerance } = read();
        const { low, high } = lift.expectedTotalInterval(0.95);
        close(lift.actualTotal, wanted.post_total, 1e-9);
        close(lift.expectedTotal, wanted.cf_total_mean, tolerance);
        close(lift.expectedTotalMedian, wanted.cf_total_median, tolerance);
        close(low, wanted.cf_total_ci[0], tolerance);
        close(high, wanted.cf_total_ci[1], tolerance);
      });

      it("gives the total and the mean effect with their intervals", () => {
        const { lift, wanted, tolerance } = read();
        const total = lift.effectTotalInterval(0.95);
        const mean = lift.effectMeanInterval(0.95);
        close(lift.effectTotal, wanted.cum_effect_mean, tolerance);
        close(lift.effectMean, wanted.avg_effect_mean, tolerance);
        close(total.low, wanted.cum_effect_ci[0], tolerance);
        close(total.high, wanted.cum_effect_ci[1], tolerance);
        close(mean.low, wanted.avg_effect_ci[0], tolerance);
        close(mean.high, wanted.avg_effect_ci[1], tolerance);
      });

      it("gives the probability of an effect and the p-value", () => {
        const { lift, wanted, tolerance } = read();
        close(lift.probabilityPositive, wanted.prob_effect_positive, tolerance);
        close(lift.pValue, wanted.p_two_sided, tolerance);
        expect(lift.degreesOfFreedom).toBe(wanted.df);
      });

      it("weighs the shapes of noise", () => {
        const { lift, wanted, tolerance } = read();
        close(lift.shapes.iid, wanted.weight_iid, tolerance);
        close(lift.shapes.ar1, wanted.weight_ar1, tolerance);
        close(lift.shapes.level, wanted.weight_level, tolerance);
        close(lift.shapes.meanRho ?? Number.NaN, wanted.rho_posterior_mean_given_ar, tolerance);
        close(lift.shapes.meanS ?? Number.NaN, wanted.s_posterior_mean_given_level, tolerance);
      });
    });
  }

  const noise = fc.double({ min: -10, max: 10, noNaN: true });
  /** Series of 6 to 20 values before and 1 to 6 after, with a control, a ripple against vanishing noise. */
  const requests = fc
    .record({
      pre: fc.array(fc.tuple(noise, noise), { minLength: 6, maxLength: 20 }),
      post: fc.array(fc.tuple(noise, noise), { minLength: 1, maxLength: 6 }),
      trend: fc.boolean(),
      controlled: fc.boolean(),
    })
    .map(({ pre, post, trend, controlled }): CounterfactualRequest => {
      const control = { pre: pre.map(([, x], i) => x + ((i * i) % 7)), post: post.map(([, x]) => x) };
      return {
        pre: pre.map(([y], i) => 50 + y + (i % 3)),
        post: post.map(([y]) => 50 + y),
        trend,
        controls: controlled ? [control] : [],
      };
    });
  const map = (request: CounterfactualRequest, change: (value: number) => number): CounterfactualRequest => ({
    ...request,
    pre: request.pre.map(change),
    post: request.post.map(change),
  });

  it("follows a series that is shifted and scaled, and nothing else of it changes", () => {
    const unit = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(requests, unit, noise, (request, scale, shift) => {
        const before = answered(request);
        const after = answered(map(request, (value) => shift + scale * value));
        const was = before.effectTotalInterval(0.8);
        const is = after.effectTotalInterval(0.8);
        const tolerance = 1e-7 * scale * (was.high - was.low) + 1e-9 * (scale + Math.abs(shift));
        expect(Math.abs(is.low - scale * was.low)).toBeLessThan(tolerance);
        expect(Math.abs(is.high - scale * was.high)).toBeLessThan(tolerance);
        expect(after.probabilityPositive).toBeCloseTo(before.probabilityPositive, 7);
        expect(after.shapes.ar1).toBeCloseTo(before.shapes.ar1, 7);
      }),
      { numRuns: 50 },
    );
  });

  it("mirrors when the series is turned upside down", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const up = answered(request);
        const down = answered(map(request, (value) => -value));
        const above = up.effectTotalInterval(0.9);
        const below = down.effectTotalInterval(0.9);
        const tolerance = 1e-8 * (above.high - above.low);
        expect(Math.abs(below.low + above.high)).toBeLessThan(tolerance);
        expect(Math.abs(below.high + above.low)).toBeLessThan(tolerance);
        expect(down.pValue).toBeCloseTo(up.pValue, 9);
      }),
      { numRuns: 50 },
    );
  });

  it("has an interval that widens with its level", () => {
    const level = fc.double({ min: 0.01, max: 0.998, noNaN: true });
    fc.assert(
      fc.property(requests, level, (request, narrow) => {
        const lift = answered(request);
        const inner = lift.effectTotalInterval(narrow);
        const outer = lift.effectTotalInterval(narrow + 0.001);
        expect(outer.low).toBeLessThan(inner.low);
        expect(outer.high).toBeGreaterThan(inner.high);
      }),
      { numRuns: 50 },
    );
  });

  it("has a p-value under α exactly where the 1 − α interval leaves zero out", () => {
    const nearby = fc.double({ min: 1e-9, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(requests, nearby, fc.boolean(), (request, distance, above) => {
        const lift = answered(request);
        const p = lift.pValue;
        // As close to the p-value of this very series as 1 − α can be told apart from 1 − p.
        const alpha = above ? p + distance * (1 - p) : p - distance * p;
        fc.pre(alpha > 1e-12 && alpha < 1 && Math.abs(alpha - p) > 1e-11);
        const { low, high } = lift.effectTotalInterval(1 - alpha);
        expect(low > 0 || high < 0).toBe(p < alpha);
        expect(lift.pValue).toBeCloseTo(
          2 * Math.min(lift.probabilityPositive, 1 - lift.probabilityPositive),
          12,
        );
      }),
      { numRuns: 200 },
    );
  });

  it("does not care in which unit, from which zero or with which sign a control is measured", () => {
    fc.assert(
      fc.property(requests, noise, (request, factor) => {
        fc.pre(Math.abs(factor) > 1e-3);
        const [control] = request.controls ?? [];
        fc.pre(control !== undefined);
        const change = (value: number): number => factor * value + 3;
        const moved = { pre: (control?.pre ?? []).map(change), post: (control?.post ?? []).map(change) };
        const before = answered(request).effectTotalInterval(0.8);
        const after = answered({ ...request, controls: [moved] }).effectTotalInterval(0.8);
        const tolerance = 1e-7 * (before.high - before.low);
        expect(Math.abs(after.low - before.low)).toBeLessThan(tolerance);
        expect(Math.abs(after.high - before.high)).toBeLessThan(tolerance);
      }),
      { numRuns: 50 },
    );
  });

  it("adds its periods up to its total, and never lets a later period restate an earlier one", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const lift = answered(request);
        const periods = lift.periods(0.8);
        const total = periods.reduce((sum, period) => sum + period.effect, 0);
        expect(total).toBeCloseTo(lift.effectTotal, 7);
        expect(periods.at(-1)?.cumulativeEffectInterval).toEqual(lift.effectTotalInterval(0.8));
        const shorter = {
          ...request,
          post: request.post.slice(0, 1),
          controls: (request.controls ?? []).map(({ pre, post }) => ({ pre, post: post.slice(0, 1) })),
        };
        expect(answered(shorter).periods(0.8)[0]).toEqual(periods[0]);
      }),
      { numRuns: 30 },
    );
  });

  it("is far narrower than the sum of its periods' intervals would have it be", () => {
    const { lift } = bike();
    const summed = lift.periods(0.95).reduce((sum, { effectInterval: { low, high } }) => sum + high - low, 0);
    const { low, high } = lift.effectTotalInterval(0.95);
    expect(high - low).toBeLessThan(0.9 * summed);
  });

  it("takes a trend and a control as the columns one would write oneself", () => {
    const pre = [4.1, 4.4, 3.9, 4.8, 5.2, 5, 5.5, 5.1, 5.9, 6.3];
    const post = [6, 6.4, 6.1];
    const control = { pre: [1, 2, 1, 3, 2, 4, 3, 3, 5, 4], post: [4, 6, 5] };
    const own = answered({
      pre,
      post,
      designPre: pre.map((_, i) => [1, i, control.pre[i] as number]),
      designPost: post.map((_, i) => [1, 10 + i, control.post[i] as number]),
    });
    const composed = answered({ pre, post, trend: true, controls: [control] });
    expect(composed.effectTotal).toBeCloseTo(own.effectTotal, 10);
    expect(composed.pValue).toBeCloseTo(own.pValue, 10);
  });

  it("weighs periods in totals and means", () => {
    const request = { pre: [5, 6, 5, 7, 6, 5], post: [9, 8] };
    const heavy = answered({ ...request, weights: [2, 0] });
    const first = answered({ ...request, post: [9] });
    expect(heavy.effectTotal).toBeCloseTo(2 * first.effectTotal, 10);
    expect(heavy.effectMean).toBeCloseTo(first.effectMean, 10);
    expect(heavy.pValue).toBeCloseTo(first.pValue, 10);
  });

  it("says that a constant history shows no noise, and gives a point for an interval", () => {
    const lift = answered({ pre: [5, 5, 5, 5], post: [6, 7] });
    expect(lift).toMatchObject({ noiseSeen: false, pValue: 0, probabilityPositive: 1 });
    const { low, high } = lift.effectTotalInterval(0.95);
    expect(low).toBeCloseTo(3, 12);
    expect(high).toBe(low);
  });

  it("sees no effect where a constant history goes on as it was, whatever rounding does to it", () => {
    for (const value of [5, 0.1, 0, -7e9]) {
      const same = answered({ pre: [value, value, value], post: [value, value] });
      expect(same).toMatchObject({ pValue: 1, probabilityPositive: 0 });
      expect(same.effectTotalInterval(0.5)).toEqual({ low: 0, high: 0, level: 0.5 });
    }
  });

  it("stays finite for huge, tiny and very noisy series", () => {
    for (const unit of [1e-200, 1, 1e200]) {
      const lift = answered({ pre: [1, -2, 3, -1, 2].map((v) => v * unit), post: [5 * unit] });
      const { low, high } = lift.effectTotalInterval(0.99);
      expect(Number.isFinite(low) && Number.isFinite(high) && lift.pValue > 0).toBe(true);
    }
  });

  it("has no relative lift near a zero expectation", () => {
    const lift = answered({ pre: [0, 3, -2, 1, -1, 2], post: [5] });
    expect(lift.relativeLift(0.8)).toMatchObject({ kind: "no-value" });
  });

  it("refuses a design the periods cannot carry, with the reason", () => {
    const pre = [5, 6, 5, 7];
    const still = { pre: [2, 2, 2, 2], post: [3] };
    expect(mixtureCounterfactual({ pre, post: [6], controls: [still] })).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("combination"),
    });
    expect(mixtureCounterfactual({ pre: [5, 6], post: [6], trend: true })).toEqual({
      kind: "refused",
      reason: "2 columns need more than 2 pre-periods",
    });
    expect(mixtureCounterfactual({ pre: [], post: [6] })).toMatchObject({ kind: "refused" });
  });

  it("throws for values that are none, lengths that differ and nothing to measure", () => {
    const pre = [5, 6, 5, 7];
    expect(() => mixtureCounterfactual({ pre, post: [] })).toThrow("no period since the start");
    expect(() => mixtureCounterfactual({ pre, post: [Number.NaN] })).toThrow(RangeError);
    expect(() => mixtureCounterfactual({ pre: [5, Infinity, 5], post: [6] })).toThrow(RangeError);
    expect(() => mixtureCounterfactual({ pre, post: [6], weights: [1, 1] })).toThrow("2 weights for 1");
    for (const weights of [[0], [-1], [Infinity], [Number.NaN]]) {
      expect(() => mixtureCounterfactual({ pre, post: [6], weights })).toThrow("not all 0");
    }
    expect(() => mixtureCounterfactual({ pre, post: [6], designPre: [[1]], designPost: [[1]] })).toThrow(
      "a row for every period",
    );
    expect(() =>
      mixtureCounterfactual({
        pre,
        post: [6],
        trend: true,
        designPre: pre.map(() => [1]),
        designPost: [[1]],
      }),
    ).toThrow("not both");
    const shorter = { pre: [1, 2, 3], post: [1] };
    expect(() => mixtureCounterfactual({ pre, post: [6], controls: [shorter] })).toThrow(
      "a value for every period",
    );
  });
});
