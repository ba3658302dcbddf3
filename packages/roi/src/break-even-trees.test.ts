import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation, type Explanation } from "./explanation.ts";
import { arbitraryInitiative } from "./testing/arbitrary-initiative.ts";
import { arbitraryMeasuredInitiative } from "./testing/arbitrary-measurement.ts";
import { exampleInitiative } from "./testing/example-initiative.ts";

describe("breakEvenTrees", () => {
  it("explains each value of the example: 9,000 a month against 24 more opportunities at 180", () => {
    const { breakEvenTrees: trees } = evaluateInitiative(exampleInitiative());
    // 54,000 ÷ (24,000 × 180) = 1.25 points; 54,000 ÷ 144 = 375; 25,920 ÷ 6 = 4,320.
    expect(trees?.liftNeeded?.value).toBe("0.0125");
    expect(trees?.unitValueNeeded?.value).toBe("375");
    expect(trees?.monthlyCostAffordable?.value).toBe("4320");
  });

  it("gives the figures of the line, whatever is measured and however", () => {
    let compared = 0;
    const agrees = (
      tree: Explanation | null | undefined,
      shown: number | string | undefined,
      hair: number,
    ) => {
      if (tree === null || tree === undefined) return true;
      compared += 1;
      const value = Number(evaluateExplanation(tree));
      return Math.abs(Number(shown) - value) <= hair + 1e-9 * Math.abs(value);
    };
    fc.assert(
      fc.property(fc.oneof(arbitraryInitiative, arbitraryMeasuredInitiative), (input) => {
        const { breakEven: line, breakEvenTrees: trees } = evaluateInitiative(input);
        expect(trees === null).toBe(line === null);
        expect(agrees(trees?.liftNeeded, line?.liftNeeded?.value, 1e-9)).toBe(true);
        // Amounts are shown to the cent, margins to four digits.
        expect(agrees(trees?.unitValueNeeded, line?.unitValueNeeded ?? undefined, 0.01)).toBe(true);
        expect(agrees(trees?.monthlyCostAffordable, line?.monthlyCostAffordable?.amount, 0.01)).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});
