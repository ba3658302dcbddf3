import { lastDay, addPeriods } from "@liftledger/kpis/period";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { arbitraryInitiative } from "./testing/arbitrary-initiative.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  flatBaseline,
  monthlyCosts,
  repeated,
  snapshotsFrom,
} from "./testing/example-initiative.ts";
import { toDateSeries } from "./to-date.ts";

function timelineOf(input: InitiativeInput) {
  const { benefits, figures, countedUntil: until } = evaluateInitiative(input);
  const { costs, currency, places, startedOn, seed } = input;
  return { figures, points: toDateSeries({ benefits, costs, currency, places, startedOn, until, seed }) };
}

describe("toDateSeries", () => {
  it("ends at the headline: value, interval, cost and ROI", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const { figures, points } = timelineOf(input);
        const last = points.at(-1);
        if (last === undefined) return;
        const { realisedValue, cost, netRoi } = figures;
        expect(last.value).toBe(realisedValue.figure.value);
        expect(last.valueLow).toBe(realisedValue.figure.interval?.low ?? null);
        expect(last.valueHigh).toBe(realisedValue.figure.interval?.high ?? null);
        expect(Number(last.cost)).toBe(Number(cost.figure.value));
        expect(last.roi === null).toBe(netRoi.figure.value === null);
        expect(last.roi ?? 0).toBeCloseTo(Number(netRoi.figure.value ?? 0), 9);
      }),
      { numRuns: 50 },
    );
  });

  it("never restates an earlier point by a later week", () => {
    fc.assert(
      fc.property(arbitraryInitiative, fc.integer({ min: 1, max: 6 }), (input, weeksBack) => {
        const { points } = timelineOf(input);
        const earlier = points.at(-1 - weeksBack)?.lastDay;
        if (earlier === undefined) return;
        const upTo = points.slice(0, points.length - weeksBack);
        const then = timelineOf({
          ...input,
          until: earlier,
          benefits: input.benefits.map((benefit) => ({
            ...benefit,
            after: benefit.after.filter(({ period }) => lastDay(period) <= earlier),
          })),
        });
        // It may have ended within a period: then its last point was on a day of its own.
        const whole = then.points.filter((point) => point.lastDay === lastDay(point.period));
        expect(whole).toEqual(upTo.slice(0, whole.length));
      }),
      { numRuns: 50 },
    );
  });

  it("leaves earlier points standing when the volume leaves its range later", () => {
    const kpi = exampleKpi({ denominator: { counts: "customers", unit: "customer", kind: "outcome" } });
    const months = [...repeated(3, 104, 4000), ...repeated(3, 300, 12_000)];
    const benefit = exampleBenefit({ kpi, after: snapshotsFrom("2025-01", months) });
    const { points } = timelineOf(exampleInitiative({ benefits: [benefit] }));
    // 24 × 180 a month; after April the mean volume is (3 × 4,000 + 12,000) / 4 = 6,000, half as much again.
    expect(points.map(({ value }) => value)).toEqual(["4320", "8640", "12960", null, null, null]);
  });

  it("accrues the cost of the present month by day, as the headline does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), fc.integer({ min: 1, max: 28 }), (amount, day) => {
        const input = exampleInitiative({
          costs: monthlyCosts("2025-02", [amount]),
          until: `2025-02-${String(day).padStart(2, "0")}`,
          startedOn: "2025-02-01",
        });
        const { figures, points } = timelineOf(input);
        expect(Number(points.at(-1)?.cost)).toBe(Number(figures.cost.figure.value));
      }),
    );
  });

  it("has all of a month's cost on its last day, to the cent", () => {
    const input = exampleInitiative({ costs: monthlyCosts("2025-02", [123_457]), until: "2025-02-28" });
    expect(timelineOf(input).points.at(-1)?.cost).toBe("1234.57");
  });

  it("starts with the first spend where that came before the start", () => {
    const input = exampleInitiative({
      costs: monthlyCosts(
        "2024-11",
        repeated(8, 1, 1).map(() => 900_000),
      ),
    });
    const { points } = timelineOf(input);
    expect(points[0]).toMatchObject({ period: "2024-11", value: null, cost: "9000.00", roi: null });
    expect(points).toHaveLength(8);
  });

  it("has no point before its start", () => {
    expect(timelineOf(exampleInitiative({ startedOn: "2025-08-01", costs: [] })).points).toEqual([]);
  });

  it("is judgeable from the third month or the eighth week on", () => {
    const monthly = timelineOf(exampleInitiative()).points;
    expect(monthly.map(({ judgeable }) => judgeable)).toEqual([false, false, true, true, true, true]);
    const benefit = exampleBenefit({
      periodType: "week",
      claimFrom: "2025-W02",
      baseline: flatBaseline(snapshotsFrom("2024-W42", repeated(12, 80, 4000))),
      after: snapshotsFrom("2025-W02", repeated(12, 104, 4000)),
    });
    const weekly = timelineOf(
      exampleInitiative({
        benefits: [benefit],
        startedOn: "2025-01-06",
        costs: [],
        until: lastDay(addPeriods("2025-W02", 11)),
      }),
    ).points;
    expect(weekly.findIndex(({ judgeable }) => judgeable)).toBe(7);
  });
});
