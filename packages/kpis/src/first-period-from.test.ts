import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstPeriodAfter, firstPeriodFrom } from "./first-period-from.ts";
import { addPeriods, daysByMonth, firstDay, periodOf } from "./period.ts";

describe("firstPeriodAfter", () => {
  it("is the first that has no day in the months, nor before", () => {
    // 31 May 2026 is a Sunday, 30 June a Tuesday.
    expect(firstPeriodAfter(["2026-05", "2026-04"], "week")).toBe("2026-W23");
    expect(firstPeriodAfter(["2026-06"], "week")).toBe("2026-W28");
    expect(firstPeriodAfter(["2026-06"], "month")).toBe("2026-07");
    expect(firstPeriodAfter([], "month")).toBeNull();
  });

  it("leaves no open period before it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.constantFrom("week" as const, "month" as const),
        (months, type) => {
          const month = addPeriods("2000-01", months);
          const found = firstPeriodAfter([month], type) ?? "";
          const monthsOf = (period: string) => daysByMonth(period).map((part) => part.month);
          expect(monthsOf(found)).not.toContain(month);
          expect(monthsOf(addPeriods(found, -1))).toContain(month);
          expect(firstPeriodFrom(firstDay(found), type)).toBe(found);
          expect(periodOf(firstDay(found), type)).toBe(found);
        },
      ),
    );
  });
});
