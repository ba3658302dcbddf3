import { describe, expect, it } from "vitest";
import { dividedTrees, scaledTrees } from "@liftledger/roi/claim-trees";
import { evaluateExplanation, leaf } from "@liftledger/roi/explanation";
import { inducedVolumeTrees } from "@liftledger/roi/induced-volume-tree";
import { outcomeValueTree } from "@liftledger/roi/outcome-value";
import { realisedTrees } from "@liftledger/roi/realised-trees";
import { uncertainProductTrees } from "@liftledger/roi/uncertain-product-trees";

// The example under “The tree behind a figure”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("explains what is divided and what is uncertain", () => {
    expect(
      realisedTrees(
        leaf("Measured value", "19500", "EUR", { kind: "measured", text: "logged" }),
        { accepted: "0", redeployed: "0.5", cashed: "0.5" },
        {},
        { places: 2, source: { kind: "assumption", text: "approved" } },
      ),
    ).toMatchObject({ cash: { value: "9750" }, cashPlusCapacity: { value: "19500" }, apart: { value: "0" } });
    expect(
      dividedTrees(
        leaf("Value of the lift", "100.01", "EUR", { kind: "measured", text: "logged" }),
        [{ holder: "Chat", share: "0.6" }],
        { places: 2, source: { kind: "assumption", text: "approved" } },
      ),
    ).toMatchObject({ parts: [{ tree: { value: "60.01" } }], unclaimed: { value: "40" } });
    expect(
      scaledTrees(
        [
          { holder: "Lead scoring", share: "0.9" },
          { holder: "Chat", share: "0.6" },
        ],
        { kind: "assumption", text: "approved" },
      ).map(evaluateExplanation),
    ).toEqual(["0.6", "0.4"]);
    expect(
      evaluateExplanation(
        uncertainProductTrees({ mean: 0.6, deviation: 0.1 }, { mean: 100, deviation: 20 }, "EUR", {
          kind: "assumption",
          text: "approved",
        }).variance,
      ),
    ).toBe("248"); // 0.36 × 400 + 10,000 × 0.01 + 0.01 × 400
    expect(
      outcomeValueTree(
        { margin: "140", outcomes: "1900", outcomesWithout: "1569", spend: "200000" },
        { currency: "EUR", places: 2, source: { kind: "measured", text: "logged" } },
      ).value,
    ).toBe("46340");
    expect(
      evaluateExplanation(
        inducedVolumeTrees(
          {
            expectedRatio: "12",
            actualRatio: "7",
            expectedVolume: "60",
            actualVolume: "100",
            direction: "lower",
            unitValue: "65",
          },
          { currency: "EUR", places: 2, source: { kind: "measured", text: "logged" } },
        ).changeInCash,
      ),
    ).toBe("1300"); // 12 × 60 − 7 × 100 hours, at 65
  });
});
