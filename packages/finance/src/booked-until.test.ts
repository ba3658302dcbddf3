import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookedUntil, bookingGraceDays } from "./booked-until.ts";
import { costCoverage } from "./cost-coverage.ts";

const line = (month: string, kind: "actual" | "planned" = "actual", amountMinor = 100n) => ({
  month,
  kind,
  amountMinor,
  currency: "EUR",
});
const months = (...list: string[]) => list.map((month) => line(month));

describe("bookedUntil", () => {
  it.each<[string[], string, string, string[]]>([
    // Everything is booked.
    [["2026-05", "2026-06", "2026-07"], "2026-07-05", "2026-07-05", []],
    // The month under way is not.
    [["2026-05", "2026-06"], "2026-07-05", "2026-06-30", ["2026-07"]],
    [["2026-05", "2026-06"], "2026-07-30", "2026-06-30", ["2026-07"]],
    // Nor is the last one, within 14 days.
    [["2026-04", "2026-05"], "2026-07-14", "2026-05-31", ["2026-06", "2026-07"]],
    // After 14 days it is missing, and nothing is waited for any more.
    [["2026-04", "2026-05"], "2026-07-15", "2026-07-15", []],
    [["2026-01"], "2026-07-05", "2026-07-05", []],
    // The month under way is booked, the one before is not yet.
    [["2026-05", "2026-07"], "2026-07-05", "2026-05-31", ["2026-06"]],
    // A month that ends today.
    [["2026-05"], "2026-06-30", "2026-05-31", ["2026-06"]],
    [["2026-05", "2026-06"], "2026-06-30", "2026-06-30", []],
    // Over the end of a year, and of a February.
    [["2025-11"], "2026-01-02", "2025-11-30", ["2025-12", "2026-01"]],
    [["2024-02"], "2024-03-01", "2024-02-29", ["2024-03"]],
    // Nothing was booked before.
    [["2026-07"], "2026-07-05", "2026-07-05", []],
    [[], "2026-07-05", "2026-07-05", []],
  ])("of %j on %s is %s", (booked, until, day, waitingFor) => {
    expect(bookedUntil({ lines: months(...booked), until })).toEqual({ day, waitingFor });
  });

  it("takes an actual of 0 and a plan of 0 for booked, and a plan of something not", () => {
    const until = "2026-07-20";
    const withJuly = (...july: ReturnType<typeof line>[]) =>
      bookedUntil({ lines: [line("2026-06"), ...july], until }).day;
    expect(withJuly(line("2026-07", "actual", 0n))).toBe(until);
    expect(withJuly(line("2026-07", "planned", 0n))).toBe(until);
    expect(withJuly(line("2026-07", "planned", 5n))).toBe("2026-06-30");
    expect(withJuly(line("2026-07", "planned", 0n), line("2026-07", "planned", 5n))).toBe("2026-06-30");
  });

  it("takes another grace", () => {
    const lines = months("2026-05");
    expect(bookedUntil({ lines, until: "2026-07-14" })).toEqual(
      bookedUntil({ lines, until: "2026-07-14", graceDays: bookingGraceDays }),
    );
    expect(bookedUntil({ lines, until: "2026-07-01", graceDays: 0 }).day).toBe("2026-07-01");
    expect(bookedUntil({ lines, until: "2026-07-27", graceDays: 27 }).day).toBe("2026-05-31");
    for (const graceDays of [-1, 28, 1.5, Number.NaN])
      expect(() => bookedUntil({ lines, until: "2026-07-01", graceDays })).toThrow(RangeError);
  });

  it("refuses a day that does not exist", () => {
    expect(() => bookedUntil({ lines: [], until: "2026-06-31" })).toThrow(RangeError);
  });

  it("never lies after the valuation date, and never leaves out a month that is booked to its end", () => {
    const monthOf = fc.integer({ min: 1, max: 9 }).map((month) => `2026-0${month}`);
    const until = fc
      .tuple(monthOf, fc.integer({ min: 1, max: 28 }))
      .map(([month, day]) => `${month}-${String(day).padStart(2, "0")}`);
    fc.assert(
      fc.property(fc.array(monthOf), until, (booked, day) => {
        const lines = months(...booked);
        const answer = bookedUntil({ lines, until: day });
        expect(answer.day <= day).toBe(true);
        expect(answer.waitingFor.length).toBeLessThanOrEqual(2);
        // What is waited for is not called missing as well.
        const { missingMonths } = costCoverage({ lines, from: "2026-01-01", until: answer.day });
        expect(missingMonths.filter((month) => answer.waitingFor.includes(month))).toEqual([]);
      }),
    );
  });
});
