import { describe, expect, it } from "vitest";
import { reviewCountedTwice } from "@liftledger/roi/double-counting";
import { inducedVolumeValue } from "@liftledger/roi/induced-volume";
import { realisedAmounts } from "@liftledger/roi/realisation";
import { checkValuePools } from "@liftledger/roi/value-pool";

// The example under “Saved time: content in 7 hours instead of 12”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("values saved time once", () => {
    expect(realisedAmounts(19_500_00n, { accepted: "0", redeployed: "0.5", cashed: "0.5" })).toMatchObject({
      cash: 9_750_00n,
      cashPlusCapacity: 19_500_00n,
      apart: 0n,
    });
    expect(
      inducedVolumeValue(
        {
          expectedRatio: "12",
          actualRatio: "7",
          expectedVolume: "60",
          actualVolume: "100",
          direction: "lower",
          unitValue: "65",
        },
        2,
      ),
    ).toMatchObject({ saving: "19500", additionalValue: null, value: "19500", changeInCash: "1300" });
    expect(reviewCountedTwice([], ["review-and-rework"])).toBeNull();
    expect(
      checkValuePools([
        {
          pool: "content",
          segment: [],
          series: "hours per asset",
          period: "2025-05",
          holder: "Drafting",
          share: "1",
        },
        {
          pool: "content",
          segment: [],
          series: "content cost",
          period: "2025-05",
          holder: "Drafting",
          share: "1",
        },
      ]),
    ).toMatchObject({
      kind: "refused",
      reason:
        "content in 2025-05 is claimed at 200%: Drafting 200%. hours per asset and content cost are the same money.",
    });
  });
});
