import { describe, expect, it } from "vitest";
import { countOf, formatKpiDifference, formatKpiValue, pluralOf } from "./unit.ts";

const british = { locale: "en-GB", currency: "EUR" } as const;

describe("formatKpiValue", () => {
  it.each([
    [0.0234, "percent", "2.34%"],
    [0.000184, "percent", "0.018%"],
    [54.4, "money", "€54.40"],
    [54_321.5, "money", "€54,322"],
    [3.456, "multiple", "3.46×"],
    [0.07, "hours", "4.2 mins"],
    [12.5, "hours", "12.5 hrs"],
    [1, "days", "1 day"],
    [48.440618, "days", "48.4 days"],
    [1_234_567, "number", "1,234,567"],
    [0, "number", "0"],
  ] as const)("writes %d as %s: %s", (value, display, text) => {
    expect(formatKpiValue(value, display, british)).toBe(text);
  });
  it("writes numbers as the reader's language does", () => {
    expect(formatKpiValue(48.4, "days", { locale: "de-DE" })).toBe("48,4 Tage");
    expect(formatKpiValue(1234.5, "money", { locale: "de-DE", currency: "EUR" })).toBe("1.235\u00a0€");
  });
  it("writes money of an unknown currency as a number, never in a guessed one", () => {
    expect(formatKpiValue(54.4, "money", { locale: "en-GB" })).toBe("54.4");
  });
});

describe("formatKpiDifference", () => {
  it.each([
    [0.0208, "percent", "+2.08 points"],
    [-0.01, "percent", "-1 point"],
    [-1.5, "days", "-1.5 days"],
    [0, "number", "0"],
    [12, "money", "+€12.00"],
  ] as const)("writes %d as %s: %s", (difference, display, text) => {
    expect(formatKpiDifference(difference, display, british)).toBe(text);
  });
});

describe("countOf", () => {
  it("says one lead and many leads", () => {
    expect(countOf(1, "lead", "en-GB")).toBe("1 lead");
    expect(countOf(8000, "lead", "en-GB")).toBe("8,000 leads");
    expect(countOf(0, "inquiry", "en-GB")).toBe("0 inquiries");
  });
});

describe("pluralOf", () => {
  it("knows money, days and boxes", () => {
    expect(["money", "day", "box", "class", "output"].map(pluralOf)).toEqual([
      "money",
      "days",
      "boxes",
      "classes",
      "outputs",
    ]);
  });
});
