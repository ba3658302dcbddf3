import { describe, expect, it } from "vitest";
import { crossing, type MoneyPoint } from "./crossing.ts";

const point = (value: number | null, cost: number, half = 10): MoneyPoint => ({
  period: "2026-01",
  lastDay: "2026-01-31",
  value: value === null ? null : String(value),
  valueLow: value === null ? null : String(value - half),
  valueHigh: value === null ? null : String(value + half),
  cost: String(cost),
});

describe("crossing", () => {
  it("finds the point and the range of break-even", () => {
    const points = [point(0, 20), point(15, 20), point(25, 20), point(35, 20)];
    expect(crossing(points)).toEqual({ at: 2, earliest: 1, latest: 3 });
  });

  it("does not count a value that falls back under cost", () => {
    expect(crossing([point(25, 20), point(30, 40), point(45, 40)]).at).toBe(2);
  });

  it("has none while value is below cost or unknown", () => {
    expect(crossing([point(5, 20), point(8, 20)])).toEqual({ at: null, earliest: null, latest: null });
    expect(crossing([point(null, 20)]).at).toBeNull();
    expect(crossing([]).at).toBeNull();
  });

  it("does not call a time without cost a break-even", () => {
    expect(crossing([point(0, 0), point(0, 0), point(5, 20)]).at).toBeNull();
  });
});
