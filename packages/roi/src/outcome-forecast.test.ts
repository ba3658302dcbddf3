import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomeForecast, type OutcomeQuestion } from "./outcome-forecast.ts";

/** The sketch of the page: leads at 96 each, 1,040 of them a quarter, a quarter less spend. */
const leads: OutcomeQuestion = {
  percent: "25",
  numerators: Array.from({ length: 13 }, () => "7680"),
  periodType: "week",
  unitValue: "1",
  floor: 0.3,
  places: 2,
};

describe("outcomeForecast", () => {
  it("says what a quarter less spend is in a year, and what that may cost at 30% of return", () => {
    // 80 leads × 96 = 7,680 a week; × 52 = 399,360 a year; a quarter of it 99,840; ÷ 1.3 = 76,800.
    expect(outcomeForecast(leads)).toEqual({
      yearBefore: "399360",
      unitsAYear: "99840",
      valueAYear: "99840",
      mostCost: "76800",
    });
  });

  it("reckons a year from the months there are", () => {
    const months = { ...leads, periodType: "month", numerators: ["10", "20", "30", "40"] } as const;
    expect(outcomeForecast({ ...months, unitValue: "12.50", percent: "10" })).toMatchObject({
      yearBefore: "300",
      unitsAYear: "30",
      valueAYear: "375",
    });
  });

  it("says no worth where nobody has said one, no limit where the phase asks for nothing", () => {
    expect(outcomeForecast({ ...leads, unitValue: null })).toMatchObject({
      valueAYear: null,
      mostCost: null,
    });
    expect(outcomeForecast({ ...leads, floor: null })).toMatchObject({ valueAYear: "99840", mostCost: null });
  });

  it("does not reckon a year from fewer than four periods", () => {
    expect(outcomeForecast({ ...leads, numerators: ["1", "2", "3"] })).toBeNull();
  });

  it("gives back exactly what the phase asks for, at the cost it names", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 10_000 }), (percent, count) => {
        const asked = {
          ...leads,
          percent: String(percent),
          numerators: [count, count, count, count].map(String),
        };
        const { valueAYear, mostCost } = outcomeForecast(asked) ?? {};
        const cost = Number(mostCost);
        // Half a cent of rounding, and no more.
        expect(Math.abs(cost * 1.3 - Number(valueAYear))).toBeLessThanOrEqual(
          0.0066 + Number(valueAYear) * 1e-12,
        );
      }),
    );
  });
});
