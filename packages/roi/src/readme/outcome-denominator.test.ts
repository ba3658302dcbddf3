import { describe, expect, it } from "vitest";
import { outcomeValue } from "@liftledger/roi/outcome-value";
import { expectedOutcomes } from "@liftledger/roi/response-curve";

// The example under “Where the denominator is the outcome: acquisition cost”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("compares outcomes at the actual spend", () => {
    expect(
      expectedOutcomes({ kind: "power", spend: 100_000, outcomes: 1000, elasticity: 0.65 }, 200_000),
    ).toEqual({ kind: "value", outcomes: expect.closeTo(1569.168, 3) });
    expect(outcomeValue({ margin: "140", outcomes: "1900", outcomesWithout: "1569", spend: "200000" })).toBe(
      "46340",
    );
    expect(
      outcomeValue({
        margin: "140",
        outcomes: "637",
        outcomesWithout: "637",
        spend: "50000",
        spendWithout: "50000",
      }),
    ).toBe("0");
  });
});
