import { describe, expect, it } from "vitest";
import { benefitCostRatio } from "./benefit-cost-ratio.ts";
import { netRoiOnPresentValue } from "./roi.ts";

describe("benefitCostRatio and netRoiOnPresentValue", () => {
  // The "annual-metrics" vector of the finance reference set.
  const presentValueOfCosts = "149737.0398196844";
  it("divide by the present value of the costs", () => {
    const ratio = benefitCostRatio({ presentValueOfBenefits: "188279.4891059354", presentValueOfCosts });
    const roi = netRoiOnPresentValue({ netPresentValue: "38542.44928625094", presentValueOfCosts });
    expect(ratio.kind === "value" && Number(ratio.ratio)).toBeCloseTo(1.257400903161064, 14);
    expect(roi.kind === "value" && Number(roi.ratio)).toBeCloseTo(0.2574009031610637, 14);
  });
  it.each(["0", "-1"])("are undefined, with a reason, at a cost of %s", (cost) => {
    const reason = { kind: "undefined", reason: expect.stringContaining("cost") };
    expect(benefitCostRatio({ presentValueOfBenefits: 1, presentValueOfCosts: cost })).toEqual(reason);
    expect(netRoiOnPresentValue({ netPresentValue: 1, presentValueOfCosts: cost })).toEqual(reason);
  });
});
