import { describe, expect, it } from "vitest";
import { relativeChange } from "./relative-change.ts";

const request = {
  baseline: 0,
  baselineVariance: 1,
  actual: 5,
  actualVariance: 1,
  critical: 2,
  level: 0.95,
};
const nearZero = {
  kind: "no-value",
  reason: "the baseline cannot be told from zero, and no change is a share of nothing",
};

describe("relativeChange", () => {
  it("is none of a baseline that reaches zero exactly, or that is zero", () => {
    const edge = relativeChange({ ...request, baseline: 2 });
    expect([edge.logRatio, edge.delta]).toEqual([nearZero, nearZero]);
    const still = relativeChange({ ...request, baselineVariance: 0 });
    expect([still.logRatio, still.delta, still.fieller.kind]).toEqual([nearZero, nearZero, "unbounded"]);
    expect(relativeChange({ ...request, baseline: 2.01 }).delta.kind).toBe("value");
  });

  it("has of a baseline of zero the shares that are far enough from none, after Fieller", () => {
    // (5 − r·0)² ≤ 2²(1 + r²) for the quotient r: |r| ≥ √5.25, and the change is r − 1.
    const { fieller } = relativeChange(request);
    expect(fieller).toMatchObject({
      kind: "complement",
      upTo: expect.closeTo(-Math.sqrt(5.25) - 1, 12),
      from: expect.closeTo(Math.sqrt(5.25) - 1, 12),
    });
  });
});
