import { describe, expect, it } from "vitest";
import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import { changeBetween, judgeChange } from "@liftledger/kpis/change";
import { dataQuality } from "@liftledger/kpis/data-quality";
import { kpiFaults } from "@liftledger/kpis/kpi-faults";
import { kpiVersionChange } from "@liftledger/kpis/kpi-version";
import { mixEffect } from "@liftledger/kpis/mix-effect";
import { outcomeSentence } from "@liftledger/kpis/outcome-sentence";
import { addPeriods, daysByMonth, parsePeriod, periodIndex, periodOf } from "@liftledger/kpis/period";
import { periodCoverage } from "@liftledger/kpis/period-coverage";
import { daysByQuarter, quarterOf } from "@liftledger/kpis/quarter";
import { poolDecimalTotal, poolDecimals, pooledRatio } from "@liftledger/kpis/ratio";
import { robustOutliers } from "@liftledger/kpis/robust-outliers";
import { samePeriodLastYear } from "@liftledger/kpis/same-period-last-year";
import { segmentContributions } from "@liftledger/kpis/segment-contributions";
import { splitByMonth } from "@liftledger/kpis/split-by-days";
import { formatChange, formatKpiValue } from "@liftledger/kpis/unit";

/** Every example of README.md, line for line: an example that does not hold fails here. */
describe("README", () => {
  it("Pool, then divide", () => {
    const campaigns = [
      { numerator: 149.710001, denominator: 24 },
      { numerator: 2893.369999, denominator: 183 },
      { numerator: 55662.149959, denominator: 872 },
    ];
    expect(pooledRatio(campaigns)).toEqual({ kind: "value", value: expect.closeTo(54.407071, 6) });

    // No denominator is an answer with a reason, never NaN.
    expect(pooledRatio([])).toEqual({
      kind: "no-value",
      reason: "The denominator is 0, so there is no ratio.",
    });

    // Quantities that must be exact stay decimal text.
    const tenths = [
      { numerator: "0.1", denominator: "1" },
      { numerator: "0.2", denominator: "1" },
    ];
    expect(poolDecimals(tenths)).toEqual({ numerator: "0.3", denominator: "2" });

    // A total adds over segments and counts each period once; a missing period is missing, not 0.
    const revenue = [
      { period: "2026-W01", numerator: "100" },
      { period: "2026-W01", numerator: "50" },
      { period: "2026-W02", numerator: "170" },
    ];
    expect(poolDecimalTotal(revenue)).toEqual({ numerator: "320", denominator: "2" });
  });
  it("Rate and mix", () => {
    const before = [
      { segment: "small stones", numerator: 81, denominator: 87 },
      { segment: "large stones", numerator: 192, denominator: 263 },
    ];
    const after = [
      { segment: "small stones", numerator: 234, denominator: 270 },
      { segment: "large stones", numerator: 55, denominator: 80 },
    ];
    const effect = mixEffect(before, after);
    expect(effect).toMatchObject({
      before: 0.78,
      change: expect.closeTo(8 / 175, 15),
      rate: expect.closeTo(-0.05367, 5),
      mix: expect.closeTo(0.09939, 5),
    });
    expect(segmentContributions(before)[0]).toEqual({
      segment: "small stones",
      share: 87 / 350,
      ratio: 81 / 87,
      contribution: 81 / 350,
      withoutIt: 192 / 263,
    });
  });
  it("Periods are values", () => {
    expect(periodOf("2025-12-29", "week")).toBe("2026-W01");
    expect(addPeriods("2020-W53", 1)).toBe("2021-W01");
    expect(periodIndex("2021-W01") - periodIndex("2020-W01")).toBe(53);
    expect(() => parsePeriod("2025-W53")).toThrow("The year 2025 has 52 ISO weeks");
    expect(samePeriodLastYear("2026-W53")).toMatchObject({ kind: "no-period", nearest: "2025-W52" });

    // A week's value is split by days; the parts add up exactly.
    expect(daysByMonth("2026-W05")).toEqual([
      { month: "2026-01", days: 6 },
      { month: "2026-02", days: 1 },
    ]);
    expect(splitByMonth([{ period: "2026-W05", amount: "100" }], 2)).toEqual([
      { month: "2026-01", amount: "85.71" },
      { month: "2026-02", amount: "14.29" },
    ]);

    expect(quarterOf("2026-03-31")).toBe("2026-Q1");
    expect(daysByQuarter("2026-W14")).toEqual([
      { quarter: "2026-Q1", days: 2 },
      { quarter: "2026-Q2", days: 5 },
    ]);
    expect(periodCoverage("2026-02", ["2026-W06", "2026-W07", "2026-W08"])).toMatchObject({
      covered: 21,
      complete: false,
      gaps: [
        { from: "2026-02-01", to: "2026-02-01" },
        { from: "2026-02-23", to: "2026-02-28" },
      ],
    });
  });
  it("Change, and how it is written", () => {
    const days = changeBetween(12, 9);
    expect(days).toEqual({
      kind: "change",
      absolute: -3,
      relative: { kind: "value", value: -0.25 },
      points: -300,
      sign: -1,
    });
    expect(judgeChange(days, "lower")).toBe("better");
    expect(formatChange(days, "days", { locale: "en-GB" })).toBe("-25%");
    expect(formatChange(changeBetween(0.02, 0.03), "percent", { locale: "en-GB" })).toBe("+1 point");
    expect(formatChange(changeBetween(0, 9), "days", { locale: "en-GB" })).toBe("+9 days");
    expect(changeBetween(null, 9)).toEqual({ kind: "no-value", reason: "There is no value before." });

    expect(formatKpiValue(0.0234, "percent", { locale: "en-GB" })).toBe("2.34%");
    expect(formatKpiValue(48.4, "days", { locale: "de-DE" })).toBe("48,4 Tage");
    expect(formatKpiValue(-0, "percent", { locale: "en-GB" })).toBe("0%");
  });
  it("Data quality", () => {
    const visits = [4010, 3950, 4120, 3890, 4055, 3985, 4090, 3930, 4005, 3970];
    const conversions = [121, 117, 125, 115, 124, 5000, 122, 118, 119, 120];
    const points = visits.map((denominator, at) => ({
      period: `2026-W${String(at < 4 ? at + 1 : at + 2).padStart(2, "0")}`,
      numerator: String(conversions[at]),
      denominator: String(denominator),
      recordedAt: "2026-03-20T08:00:00Z",
      source: "web analytics",
      origin: "imported" as const,
    }));
    const quality = dataQuality(points, {
      kpi: {
        numerator: { counts: "conversions", unit: "conversion", measure: "count" },
        denominator: { counts: "visits", unit: "visit", kind: "exposure" },
        proportion: true,
      },
      periodType: "week",
      asOf: "2026-03-23",
    });
    expect(quality.grade).toBe("poor");
    expect(quality.completeness).toEqual({
      expected: 11,
      present: 10,
      share: 10 / 11,
      missing: ["2026-W05"],
    });
    expect(quality.findings.map(({ severity, sentence }) => `${severity}: ${sentence}`)).toEqual([
      "problem: A share cannot be more than 100%: 2026-W07.",
      "look: 1 of 11 weeks is missing: 2026-W05.",
      expect.stringMatching(/^look: Far above the neighbouring weeks, .* in the ratio: 2026-W07/),
    ]);
  });
  it("Data quality (2)", () => {
    const judged = robustOutliers([2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3]);
    expect(judged).toMatchObject({
      kind: "judged",
      scale: expect.closeTo(0.2223903, 7),
      outliers: [
        { value: 8.2, score: expect.closeTo(25.85544, 5) },
        { value: 8.3, score: expect.closeTo(26.3051, 5) },
      ],
    });
  });
  it("A definition and its versions", () => {
    const conversionRate = findBuiltInKpi("conversion-rate");
    if (!conversionRate) throw new Error("the catalogue has a conversion rate");

    expect(kpiVersionChange(conversionRate, { ...conversionRate, owner: "Kim" }).kind).toBe("same-version");
    expect(kpiVersionChange(conversionRate, { ...conversionRate, dating: "event" })).toMatchObject({
      kind: "new-version",
      version: 2,
      comparable: false,
    });
    const shownAsNumber = { ...conversionRate, display: "number" as const };
    expect(kpiFaults(shownAsNumber)).toEqual(["A proportion is shown in percent."]);
  });
  it("The outcome in one sentence", () => {
    const kpi = findBuiltInKpi("lead-to-opportunity-cycle-time");
    if (!kpi) throw new Error("the catalogue has a cycle time");

    expect(outcomeSentence({ kpi, change: "decrease", percent: "15", by: "2027-03-31" })).toEqual({
      kind: "sentence",
      text: "Reduce lead-to-opportunity cycle time by 15 percent by 2027-03-31",
    });
    expect(outcomeSentence({ kpi, change: "increase", percent: "15", by: "2027-03-31" })).toEqual({
      kind: "refused",
      field: "change",
      reason: "Lead-to-opportunity cycle time is better when lower; 'increase' would make it worse.",
    });
  });
});
