import { describe, expect, it } from "vitest";
import { againstPublished } from "./against-published.ts";
import { findPublished } from "./benchmark-library/benchmark-library.ts";
import {
  automationReturn,
  contentMarketingReturn,
  firstYearGain,
} from "./benchmark-library/return-figures.ts";
import { headlineType } from "./roi-figure.ts";

const own = (ratio: string) => ({ ...headlineType, ratio });

function published(key: string) {
  const found = findPublished(key);
  if (found === undefined) throw new Error(`no figure ${key}`);
  return found;
}

describe("againstPublished", () => {
  it("keeps both readings of an ambiguous 544% and compares with the low one", () => {
    expect([automationReturn.low, automationReturn.high]).toEqual(["4.44", "5.44"]);
    const side = (ratio: string) => {
      const answer = againstPublished(own(ratio), automationReturn);
      return answer.kind === "not-comparable" ? null : [answer.kind, answer.against, answer.side];
    };
    expect(side("4.4399")).toEqual(["read-as", "4.44", "under"]);
    expect(side("4.44")).toEqual(["read-as", "4.44", "within"]);
    expect(side("5")).toEqual(["read-as", "4.44", "over"]);
  });

  it("never holds net ROI against a gain in the ROI of campaigns", () => {
    expect(againstPublished(own("0.2"), firstYearGain)).toEqual({
      kind: "not-comparable",
      reason: "A gain in the ROI of campaigns is not a return on AI spend.",
    });
  });

  it.each([
    ["0.299", "under"],
    ["0.3", "within"],
    ["0.6999", "within"],
    ["0.7", "over"],
  ])("puts %s against 30 to 70%% %s", (ratio, side) => {
    expect(againstPublished(own(ratio), published("pilots-roi"))).toMatchObject({ kind: "read-as", side });
  });

  it("has nothing over a range that is open upwards", () => {
    expect(againstPublished(own("1000"), published("transform-roi"))).toMatchObject({ side: "within" });
  });

  it("says in a sentence where it lies, with the publisher and the caveat", () => {
    const answer = againstPublished(own("0.744"), contentMarketingReturn);
    expect(answer.kind !== "not-comparable" && answer.sentence).toBe(
      "74% is under the published 748% (SQ Magazine: a best case, not a median).",
    );
  });

  it("refuses a gross figure, and what is no ROI at all", () => {
    expect(againstPublished({ ...own("1.3"), basis: "gross" }, published("pilots-roi")).kind).toBe(
      "not-comparable",
    );
    expect(againstPublished(own("0.3"), published("pilots-reaching-scale"))).toEqual({
      kind: "not-comparable",
      reason: "The figure is no ROI: pilots that reach widescale deployment.",
    });
  });
});
