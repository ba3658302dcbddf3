import { describe, expect, it } from "vitest";
import { breakEvenValues } from "@liftledger/roi/break-even-values";
import { forwardValue } from "@liftledger/roi/forward-value";

// The example under “Break-even, and what is still to come”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("says what would break even, and what is still to come", () => {
    expect(
      breakEvenValues({
        currency: "EUR",
        lift: "0.006",
        volume: "4000",
        unitValue: "180",
        attribution: "0.6",
        confidence: "1",
        realised: "1",
        cost: "9000",
      }),
    ).toMatchObject({
      lift: { value: "0.020833333333333333333" }, // 9,000 / (4,000 × 180 × 0.6)
      unitValue: { value: "625" },
      attribution: { kind: "none", reason: "Even all of the difference would not pay the cost." },
      cost: { value: "2592" },
    });
    expect(
      forwardValue({
        currency: "EUR",
        annualRate: "0.1",
        periodType: "year",
        costs: ["30"],
        benefits: ["0", "50", "50"],
        realisedValue: "40",
        sunkCost: "100",
      }),
    ).toMatchObject({
      forwardNetPresentValue: "56.78", // −30 + 50 / 1.1 + 50 / 1.21; the 100 are gone either way
      goingOnPays: true,
      realisedRoi: { ratio: "-0.6" },
    });
  });
});
