import { describe, expect, it } from "vitest";
import { standardisedDesign } from "./standardised-design.ts";

describe("standardisedDesign", () => {
  it("measures covariates from their mean, in deviations, of the periods before the start", () => {
    const { designPre, designPost } = standardisedDesign({
      pre: [
        [1, 50],
        [3, 40],
      ],
      post: [[4, 45]],
    });
    // Means 2 and 45, deviations √2 and √50.
    expect(designPre.map((row) => row.map((value) => Number(value.toFixed(12))))).toEqual([
      [1, Number((-Math.SQRT1_2).toFixed(12)), Number(Math.SQRT1_2.toFixed(12))],
      [1, Number(Math.SQRT1_2.toFixed(12)), Number((-Math.SQRT1_2).toFixed(12))],
    ]);
    expect(designPost[0]?.[1]).toBeCloseTo(Math.SQRT2, 12);
    expect(designPost[0]?.[2]).toBeCloseTo(0, 12);
  });

  it("refuses a covariate that does not move, whatever its size, and rows of unequal length", () => {
    for (const value of [0, 7, -3e9]) {
      expect(() => standardisedDesign({ pre: [[value], [value], [value]], post: [] })).toThrow(
        "does not move",
      );
    }
    const near = [[1e9], [1e9 + 1], [1e9 - 1]];
    expect(standardisedDesign({ pre: near, post: [] }).designPre).toHaveLength(3);
    const small = [[1e-9], [1.1e-9], [0.9e-9]];
    expect(standardisedDesign({ pre: small, post: [] }).designPre).toHaveLength(3);
    expect(() => standardisedDesign({ pre: [[1], [2, 3]], post: [] })).toThrow(RangeError);
    const second = [
      [1, 4],
      [2, 4],
    ];
    expect(() => standardisedDesign({ pre: second, post: [] })).toThrow("covariate 2 does not move");
  });

  it("is as empty as what it is made of", () => {
    expect(standardisedDesign({ pre: [], post: [] })).toEqual({ designPre: [], designPost: [] });
    expect(() => standardisedDesign({ pre: [], post: [[1]] })).toThrow("a row has 1 covariates instead of 0");
  });
});
