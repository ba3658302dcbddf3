import { afterEach, describe, expect, it } from "vitest";
import {
  formatAgo,
  formatDate,
  formatDayOf,
  formatInstant,
  formatPeriod,
  monthTicks,
  thinTicks,
} from "./format-date.ts";
import { followClock, readersZone } from "./organisation-clock.ts";

describe("formatDate", () => {
  it("is the same day in every time zone", () => {
    expect(formatDate("2026-11-15", "en-GB")).toBe("15 Nov 2026");
  });
});

describe("formatDayOf", () => {
  afterEach(() => followClock(undefined));
  it("is the day that the organisation's clock showed", () => {
    followClock("Asia/Kolkata");
    expect(formatDayOf("2026-11-22T23:30:00.000Z", "en-GB")).toBe("23 Nov 2026");
    followClock("America/New_York");
    expect(formatDayOf("2026-11-23T03:30:00.000Z", "en-GB")).toBe("22 Nov 2026");
  });
});

describe("formatInstant", () => {
  afterEach(() => followClock(undefined));

  it("tells the time by the organisation's clock, and whose clock it is where the reader has another", () => {
    followClock("Asia/Kolkata");
    expect(formatInstant("2026-11-22T23:30:00.000Z", "en-GB")).toMatch(
      /^23 Nov 2026, 05:00( IST|\sGMT\+5:30)?$/,
    );
    followClock(readersZone());
    expect(formatInstant("2026-11-22T12:30:00.000Z", "en-GB")).toMatch(/ 2026, \d\d:\d\d$/);
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
  it("marks the point where each month begins", () => {
    const weeks = ["2026-11-08", "2026-11-22", "2026-12-06", "2026-12-13", "2027-01-03", "2027-01-10"];
    expect(monthTicks(weeks, "en")).toEqual([
      { at: 0, month: "Nov", year: "2026" },
      { at: 2, month: "Dec", year: "2026" },
      { at: 4, month: "Jan", year: "2027" },
    ]);
  });

  it("leaves out a first month of which only the end is shown", () => {
    const weeks = ["2026-10-31", "2026-11-07", "2026-11-14", "2026-11-21", "2026-12-05"];
    expect(monthTicks(weeks, "en").map((tick) => tick.month)).toEqual(["Nov", "Dec"]);
  });
});

describe("thinTicks", () => {
  const ticks = ["2026-11", "2026-12", "2027-01", "2027-02"].map((text, at) => ({
    at,
    month: text.slice(5),
    year: text.slice(0, 4),
  }));

  it("names each year with its first month", () => {
    expect(thinTicks(ticks, 5, 9)).toEqual([["11", "2026"], "12", ["01", "2027"], "02", ""]);
  });

  it("keeps the year when its January is left out", () => {
    expect(thinTicks(ticks.slice(1), 4, 2)).toEqual(["", ["12", "2026"], "", ["02", "2027"]]);
  });
});
