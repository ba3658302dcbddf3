import { describe, expect, it } from "vitest";
import { clockTimeIn, dayIn, isTimeZone } from "./time-zone.ts";

describe("dayIn", () => {
  // Offsets as the IANA data of 2026 has them: Berlin is one hour ahead in winter and two in summer, Auckland 13.
  it.each([
    ["2026-11-22T22:59:59.999Z", "Europe/Berlin", "2026-11-22"],
    ["2026-11-22T23:00:00.000Z", "Europe/Berlin", "2026-11-23"],
    ["2026-07-01T21:59:59.999Z", "Europe/Berlin", "2026-07-01"],
    ["2026-07-01T22:00:00.000Z", "Europe/Berlin", "2026-07-02"],
    ["2026-11-23T04:59:59.999Z", "America/New_York", "2026-11-22"],
    ["2026-11-22T11:00:00.000Z", "Pacific/Auckland", "2026-11-23"],
    ["2026-11-22T23:59:59.999Z", "UTC", "2026-11-22"],
  ])("at %s in %s it is %s", (instant, timeZone, day) => {
    expect(dayIn(Date.parse(instant), timeZone)).toBe(day);
  });

  it("throws for what is no time zone, and for what is no instant", () => {
    expect(() => dayIn(0, "Europe/Vance")).toThrow(RangeError);
    expect(() => dayIn(Number.NaN, "UTC")).toThrow(RangeError);
  });
});

describe("isTimeZone", () => {
  it("knows the zones of the IANA list, and no offsets, which know no summer", () => {
    expect(["Europe/Berlin", "UTC", "America/Argentina/Ushuaia"].every(isTimeZone)).toBe(true);
    expect(["", "+02:00", "Berlin", "Europe/Vance"].some(isTimeZone)).toBe(false);
  });
});

describe("clockTimeIn", () => {
  // Offsets as the IANA data of 2026 has them; Berlin turns its clocks on 29 March and 25 October, at 01:00 UTC.
  it.each([
    ["2026-11-22T23:30:00.000Z", "Europe/Berlin", "00:30"],
    ["2026-03-29T00:59:59.999Z", "Europe/Berlin", "01:59"],
    ["2026-03-29T01:00:00.000Z", "Europe/Berlin", "03:00"],
    ["2026-10-25T00:30:00.000Z", "Europe/Berlin", "02:30"],
    ["2026-10-25T01:30:00.000Z", "Europe/Berlin", "02:30"],
    ["2026-11-22T00:00:00.000Z", "Asia/Kathmandu", "05:45"],
    ["2026-11-22T00:00:00.000Z", "UTC", "00:00"],
  ])("at %s in %s shows %s", (instant, timeZone, shown) => {
    expect(clockTimeIn(Date.parse(instant), timeZone)).toBe(shown);
  });

  it("throws for what is no time zone, and for what is no instant", () => {
    expect(() => clockTimeIn(0, "Europe/Vance")).toThrow(RangeError);
    expect(() => clockTimeIn(Number.NaN, "UTC")).toThrow(RangeError);
  });
});
