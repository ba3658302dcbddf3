import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { daysInMonth, monthFromIndex, monthIndex } from "./calendar-month.ts";
import { accruedMinor } from "./cost-accrual.ts";

describe("accruedMinor", () => {
  it.each([
    ["2026-03-31", 0n],
    ["2026-04-01", 100n],
    ["2026-04-10", 1000n],
    ["2026-04-30", 3000n],
    ["2026-05-01", 3000n],
  ])("has accrued by the end of %s: %s of 3,000 for April", (until, expected) => {
    expect(accruedMinor({ month: "2026-04", amountMinor: 3000n }, until)).toBe(expected);
  });
  it("rounds a day's share half to even", () => {
    // 15 of 30 days of an odd amount are halves.
    expect(accruedMinor({ month: "2026-04", amountMinor: 5n }, "2026-04-15")).toBe(2n);
    expect(accruedMinor({ month: "2026-04", amountMinor: 7n }, "2026-04-15")).toBe(4n);
  });
  it("never falls from day to day, never overshoots, and is complete on the last day", () => {
    const someMonth = fc
      .integer({ min: monthIndex("2020-01"), max: monthIndex("2030-12") })
      .map(monthFromIndex);
    fc.assert(
      fc.property(someMonth, fc.bigInt({ min: 0n, max: 10n ** 15n }), (month, amountMinor) => {
        const days = daysInMonth(month);
        let before = 0n;
        for (let day = 1; day <= days; day += 1) {
          const accrued = accruedMinor({ month, amountMinor }, `${month}-${String(day).padStart(2, "0")}`);
          expect(accrued >= before && accrued <= amountMinor).toBe(true);
          before = accrued;
        }
        expect(before).toBe(amountMinor);
      }),
      { numRuns: 50 },
    );
  });
  it("refuses a month or a day that does not exist", () => {
    expect(() => accruedMinor({ month: "2026-13", amountMinor: 1n }, "2026-04-10")).toThrow("not a month");
    expect(() => accruedMinor({ month: "2026-04", amountMinor: 1n }, "2026-02-30")).toThrow("not a day");
  });
});
