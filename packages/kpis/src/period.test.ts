import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { addDays, daysBetween } from "./iso-date.ts";
import {
  addPeriods,
  comparePeriods,
  daysByMonth,
  daysInPeriod,
  firstDay,
  isoWeeksInYear,
  isPeriod,
  lastDay,
  listPeriods,
  parsePeriod,
  periodFromIndex,
  periodIndex,
  periodOf,
  periodType,
  type PeriodType,
} from "./period.ts";

const someDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someType = fc.constantFrom<PeriodType>("week", "month");

/** The ISO rule told another way: the week's number is the rank of its Thursday among the year's Thursdays. */
function weekByItsThursday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  const dayOfYear = (thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, "0")}`;
}

describe("periodOf", () => {
  // Examples printed in the article "ISO week date" of Wikipedia.
  it.each([
    ["1977-01-01", "1976-W53"],
    ["1977-01-02", "1976-W53"],
    ["1977-12-31", "1977-W52"],
    ["1978-01-01", "1977-W52"],
    ["1978-01-02", "1978-W01"],
    ["1978-12-31", "1978-W52"],
    ["1979-12-30", "1979-W52"],
    ["1979-12-31", "1980-W01"],
    ["1980-12-28", "1980-W52"],
    ["1980-12-29", "1981-W01"],
    ["1981-12-31", "1981-W53"],
    ["1982-01-03", "1981-W53"],
  ])("puts %s into %s", (day, week) => {
    expect(periodOf(day, "week")).toBe(week);
  });
  it("puts 1,000 random days into the week that their Thursday says", () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(periodOf(day, "week")).toBe(weekByItsThursday(day));
      }),
      { numRuns: 1000 },
    );
  });
  // SHA-256 of the lines "1900-01-01 1900-W01" to "2200-12-31 2201-W01" that Python 3.11 writes with
  // date.isocalendar(), joined by line feeds: each of the 109,938 days of three centuries.
  it("agrees with Python's isocalendar on every day from 1900 to 2200", () => {
    const lines: string[] = [];
    for (let day = "1900-01-01"; day <= "2200-12-31"; day = addDays(day, 1)) {
      lines.push(`${day} ${periodOf(day, "week")}`);
    }
    expect(lines).toHaveLength(109_938);
    expect(createHash("sha256").update(lines.join("\n")).digest("hex")).toBe(
      "8e158bcbc8b0162ca3e342e972c0e30f93eac807bed8a3e66f962ff0191d782c",
    );
  });
  it("puts a day into the period that contains it", () => {
    fc.assert(
      fc.property(someDay, someType, (day, type) => {
        const period = periodOf(day, type);
        expect(firstDay(period) <= day && day <= lastDay(period)).toBe(true);
        expect(periodType(period)).toBe(type);
        expect(isPeriod(period)).toBe(true);
      }),
    );
  });
  it("refuses a day that does not exist", () => {
    expect(() => periodOf("2026-02-30", "week")).toThrow('"2026-02-30" is not a day');
    expect(() => periodOf("2026-02-30", "month")).toThrow('"2026-02-30" is not a day');
  });
});

describe("parsePeriod", () => {
  it.each(["2026-W01", "2026-W53", "2020-W53", "2026-01", "2026-12"])("takes %s", (text) => {
    expect(parsePeriod(text)).toBe(text);
    expect(isPeriod(text)).toBe(true);
  });
  it("says that a year has no week 53 when it has none", () => {
    expect(() => parsePeriod("2025-W53")).toThrow(
      'The year 2025 has 52 ISO weeks, so "2025-W53" does not exist',
    );
  });
  it.each([
    "2025-W53",
    "2026-W00",
    "2026-W5",
    "2026-w05",
    "2026-13",
    "2026-00",
    "2026-1",
    "0026-01",
    "2026-W05 ",
    "",
  ])("refuses %j", (text) => {
    expect(() => parsePeriod(text)).toThrow(RangeError);
    expect(isPeriod(text)).toBe(false);
  });
});

describe("periodIndex", () => {
  it("counts a year of 53 weeks as 53", () => {
    expect(periodIndex("2021-W01") - periodIndex("2020-W01")).toBe(53);
    expect(periodIndex("2026-W01") - periodIndex("2025-W01")).toBe(52);
    expect(periodIndex("1970-W01")).toBe(0);
  });
  it("counts twelve months a year", () => {
    expect(periodIndex("2026-03") - periodIndex("2025-03")).toBe(12);
  });
  it("is undone by periodFromIndex, and sorts as the text does", () => {
    fc.assert(
      fc.property(someDay, someDay, someType, (one, other, type) => {
        const [left, right] = [periodOf(one, type), periodOf(other, type)];
        expect(periodFromIndex(periodIndex(left), type)).toBe(left);
        expect(Math.sign(periodIndex(left) - periodIndex(right))).toBe(
          left < right ? -1 : left > right ? 1 : 0,
        );
      }),
    );
  });
  it("has no fractions and no years of five digits", () => {
    expect(() => periodFromIndex(0.5, "week")).toThrow(RangeError);
    expect(() => periodFromIndex(10_000 * 12, "month")).toThrow(RangeError);
    expect(() => addPeriods("9999-12", 1)).toThrow(RangeError);
  });
});

describe("addPeriods", () => {
  it("crosses years", () => {
    expect(addPeriods("2020-W53", 1)).toBe("2021-W01");
    expect(addPeriods("2026-W01", -1)).toBe("2025-W52");
    expect(addPeriods("2025-11", 14)).toBe("2027-01");
  });
});

describe("firstDay and lastDay", () => {
  it("bound a week by Monday and Sunday, a month by its length", () => {
    expect([firstDay("2026-W05"), lastDay("2026-W05")]).toEqual(["2026-01-26", "2026-02-01"]);
    expect([firstDay("2024-02"), lastDay("2024-02")]).toEqual(["2024-02-01", "2024-02-29"]);
    expect(lastDay("2026-02")).toBe("2026-02-28");
  });
  it("leave no day between one period and the next", () => {
    fc.assert(
      fc.property(someDay, someType, (day, type) => {
        const period = periodOf(day, type);
        expect(addDays(lastDay(period), 1)).toBe(firstDay(addPeriods(period, 1)));
      }),
    );
  });
});

describe("listPeriods", () => {
  it("lists both ends and everything between, over a year's end", () => {
    expect(listPeriods("2020-W52", "2021-W02")).toEqual(["2020-W52", "2020-W53", "2021-W01", "2021-W02"]);
    expect(listPeriods("2026-03", "2026-03")).toEqual(["2026-03"]);
    expect(listPeriods("2026-03", "2026-02")).toEqual([]);
  });
  it("does not run from a week to a month", () => {
    expect(() => listPeriods("2026-W01", "2026-02")).toThrow("a week and a month");
  });
});

describe("comparePeriods", () => {
  it("says how far apart two periods are, and refuses two types", () => {
    expect(comparePeriods("2026-W01", "2025-W50")).toBe(3);
    expect(() => comparePeriods("2026-01", "2026-W01")).toThrow("they have no order");
  });
});

describe("daysByMonth", () => {
  it("splits a week that straddles two months", () => {
    expect(daysByMonth("2026-W05")).toEqual([
      { month: "2026-01", days: 6 },
      { month: "2026-02", days: 1 },
    ]);
    expect(daysByMonth("2025-W01")).toEqual([
      { month: "2024-12", days: 2 },
      { month: "2025-01", days: 5 },
    ]);
    expect(daysByMonth("2026-W03")).toEqual([{ month: "2026-01", days: 7 }]);
    expect(daysByMonth("2024-02")).toEqual([{ month: "2024-02", days: 29 }]);
  });
  it("gives each day of a period to the month it lies in", () => {
    fc.assert(
      fc.property(someDay, someType, (day, type) => {
        const period = periodOf(day, type);
        const counted = new Map<string, number>();
        for (let at = firstDay(period); at <= lastDay(period); at = addDays(at, 1)) {
          counted.set(at.slice(0, 7), (counted.get(at.slice(0, 7)) ?? 0) + 1);
        }
        expect(daysByMonth(period)).toEqual([...counted].map(([month, days]) => ({ month, days })));
        expect(daysByMonth(period).reduce((sum, part) => sum + part.days, 0)).toBe(
          daysBetween(firstDay(period), lastDay(period)) + 1,
        );
      }),
    );
  });
});

describe("isoWeeksInYear", () => {
  // The 71 long years of each 400 are printed in Wikipedia's "ISO week date"; these are those of 2000 to 2099.
  it("knows the long years of a century, and 71 of them in 400 years", () => {
    const years = Array.from({ length: 400 }, (_, at) => 2000 + at);
    const long = years.filter((year) => isoWeeksInYear(year) === 53);
    expect(long).toHaveLength(71);
    expect(long.filter((year) => year < 2100)).toEqual([
      2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048, 2054, 2060, 2065, 2071, 2076, 2082, 2088, 2093,
      2099,
    ]);
    expect(years.every((year) => [52, 53].includes(isoWeeksInYear(year)))).toBe(true);
  });
  it("refuses what is no year", () => {
    expect(() => isoWeeksInYear(999)).toThrow(RangeError);
    expect(() => isoWeeksInYear(2026.5)).toThrow(RangeError);
  });
});

describe("daysInPeriod", () => {
  it("is 7 for a week and 28 to 31 for a month", () => {
    expect(["2026-W05", "2026-W53", "2024-02", "2026-02", "2026-04", "2026-12"].map(daysInPeriod)).toEqual([
      7, 7, 29, 28, 30, 31,
    ]);
  });
});
