import { describe, expect, it } from "vitest";
import { formatKpi, formatKpiMark } from "./format-kpi.ts";

const locale = "en-GB";

describe("formatKpi", () => {
  it("shows each KPI in its own unit", () => {
    expect(formatKpi(0.0312, "percent", null, { locale })).toBe("3.12%");
    expect(formatKpi(0.41, "percent", null, { locale })).toBe("41.0%");
    expect(formatKpi(42.38, "hours", null, { locale })).toBe("42.4 hrs");
    expect(formatKpi(9.8, "days", null, { locale })).toBe("9.8 days");
    expect(formatKpi(3.2, "multiple", null, { locale })).toBe("3.2×");
    expect(formatKpi(96, "money", "EUR", { locale })).toBe("€96.00");
  });

  it("keeps the cents of an amount below a thousand, and no more than three digits above", () => {
    expect(formatKpi(37.82, "money", "EUR", { locale })).toBe("€37.82");
    expect(formatKpi(999.996, "money", "EUR", { locale })).toBe("€1,000");
    expect(formatKpi(12_345, "money", "EUR", { locale })).toBe("€12.3k");
    expect(formatKpi(0.0034, "money", "EUR", { locale })).toBe("€0.0034");
  });

  it("says what takes less than an hour in minutes, as the engine's sentences do", () => {
    expect(formatKpi(0.168, "hours", null, { locale })).toBe("10.1 mins");
    expect(formatKpi(-0.5, "hours", null, { locale })).toBe("−30 mins");
  });

  it("falls back to a plain number where money has no currency", () => {
    expect(formatKpi(96, "money", null, { locale })).toBe("96");
  });
});

describe("formatKpiMark", () => {
  it("leaves the cents out only where no mark has any", () => {
    expect(formatKpiMark(36, "money", "EUR", true)).toMatch(/^€36$/);
    expect(formatKpiMark(36, "money", "EUR", false)).toMatch(/^€36\.00$/);
    expect(formatKpiMark(0.03, "percent", null, false)).toBe("3.00%");
  });
});
