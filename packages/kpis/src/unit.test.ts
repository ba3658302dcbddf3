import { describe, expect, it } from "vitest";
import { findBuiltInKpi } from "./catalogue/catalogue.ts";
import { changeBetween } from "./change.ts";
import type { Kpi } from "./kpi.ts";
import {
  countOf,
  formatChange,
  formatKpiDifference,
  formatKpiValue,
  formatPerUnit,
  pluralOf,
} from "./unit.ts";

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
    [-0, "percent", "0%"],
    [-1e-9, "percent", "0%"],
    [-1e-9, "days", "0 days"],
    [-0.0234, "percent", "-2.34%"],
    [-1500, "money", "-€1,500"],
    [999.999, "money", "€1,000"],
    [0.0042, "money", "€0.0042"],
    [0.00042, "number", "0.00042"],
    [0.0094, "multiple", "0.0094×"],
    [1.5, "percent", "150%"],
    [1e21, "number", "1,000,000,000,000,000,000,000"],
    [Number.NaN, "percent", "–"],
    [-Infinity, "money", "–"],
  ] as const)("writes %d as %s: %s", (value, display, text) => {
    expect(formatKpiValue(value, display, british)).toBe(text);
  });
  it.each([
    [0.03, "percent", "3.00%"],
    [0.0282, "percent", "2.82%"],
    [0.12, "percent", "12.0%"],
    [1, "percent", "100%"],
    [0, "percent", "0.00%"],
    [12, "number", "12.0"],
    [2.5, "multiple", "2.50×"],
    [3, "days", "3.00 days"],
    [0.5, "hours", "30.0 mins"],
    [1240, "money", "€1,240"],
    [37, "money", "€37.00"],
  ] as const)("writes every place of %f as %s beside others: %s", (value, display, text) => {
    expect(formatKpiValue(value, display, { ...british, isAligned: true })).toBe(text);
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
    [0.07 - 0.06, "percent", "+1 point"],
    [-1e-12, "percent", "0 points"],
    [-1e-12, "money", "€0.00"],
    [1234.5, "percent", "+123,450 points"],
    [Number.NaN, "percent", "–"],
  ] as const)("writes %d as %s: %s", (difference, display, text) => {
    expect(formatKpiDifference(difference, display, british)).toBe(text);
  });
});

describe("countOf", () => {
  it("says one lead and many leads", () => {
    expect(countOf(1, "lead", "en-GB")).toBe("1 lead");
    expect(countOf(8000, "lead", "en-GB")).toBe("8,000 leads");
    expect(countOf(0, "inquiry", "en-GB")).toBe("0 inquiries");
    expect(countOf(-0, "lead", "de-DE")).toBe("0 leads");
    expect(countOf(1646, "number", "de-DE")).toBe("1.646 numbers");
    expect(countOf(Infinity, "lead", "en-GB")).toBe("– leads");
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

describe("formatChange", () => {
  it.each([
    [0.02, 0.03, "percent", "+1 point"],
    [12, 9, "days", "-25%"],
    [0, 9, "days", "+9 days"],
    [-4, 5, "number", "+9"],
    [100, 100, "money", "0%"],
    [100, 1050, "money", "+950%"],
    [null, 5, "number", "There is no value before."],
  ] as const)("from %s to %s as %s: %s", (before, after, display, text) => {
    expect(formatChange(changeBetween(before, after), display, british)).toBe(text);
  });
});

describe("formatPerUnit", () => {
  function builtIn(key: string): Kpi {
    const kpi = findBuiltInKpi(key);
    if (!kpi) throw new Error(`no KPI ${key}`);
    return kpi;
  }
  it.each([
    ["customer-acquisition-cost", 54.4, "€54.40 per customer"],
    ["conversion-rate", 0.0234, "2.34%"],
    ["handling-time", 0.07, "4.2 mins per contact"],
    ["sales-cycle-length", 12.34, "12.3 days per deal"],
    ["revenue-per-channel", 54_321, "€54,321 per month"],
    ["return-on-ad-spend", 3.456, "3.46×"],
  ])("writes %s of %d as %s", (key, value, text) => {
    expect(formatPerUnit(value, builtIn(key), { ...british, periodType: "month" })).toBe(text);
  });
  it("names what is counted where the value is a plain number", () => {
    const output: Pick<Kpi, "display" | "numerator" | "denominator"> = {
      display: "number",
      numerator: { counts: "assets finished", unit: "asset", measure: "count" },
      denominator: { counts: "periods", unit: "period", kind: "period" },
    };
    expect(formatPerUnit(1234, output, { locale: "en-GB", periodType: "week" })).toBe(
      "1,234 assets per week",
    );
    expect(formatPerUnit(1, output, { locale: "en-GB" })).toBe("1 asset per period");
  });
});
