import { describe, expect, it } from "vitest";
import { formatAgo, formatDate, formatPeriod, monthTicks } from "./format-date.ts";

describe("formatDate", () => {
  it("is the same day in every time zone", () => {
    expect(formatDate("2026-11-15", "en-GB")).toBe("15 Nov 2026");
  });
});

describe("formatAgo", () => {
  it("counts in days, then weeks, then months", () => {
    expect(formatAgo("2026-11-15", "2026-11-15", "en")).toBe("today");
    expect(formatAgo("2026-11-12", "2026-11-15", "en")).toBe("3 days ago");
    expect(formatAgo("2026-10-15", "2026-11-15", "en")).toBe("4 weeks ago");
    expect(formatAgo("2026-05-15", "2026-11-15", "en")).toBe("6 months ago");
  });
});

describe("formatPeriod", () => {
  it("reads weeks and months", () => {
    expect(formatPeriod("2026-W05", "en")).toBe("week 5, 2026");
    expect(formatPeriod("2026-03", "en")).toBe("March 2026");
  });
});

describe("monthTicks", () => {
  it("names each month once, and the year at its start", () => {
    const weeks = ["2026-11-22", "2026-11-29", "2026-12-06", "2026-12-13", "2027-01-03", "2027-02-07"];
    expect(monthTicks(weeks, "en")).toEqual([["Nov", "2026"], "", "Dec", "", ["Jan", "2027"], "Feb"]);
  });

  it("leaves out a first month of which only one week is shown", () => {
    expect(monthTicks(["2026-10-31", "2026-11-07", "2026-11-14"], "en")).toEqual(["", ["Nov", "2026"], ""]);
  });
});
