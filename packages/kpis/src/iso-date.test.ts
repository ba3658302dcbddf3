import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { addDays, daysBetween, formatIsoDate, isIsoDate, monthOf } from "./iso-date.ts";

const someDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("isIsoDate", () => {
  it.each(["2024-02-29", "2000-02-29", "2026-12-31", "1000-01-01"])("takes %s", (text) => {
    expect(isIsoDate(text)).toBe(true);
  });
  it.each([
    ["2026-02-29", "no leap year"],
    ["1900-02-29", "centuries are leap only by 400"],
    ["2026-04-31", "April has 30 days"],
    ["2026-13-01", "no thirteenth month"],
    ["2026-00-10", "no month zero"],
    ["2026-01-00", "no day zero"],
    ["2026-1-1", "not canonical"],
    ["26-01-01", "two-digit year"],
    ["2026-01-01T00:00", "a time"],
    ["", "nothing"],
  ])("refuses %s: %s", (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
});

describe("addDays", () => {
  it("steps over the end of a leap February and of a year", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });
  it("is undone by the opposite step, and agrees with daysBetween", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(addDays(moved, -days)).toBe(date);
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });
  it("refuses a day that does not exist, and a year beyond 9999", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow('"2026-02-30" is not a day');
    expect(() => addDays("9999-12-31", 1)).toThrow("outside 1000 to 9999");
  });
});

describe("monthOf", () => {
  it("finds the month of a day", () => {
    expect(monthOf("2026-03-31")).toBe("2026-03");
    expect(() => monthOf("2026-03-32")).toThrow("not a day");
  });
});

describe("formatIsoDate", () => {
  it("writes the day as its readers do, whatever zone the machine is in", () => {
    expect(formatIsoDate("2027-03-31", "en-GB")).toBe("31 March 2027");
    expect(formatIsoDate("2027-03-01", "de-DE")).toBe("1. März 2027");
  });
});
