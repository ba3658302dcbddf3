import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { dataQuality } from "./data-quality.ts";
import type { QualityPoint } from "./data-quality/quality-input.ts";
import { acquisitionCost, conversions, output, pointsFrom, settingFor } from "./testing/example-points.ts";
import { judge, sound, statusOf } from "./testing/judged-series.ts";

describe("dataQuality", () => {
  it("finds nothing in a sound series", () => {
    const quality = judge(sound);
    expect(quality).toMatchObject({ grade: "good", periods: 60, findings: [] });
    expect(quality.checks.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => "fine"));
    expect(quality.completeness).toEqual({ expected: 59, present: 59, share: 1, missing: [] });
    expect(quality.timeliness).toEqual({ judged: 59, medianDays: 2, late: [], lateShare: 0 });
    expect(quality.provenance).toEqual({
      shares: { measured: 1, imported: 0, typed: 0 },
      sources: ["web analytics"],
      disagreements: [],
    });
  });
  it("does not grade a series of fewer than four periods, unless it is wrong already", () => {
    expect(judge(sound.slice(0, 3)).grade).toBe("not-judged");
    expect(judge(sound.slice(0, 3)).sentence).toBe("A grade needs 4 weeks; there are 3.");
    expect(judge(sound.slice(0, 4)).grade).toBe("good");
    expect(judge(pointsFrom("2026-W01", [[5, 3]])).grade).toBe("poor");
  });
  it("says of an empty series that nothing can be judged", () => {
    const quality = dataQuality([], { kpi: conversions, periodType: "month", asOf: "2026-03-31" });
    expect(quality).toMatchObject({ grade: "not-judged", periods: 0, findings: [] });
    expect(quality.completeness.share).toBeNull();
    expect(statusOf(quality, "outliers")).toBe("not-judged");
    expect(statusOf(quality, "completeness")).toBe("not-judged");
  });
  it("grades by the gravest finding, and says what it is", () => {
    const holey = sound.filter((_, at) => at !== 20);
    expect(judge(holey)).toMatchObject({ grade: "fair", sentence: "1 of 59 weeks is missing: 2025-W21." });
    const wrong = holey.with(5, { ...holey[5], numerator: "-3" } as QualityPoint);
    expect(judge(wrong)).toMatchObject({ grade: "poor" });
    expect(judge(wrong).findings[0]).toMatchObject({ severity: "problem", check: "impossible-values" });
  });
  it("does not depend on the order of its points", () => {
    const points = [...sound, { ...sound[3], source: "CRM", numerator: "150" } as QualityPoint];
    fc.assert(
      fc.property(fc.shuffledSubarray(points, { minLength: points.length }), (shuffled) => {
        expect(dataQuality(shuffled, { ...settingFor(points), sourceOfRecord: "web analytics" })).toEqual(
          dataQuality(points, { ...settingFor(points), sourceOfRecord: "web analytics" }),
        );
      }),
      { numRuns: 20 },
    );
  });
  it("answers with sentences and finite numbers, whatever is recorded", () => {
    const text = fc.oneof(
      fc.integer().map(String),
      fc.constantFrom("", "0", "-0", "1e5", "0.5", "9".repeat(99), "9".repeat(399)),
    );
    const values = fc.array(fc.tuple(text, text), { maxLength: 30 });
    fc.assert(
      fc.property(values, fc.constantFrom(conversions, acquisitionCost, output), (pairs, kpi) => {
        const points = pointsFrom("2024-W50", pairs);
        for (const finding of dataQuality(points, settingFor(points, kpi)).findings) {
          expect(finding.sentence).not.toMatch(/NaN|Infinity|undefined|null/);
          expect(Number.isFinite(finding.value)).toBe(true);
        }
      }),
    );
  });
});
