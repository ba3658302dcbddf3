import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearisedRatio } from "./linearised-ratio.ts";

describe("linearisedRatio", () => {
  it("measures each period from the pooled ratio before the start", () => {
    const before = { numerators: [2, 4], denominators: [20, 20] };
    const after = { numerators: [5, 1], denominators: [25, 15] };
    const { baselineRatio, pre, post } = linearisedRatio({ before, after });
    // 6 / 40; (2 − 3) / 20 and (4 − 3) / 20; (5 − 3.75) / 20 and (1 − 2.25) / 20.
    expect(baselineRatio).toBeCloseTo(0.15, 15);
    expect(pre.map((z) => Number(z.toFixed(12)))).toEqual([-0.05, 0.05]);
    expect(post.map((z) => Number(z.toFixed(12)))).toEqual([0.0625, -0.0625]);
  });

  it("has a mean after the start that is the change of the pooled ratio", () => {
    const side = fc.array(fc.tuple(fc.integer({ min: -50, max: 400 }), fc.integer({ min: 1, max: 900 })), {
      minLength: 1,
      maxLength: 12,
    });
    const counted = (pairs: [number, number][]) => ({
      numerators: pairs.map(([numerator]) => numerator),
      denominators: pairs.map(([, denominator]) => denominator),
    });
    const pooled = (pairs: [number, number][]): number =>
      pairs.reduce((sum, [n]) => sum + n, 0) / pairs.reduce((sum, [, d]) => sum + d, 0);
    fc.assert(
      fc.property(side, side, (before, after) => {
        const { pre, post } = linearisedRatio({ before: counted(before), after: counted(after) });
        const mean = (values: number[]): number => values.reduce((sum, z) => sum + z, 0) / values.length;
        expect(mean(pre)).toBeCloseTo(0, 9);
        expect(mean(post)).toBeCloseTo(pooled(after) - pooled(before), 9);
      }),
    );
  });

  it("takes a period without volume as one that says nothing", () => {
    const side = { numerators: [0, 3], denominators: [0, 30] };
    expect(linearisedRatio({ before: side, after: side })).toEqual({
      baselineRatio: 0.1,
      pre: [0, 0],
      post: [0, 0],
    });
  });

  it("refuses lengths that differ, values that are none and a side without volume", () => {
    const good = { numerators: [1, 2], denominators: [10, 10] };
    for (const before of [
      { numerators: [1], denominators: [10, 10] },
      { numerators: [1, Number.NaN], denominators: [10, 10] },
      { numerators: [1, 2], denominators: [10, -1] },
      { numerators: [1, 2], denominators: [0, 0] },
      { numerators: [], denominators: [] },
    ]) {
      expect(() => linearisedRatio({ before, after: good })).toThrow(RangeError);
      expect(() => linearisedRatio({ before: good, after: before })).toThrow(RangeError);
    }
  });
});
