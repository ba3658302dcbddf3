import { describe, expect, it } from "vitest";
import { againstPublished } from "@liftledger/roi/against-published";
import { findPublished } from "@liftledger/roi/benchmark-library/benchmark-library";
import { automationReturn } from "@liftledger/roi/benchmark-library/return-figures";
import { comparability } from "@liftledger/roi/comparability";
import { campaignGain, firstYearComparison } from "@liftledger/roi/first-year";
import {
  asNet,
  headlineType,
  ratioOfPercent,
  returnPerUnitSpent,
  roiFigure,
} from "@liftledger/roi/roi-figure";

// The example under “ROI with its type, and what may be compared”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("types every ROI and compares only what is alike", () => {
    expect(roiFigure({ value: "130", cost: "100", currency: "EUR", type: headlineType })).toMatchObject({
      ratio: "0.3",
    });
    expect(roiFigure({ value: "130", cost: "0", currency: "EUR", type: headlineType }).kind).toBe("no-value");
    expect(asNet({ ratio: "5.44", basis: "gross" })).toBe("4.44"); // 5.44 back for each 1 spent is 444% net
    expect(returnPerUnitSpent(ratioOfPercent("544"))).toBe("6.44"); // and 544% net is 6.44 back
    expect(comparability(headlineType, { ...headlineType, basis: "gross" }).kind).toBe("not-comparable");
    expect(comparability(headlineType, { ...headlineType, basis: "unstated" })).toEqual({
      kind: "read-as",
      reason: "The source states no basis; read as net.",
    });
    expect(findPublished("pilots-roi")).toMatchObject({ low: "0.3", high: "0.7", publisher: "Hashmeta" });
    expect([automationReturn.low, automationReturn.high]).toEqual(["4.44", "5.44"]);
    expect(againstPublished({ ...headlineType, ratio: "4.5" }, automationReturn)).toMatchObject({
      kind: "read-as",
      against: "4.44",
      side: "over",
    });
    expect(firstYearComparison("0.2").kind).toBe("not-comparable"); // 15-40% is a gain in the ROI of campaigns
    expect(campaignGain(1.2, 1.5)).toMatchObject({ kind: "read-as", side: "within" }); // 25%
  });
});
