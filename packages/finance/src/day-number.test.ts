import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { dayNumber } from "./day-number.ts";

describe("dayNumber", () => {
  it("counts from the first of January 1970", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("1969-12-31")).toBe(-1);
    expect(dayNumber("0000-03-01")).toBe(-719_468);
  });
  it("knows leap years, also those of the centuries", () => {
    expect(dayNumber("2024-03-01") - dayNumber("2024-02-28")).toBe(2);
    expect(dayNumber("1900-03-01") - dayNumber("1900-02-28")).toBe(1);
    expect(dayNumber("2000-03-01") - dayNumber("2000-02-28")).toBe(2);
  });
  it("agrees with the calendar of the platform", () => {
    const someDay = fc.date({
      min: new Date("0001-01-01"),
      max: new Date("9999-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(someDay, (date) => {
        expect(dayNumber(date.toISOString().slice(0, 10))).toBe(Math.floor(date.getTime() / 86_400_000));
      }),
    );
  });
  it("refuses a day that does not exist", () => {
    expect(() => dayNumber("2023-02-29")).toThrow(RangeError);
    expect(() => dayNumber("01.02.2023")).toThrow(RangeError);
  });
});
