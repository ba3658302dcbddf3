import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation } from "./explanation.ts";
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
    const near = (x: number | string | undefined, y: number | string | undefined, hair: number) =>
      Math.abs(Number(x) - Number(y)) <= hair + 1e-9 * Math.abs(Number(y));
    let compared = 0;
    fc.assert(
      fc.property(fc.oneof(arbitraryInitiative, arbitraryMeasuredInitiative), (input) => {
        const { breakEven: line, breakEvenTrees: trees } = evaluateInitiative(input);
        expect(trees === null).toBe(line === null);
        for (const tree of Object.values(trees ?? {})) {
          if (tree === null) continue;
          compared += 1;
          expect(evaluateExplanation(tree)).toBe(tree.value);
        }
        const { liftNeeded, unitValueNeeded, monthlyCostAffordable } = trees ?? {};
        if (liftNeeded) expect(near(line?.liftNeeded?.value, liftNeeded.value ?? "", 1e-9)).toBe(true);
        if (unitValueNeeded)
          expect(near(line?.unitValueNeeded ?? "", unitValueNeeded.value ?? "", 0.01)).toBe(true);
        if (monthlyCostAffordable)
          expect(near(line?.monthlyCostAffordable?.amount, monthlyCostAffordable.value ?? "", 0.01)).toBe(
            true,
          );
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});
