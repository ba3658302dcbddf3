import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { roiQuantiles } from "./roi-quantiles.ts";

const named = (...ratios: string[]) => ratios.map((ratio, place) => ({ name: `Initiative ${place}`, ratio }));

describe("roiQuantiles", () => {
  // numpy 1.24, np.quantile(ratios, [0.25, 0.5, 0.75]), method "linear".
  it.each([
    [["-0.712", "0.3", "0.05", "1.25"], "-0.1405", "0.175", "0.5375"],
    [["-0.712", "0.3", "0.05", "1.25", "4.4"], "0.05", "0.3", "1.25"],
    [["-0.712", "0.3", "0.05", "1.25", "4.4", "0.9"], "0.1125", "0.6", "1.1625"],
    [["0.5", "0.5", "0.5", "0.5"], "0.5", "0.5", "0.5"],
  ])("of %j", (ratios, lower, median, upper) => {
    const found = roiQuantiles(named(...ratios));
    expect([found?.quartiles?.lower.ratio, found?.median.ratio, found?.quartiles?.upper.ratio]).toEqual([
      lower,
      median,
      upper,
    ]);
  });

  it("has no quartiles of fewer than four, and nothing of none", () => {
    expect(roiQuantiles(named("1", "2", "4"))).toMatchObject({ median: { ratio: "2" }, quartiles: null });
    expect(roiQuantiles([])).toBeNull();
  });

  it("does not depend on the order, and is what its trees give", () => {
    const ratios = fc.array(
      fc.integer({ min: -5000, max: 5000 }).map((thousandths) => String(thousandths / 1000)),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(ratios, (given) => {
        const found = roiQuantiles(named(...given));
        expect(roiQuantiles(named(...given.toReversed()))?.median.ratio).toBe(found?.median.ratio);
        const parts = [found?.median, found?.quartiles?.lower, found?.quartiles?.upper];
        for (const part of parts.filter((one) => one !== undefined))
          expect(evaluateExplanation(part.tree)).toBe(part.ratio);
      }),
    );
  });
});
