import { describe, expect, it } from "vitest";
import { pointsFrom, settingFor } from "../testing/example-points.ts";
import { seriesRecords } from "./series-records.ts";

const [first, second] = pointsFrom("2026-W01", [
  [10, 100],
  [20, 200],
]);
if (!first || !second) throw new Error("two points were made");
const setting = settingFor([first, second]);

describe("seriesRecords", () => {
  it("gives one record a period, in order, whatever order they come in", () => {
    expect(seriesRecords([second, first], setting).map(({ period }) => period)).toEqual([
      "2026-W01",
      "2026-W02",
    ]);
  });
  it("counts the last revision, and remembers when the period was first seen", () => {
    const later = { ...first, numerator: "12", recordedAt: "2026-02-01T00:00:00Z" };
    for (const points of [
      [first, later],
      [later, first],
    ]) {
      expect(seriesRecords(points, setting)).toMatchObject([
        { numerator: "12", firstRecorded: "2026-01-06", lastRecorded: "2026-02-01", firstSeen: "2026-01-06" },
      ]);
    }
    const sameTime = { ...first, numerator: "13" };
    expect(seriesRecords([first, sameTime], setting)).toMatchObject([{ numerator: "13" }]);
  });
  it("counts the source of record, or else the one recorded last, and keeps the others", () => {
    const crm = { ...first, source: "CRM", numerator: "11", recordedAt: "2026-01-05" };
    const [latest] = seriesRecords([crm, first], setting);
    expect(latest).toMatchObject({ source: "web analytics", others: [{ source: "CRM", numerator: "11" }] });
    const [chosen] = seriesRecords([crm, first], { ...setting, sourceOfRecord: "CRM" });
    expect(chosen).toMatchObject({ source: "CRM", numerator: "11", firstSeen: "2026-01-05" });
  });
  it("counts the number that is told to count, though another came later to stand beside it", () => {
    const crm = { ...first, source: "CRM", numerator: "11", recordedAt: "2026-01-05", isBeside: false };
    const [told] = seriesRecords([crm, { ...first, isBeside: true }], setting);
    expect(told).toMatchObject({ source: "CRM", others: [{ source: "web analytics" }] });
  });
  it("refuses another type of period and a time in no zone", () => {
    expect(() => seriesRecords([{ ...first, period: "2026-01" }], setting)).toThrow("not a week");
    expect(() => seriesRecords([{ ...first, period: "2025-W53" }], setting)).toThrow("52 ISO weeks");
    expect(() => seriesRecords([{ ...first, recordedAt: "2026-01-06T08:00" }], setting)).toThrow(
      "instant in UTC",
    );
    expect(() => seriesRecords([{ ...first, recordedAt: "2026-02-30" }], setting)).toThrow("not a day");
  });
});
