import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mixtureCounterfactual, type CounterfactualRequest } from "./mixture-counterfactual.ts";
import { answerOf } from "./testing/answer-of.ts";

const answered = (request: CounterfactualRequest) => answerOf(mixtureCounterfactual(request));

describe("mixtureCounterfactual", () => {
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
});
