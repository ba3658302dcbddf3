import { describe, expect, it } from "vitest";
import { breakEvenValues } from "@liftledger/roi/break-even-values";

// The example under “Break-even”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("says what would break even", () => {
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
  });
});
