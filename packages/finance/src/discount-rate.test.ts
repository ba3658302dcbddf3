import { describe, expect, it } from "vitest";
import {
  annualRateOfMonthly,
  dailyRate,
  DISCOUNT_RATE_PRESETS,
  monthlyRate,
  monthlyRateOfQuotedRate,
  nominalRate,
  realRate,
  requireSamePrices,
} from "./discount-rate.ts";
import { expectWithin } from "./testing/expect-within.ts";

const exact = { abs: 0, rel: 1e-19 };

// The "rate-conversion" vectors of the finance reference set, at 60 digits.
const vectors = [
  {
    annual: "0.10",
    monthly: "0.007974140428903741066",
    daily: "0.00026115787606781216169",
    quoted: "0.0083333333333333333333",
    real: "0.06796116504854368932",
  },
  {
    annual: "0.035",
    monthly: "0.002870898719076627617",
    daily: "0.000094254925873500524634",
    quoted: "0.0029166666666666666667",
    real: "0.0048543689320388349515",
  },
];

describe("monthlyRate, dailyRate, monthlyRateOfQuotedRate and realRate", () => {
  it.each(vectors)("convert $annual a year", ({ annual, monthly, daily, quoted, real }) => {
    expectWithin(monthlyRate(annual), monthly, exact);
    expectWithin(dailyRate(annual), daily, exact);
    expectWithin(monthlyRateOfQuotedRate(annual), quoted, exact);
    expectWithin(realRate(annual, "0.03"), real, exact);
  });
  it("go back to where they came from", () => {
    for (const rate of ["0", "0.035", "0.1", "-0.5", "12"]) {
      expectWithin(annualRateOfMonthly(monthlyRate(rate)), rate, { abs: 1e-30, rel: 1e-30 });
      expectWithin(nominalRate(realRate(rate, "0.03"), "0.03"), rate, { abs: 1e-30, rel: 1e-30 });
    }
    expect(monthlyRate(0)).toBe("0");
  });
  it.each(["-1", "-1.5", -2])("refuse a rate of %s, at which nothing can be discounted", (rate) => {
    expect(() => monthlyRate(rate)).toThrow("-100 percent or below");
    expect(() => realRate("0.1", rate)).toThrow(RangeError);
  });
});

describe("requireSamePrices", () => {
  it("lets nominal meet nominal and real meet real, and nothing else", () => {
    expect(() => requireSamePrices("nominal", DISCOUNT_RATE_PRESETS.tei.prices)).not.toThrow();
    expect(() => requireSamePrices("real", DISCOUNT_RATE_PRESETS.greenBook.prices)).not.toThrow();
    expect(() => requireSamePrices("nominal", DISCOUNT_RATE_PRESETS.greenBook.prices)).toThrow(
      "The flows are nominal and the discount rate is real",
    );
    expect(() => requireSamePrices("real", "nominal")).toThrow(RangeError);
  });
});
