import { describe, expect, it } from "vitest";
import { daysInMonth, monthAndDay, monthFromIndex, monthIndex } from "./calendar-month.ts";

describe("daysInMonth", () => {
  it("agrees with the runtime's calendar for four hundred years", () => {
    for (let index = monthIndex("1900-01"); index < monthIndex("2300-01"); index += 1) {
      const month = monthFromIndex(index);
      const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
      expect([month, daysInMonth(month)]).toEqual([month, days]);
    }
    expect(daysInMonth("2000-02")).toBe(29);
    expect(daysInMonth("1900-02")).toBe(28);
  });
});

describe("monthIndex", () => {
  it("counts on over the year's end and is undone by monthFromIndex", () => {
    expect(monthIndex("2026-01") - monthIndex("2025-12")).toBe(1);
    expect(monthFromIndex(monthIndex("2026-12") + 1)).toBe("2027-01");
  });
  it.each(["2026-13", "2026-00", "2026-1", "2026-01-01", "12026-01", ""])("refuses %j", (text) => {
    expect(() => monthIndex(text)).toThrow("is not a month");
  });
});

describe("monthAndDay", () => {
  it("splits a day", () => {
    expect(monthAndDay("2024-02-29")).toEqual({ month: "2024-02", day: 29 });
  });
  it.each(["2026-02-29", "2026-04-31", "2026-01-00", "2026-13-01", "2026-01", ""])("refuses %j", (text) => {
    expect(() => monthAndDay(text)).toThrow("is not a day of the calendar");
  });
  it.each(["12026-01-05", "2026-01-051", "2026-01-05T00:00", " 2026-01-05"])("refuses %j", (text) => {
    expect(() => monthAndDay(text)).toThrow("not a day");
  });
});
