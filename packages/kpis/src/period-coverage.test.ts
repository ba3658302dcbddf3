import { describe, expect, it } from "vitest";
import { listPeriods } from "./period.ts";
import { periodCoverage } from "./period-coverage.ts";

describe("periodCoverage", () => {
  it("needs the weeks that straddle the ends of the month", () => {
    expect(periodCoverage("2026-02", listPeriods("2026-W05", "2026-W09"))).toEqual({
      days: 28,
      covered: 28,
      share: 1,
      complete: true,
      gaps: [],
    });
    expect(periodCoverage("2026-02", listPeriods("2026-W06", "2026-W08"))).toEqual({
      days: 28,
      covered: 21,
      share: 0.75,
      complete: false,
      gaps: [
        { from: "2026-02-01", to: "2026-02-01" },
        { from: "2026-02-23", to: "2026-02-28" },
      ],
    });
  });
  it("takes weeks in any order, twice and from elsewhere", () => {
    const weeks = ["2026-W09", "2026-W05", "2026-W05", "2026-W20", "2026-W08"];
    expect(periodCoverage("2026-02", weeks).gaps).toEqual([{ from: "2026-02-02", to: "2026-02-15" }]);
  });
  it("takes a week within a month that is there anyway", () => {
    expect(periodCoverage("2026-02", ["2026-02", "2026-W06"])).toMatchObject({ covered: 28, complete: true });
  });
  it("covers a quarter by months or by weeks", () => {
    expect(periodCoverage("2026-Q1", ["2026-01", "2026-03"])).toMatchObject({
      days: 90,
      covered: 62,
      gaps: [{ from: "2026-02-01", to: "2026-02-28" }],
    });
    expect(periodCoverage("2026-Q1", listPeriods("2026-W01", "2026-W14")).complete).toBe(true);
    expect(periodCoverage("2026-Q1", [])).toMatchObject({ covered: 0, share: 0, complete: false });
  });
  it("does not cover a week, and refuses what is no period", () => {
    expect(() => periodCoverage("2026-W05", [])).toThrow("is a week");
    expect(() => periodCoverage("2026-02", ["2025-W53"])).toThrow("52 ISO weeks");
  });
});
