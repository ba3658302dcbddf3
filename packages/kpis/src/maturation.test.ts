import { describe, expect, it } from "vitest";
import { isMature, maturesOn } from "./maturation.ts";

describe("maturesOn", () => {
  it.each([
    ["2026-W24", 0, "2026-06-14"],
    ["2026-W24", 1, "2026-06-21"],
    // 2026 has 53 weeks; week 53 ends on 3 January.
    ["2026-W52", 1, "2027-01-03"],
    ["2026-01", 1, "2026-02-28"],
    ["2026-11", 3, "2027-02-28"],
  ])("is the end of the window: %s with %i periods ripens on %s", (period, maturationPeriods, day) => {
    expect(maturesOn(period, { maturationPeriods })).toBe(day);
  });
});

describe("isMature", () => {
  it("holds from the last day of the window on", () => {
    const kpi = { maturationPeriods: 1 };
    expect(isMature("2026-W24", kpi, "2026-06-20")).toBe(false);
    expect(isMature("2026-W24", kpi, "2026-06-21")).toBe(true);
  });
});
