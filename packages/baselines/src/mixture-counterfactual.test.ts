import { describe, expect, it } from "vitest";
import { mixtureCounterfactual, type CounterfactualRequest } from "./mixture-counterfactual.ts";
import { answerOf } from "./testing/answer-of.ts";

const answered = (request: CounterfactualRequest) => answerOf(mixtureCounterfactual(request));

describe("mixtureCounterfactual", () => {
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
