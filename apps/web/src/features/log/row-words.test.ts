import { describe, expect, it } from "vitest";
import { ratioText } from "./row-words.ts";

const conversions = {
  kpiName: "Conversion rate",
  scope: "Web shop",
  display: "percent",
  currency: null,
  isTotal: false,
  numeratorUnit: "conversion",
  denominatorUnit: "visit",
} as const;
const assets = { ...conversions, display: "number", isTotal: true, denominatorUnit: "week" } as const;

describe("ratioText", () => {
  it("has the digits of the ratio that stands beside it", () => {
    const ratios = ["1203", "1131"].map((numerator) =>
      ratioText(conversions, { numerator, denominator: "40100" }, "en-GB"),
    );
    expect(ratios).toEqual(["3.00%", "2.82%"]);
  });

  it("leaves a total as it is counted, and has a dash for what is no number", () => {
    expect(ratioText(assets, { numerator: "7", denominator: "1" }, "en-GB")).toBe("7");
    expect(ratioText(conversions, { numerator: "7", denominator: "0" }, "en-GB")).toBe("–");
    expect(ratioText(conversions, undefined, "en-GB")).toBe("–");
  });
});
