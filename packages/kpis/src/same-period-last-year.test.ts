import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { periodOf, type PeriodType } from "./period.ts";
import { samePeriodLastYear } from "./same-period-last-year.ts";

const someDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someType = fc.constantFrom<PeriodType>("week", "month");

describe("samePeriodLastYear", () => {
  it.each([
    ["2026-W05", "2025-W05"],
    ["2027-W01", "2026-W01"],
    ["2021-W52", "2020-W52"],
    ["2026-W52", "2025-W52"],
    ["2024-02", "2023-02"],
  ])("of %s is %s", (period, before) => {
    expect(samePeriodLastYear(period)).toEqual({ kind: "period", period: before });
  });
  it("says that a week 53 has none, and which week is nearest", () => {
    expect(samePeriodLastYear("2026-W53")).toEqual({
      kind: "no-period",
      nearest: "2025-W52",
      reason: "2025 has no week 53: it ended with week 52.",
    });
  });
  it("finds one for every month and every week but the 53rd", () => {
    fc.assert(
      fc.property(someDay, someType, (day, type) => {
        const period = periodOf(day, type);
        expect(samePeriodLastYear(period).kind).toBe(period.endsWith("W53") ? "no-period" : "period");
      }),
    );
  });
  it("does not leave the years 1000 to 9999", () => {
    expect(() => samePeriodLastYear("1000-W05")).toThrow(RangeError);
    expect(() => samePeriodLastYear("1000-05")).toThrow(RangeError);
  });
});
