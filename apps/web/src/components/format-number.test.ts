import { describe, expect, it } from "vitest";
import { formatCount, formatInUnit, formatMoney, formatPercent, formatRange } from "./format-number.ts";

const locale = "en";

describe("formatPercent", () => {
  it("rounds to whole percent unless told otherwise", () => {
    expect(formatPercent(0.825, { locale })).toBe("83%");
    expect(formatPercent(0.825, { locale, digits: 1 })).toBe("82.5%");
  });

  it("uses a minus sign and never shows a negative zero", () => {
    expect(formatPercent(-0.22, { locale })).toBe("−22%");
    expect(formatPercent(-0.0004, { locale })).toBe("0%");
  });

  it("follows the reader's locale", () => {
    expect(formatPercent(1.74, { locale: "de" })).toBe("174\u00a0%");
  });
});

describe("formatMoney", () => {
  it("keeps cents for small amounts and drops them for large ones", () => {
    expect(formatMoney(58.4, "EUR", { locale })).toBe("€58.40");
    expect(formatMoney(52_700.4, "EUR", { locale })).toBe("€52,700");
  });

  it("shortens to three digits for a table", () => {
    expect(formatMoney(885_432, "EUR", { locale, compact: true })).toBe("€885K");
    expect(formatMoney(2_424_000, "EUR", { locale, compact: true })).toBe("€2.42M");
    expect(formatMoney(412, "EUR", { locale, compact: true })).toBe("€412");
  });

  it("keeps the zeros that say how exact it is, but on an axis", () => {
    expect(formatMoney(6001, "EUR", { locale, compact: true })).toBe("€6.00K");
    expect(formatMoney(13_980, "EUR", { locale, compact: true })).toBe("€14.0K");
    expect(formatMoney(20_000, "EUR", { locale, compact: "axis" })).toBe("€20K");
  });
});

describe("formatCount", () => {
  it("shows more digits the smaller the number", () => {
    expect(formatCount(6112.4, { locale })).toBe("6,112");
    expect(formatCount(9.84, { locale })).toBe("9.84");
    expect(formatCount(0.02771, { locale })).toBe("0.0277");
  });
});

describe("formatRange", () => {
  it("writes both ends in the unit of the figure", () => {
    expect(formatRange(-0.04, 1.01, "ratio", { locale })).toBe("−4% to 101%");
    expect(formatRange(1200, 3400, "USD", { locale, compact: true })).toBe("$1.20K to $3.40K");
  });
});

describe("formatInUnit", () => {
  it("knows the three kinds of unit on the wire", () => {
    expect([formatInUnit(0.5, "ratio", { locale }), formatInUnit(7, "count", { locale })]).toEqual([
      "50%",
      "7",
    ]);
    expect(formatInUnit(1000, "CHF", { locale })).toBe("CHF\u00a01,000");
  });
});
