import { describe, expect, it } from "vitest";
import { prepareRegression } from "./prepared-regression.ts";

describe("prepareRegression", () => {
  it("takes a series of zeros for a perfect fit, with residuals of zero", () => {
    const prepared = prepareRegression({ times: [0, 1, 2], y: [0, 0, 0], design: [[1], [1], [1]] });
    if ("kind" in prepared) throw new Error(prepared.reason);
    expect(prepared.residualScale).toBe(0);
    expect(prepared.columns.slice(3)).toEqual(new Float64Array(3));
    expect(prepared.ordinary).toEqual([0]);
  });
});
