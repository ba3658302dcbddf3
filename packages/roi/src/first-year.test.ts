import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { campaignGain, firstYearComparison } from "./first-year.ts";

describe("firstYearComparison", () => {
  it.each(["0.2", "-1", "4"])("is not comparable at a net ROI of %s", (roi) => {
    expect(firstYearComparison(roi)).toMatchObject({
      kind: "not-comparable",
      reason: "A gain in the ROI of campaigns is not a return on AI spend.",
    });
  });
});

describe("campaignGain", () => {
  it.each([
    [2, 2.2, "under"],
    [2, 2.3, "within"],
    [1.2, 1.5, "within"],
    [2, 2.8, "over"],
  ])("from %f to %f is %s the published range", (before, after, side) => {
    expect(campaignGain(before, after)).toMatchObject({ side });
  });

  it("explains the gain: (1.5 − 1.2) ÷ 1.2 is a quarter", () => {
    const { gain, tree } = campaignGain(1.2, 1.5);
    expect(gain).toBe("0.25");
    expect(tree && evaluateExplanation(tree)).toBe("0.25");
  });

  it.each([0, -0.5])("has no answer from an ROI of %f", (before) => {
    expect(campaignGain(before, 1).kind).toBe("not-comparable");
  });
});
