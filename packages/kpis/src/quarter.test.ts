import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { addDays } from "./iso-date.ts";
import { daysInPeriod, firstDay, lastDay, periodOf } from "./period.ts";
import {
  addQuarters,
  compareQuarters,
  daysByQuarter,
  daysInQuarter,
  firstDayOfQuarter,
  isQuarter,
  lastDayOfQuarter,
  listQuarters,
  monthsOfQuarter,
  parseQuarter,
  quarterIndex,
  quarterOf,
} from "./quarter.ts";

const someDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someQuarter = someDay.map((day) => quarterOf(day));

describe("quarterOf", () => {
  it("finds the quarter of each month, and of a day", () => {
    const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`);
    expect(months.map((month) => quarterOf(month).slice(5))).toEqual([
      "Q1",
      "Q1",
      "Q1",
      "Q2",
      "Q2",
      "Q2",
      "Q3",
      "Q3",
      "Q3",
      "Q4",
      "Q4",
      "Q4",
    ]);
    expect([quarterOf("2026-03-31"), quarterOf("2026-04-01")]).toEqual(["2026-Q1", "2026-Q2"]);
  });
  it.each(["2026-13", "2026-00", "2026-02-30", "2026-W05", "2026-Q1", "2026", ""])("refuses %j", (text) => {
    expect(() => quarterOf(text)).toThrow("is no day or month");
  });
});

describe("isQuarter and parseQuarter", () => {
  it.each(["2026-Q1", "2026-Q4", "1000-Q1", "9999-Q4"])("take %s", (text) => {
    expect(isQuarter(text)).toBe(true);
    expect(parseQuarter(text)).toBe(text);
  });
  it.each(["2026-Q0", "2026-Q5", "2026Q1", "2026-q1", "0999-Q1", "2026-Q01", "2026-01", " 2026-Q1", ""])(
    "refuse %j",
    (text) => {
      expect(isQuarter(text)).toBe(false);
      expect(() => parseQuarter(text)).toThrow("is not a quarter");
    },
  );
});

describe("addQuarters, compareQuarters and listQuarters", () => {
  it("cross the end of a year", () => {
    expect(addQuarters("2026-Q4", 1)).toBe("2027-Q1");
    expect(addQuarters("2026-Q1", -5)).toBe("2024-Q4");
    expect(listQuarters("2025-Q4", "2026-Q2")).toEqual(["2025-Q4", "2026-Q1", "2026-Q2"]);
    expect(listQuarters("2026-Q2", "2026-Q1")).toEqual([]);
    expect(compareQuarters("2027-Q1", "2026-Q3")).toBe(2);
  });
  it("are undone by the opposite step, and sort as text does", () => {
    fc.assert(
      fc.property(someQuarter, fc.integer({ min: -2000, max: 2000 }), (quarter, count) => {
        const moved = addQuarters(quarter, count);
        expect(addQuarters(moved, -count)).toBe(quarter);
        expect(quarterIndex(moved) - quarterIndex(quarter)).toBe(count);
        expect(Math.sign(count)).toBe(moved < quarter ? -1 : moved > quarter ? 1 : 0);
      }),
    );
  });
  it("have no half quarters and no year beyond 9999", () => {
    expect(() => addQuarters("2026-Q1", 0.5)).toThrow("integer");
    expect(() => addQuarters("9999-Q4", 1)).toThrow("outside 1000 to 9999");
  });
});

describe("the days of a quarter", () => {
  it.each([
    ["2026-Q1", "2026-01-01", "2026-03-31", 90],
    ["2024-Q1", "2024-01-01", "2024-03-31", 91],
    ["2026-Q2", "2026-04-01", "2026-06-30", 91],
    ["2026-Q3", "2026-07-01", "2026-09-30", 92],
    ["2026-Q4", "2026-10-01", "2026-12-31", 92],
  ] as const)("of %s run from %s to %s: %i", (quarter, first, last, days) => {
    expect([firstDayOfQuarter(quarter), lastDayOfQuarter(quarter), daysInQuarter(quarter)]).toEqual([
      first,
      last,
      days,
    ]);
  });
  it("are those of its three months, and leave no day before the next", () => {
    fc.assert(
      fc.property(someQuarter, (quarter) => {
        const months = monthsOfQuarter(quarter);
        expect(months.map((month) => quarterOf(month))).toEqual([quarter, quarter, quarter]);
        expect(months.reduce((sum, month) => sum + daysInPeriod(month), 0)).toBe(daysInQuarter(quarter));
        expect(addDays(lastDayOfQuarter(quarter), 1)).toBe(firstDayOfQuarter(addQuarters(quarter, 1)));
      }),
    );
  });
});

describe("daysByQuarter", () => {
  it("splits a week that straddles two quarters, over a year's end too", () => {
    expect(daysByQuarter("2026-W14")).toEqual([
      { quarter: "2026-Q1", days: 2 },
      { quarter: "2026-Q2", days: 5 },
    ]);
    expect(daysByQuarter("2026-W53")).toEqual([
      { quarter: "2026-Q4", days: 4 },
      { quarter: "2027-Q1", days: 3 },
    ]);
    expect(daysByQuarter("2026-W05")).toEqual([{ quarter: "2026-Q1", days: 7 }]);
    expect(daysByQuarter("2026-02")).toEqual([{ quarter: "2026-Q1", days: 28 }]);
  });
  it("gives each day to the quarter it lies in", () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom("week" as const, "month" as const), (day, type) => {
        const period = periodOf(day, type);
        const counted = new Map<string, number>();
        for (let at = firstDay(period); at <= lastDay(period); at = addDays(at, 1)) {
          counted.set(quarterOf(at), (counted.get(quarterOf(at)) ?? 0) + 1);
        }
        expect(daysByQuarter(period)).toEqual([...counted].map(([quarter, days]) => ({ quarter, days })));
      }),
    );
  });
});
