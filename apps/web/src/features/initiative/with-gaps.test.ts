import { describe, expect, it } from "vitest";
import { kpiSpec } from "./kpi-against-expected.ts";
import { withGaps } from "./with-gaps.ts";

const kpi = {
  name: "Cost per acquisition",
  numerator: { counts: "media spend", unit: "money", measure: "spend" },
  denominator: { counts: "conversions", unit: "conversion", kind: "outcome" },
  display: "money",
} as unknown as Parameters<typeof kpiSpec>[0]["kpi"];

function point(period: string, lastDay: string, side: "before" | "after", actual: number) {
  return {
    period,
    lastDay,
    side,
    mature: true,
    numerator: actual * 10,
    denominator: 10,
    actual,
    expected: 38.86,
    low: 37,
    high: 41,
  };
}

const whole = [
  point("2026-W13", "2026-03-29", "before", 38.5),
  point("2026-W14", "2026-04-05", "after", 37.82),
  point("2026-W15", "2026-04-12", "after", 37.9),
];
const holed = [...whole, point("2026-W18", "2026-05-03", "after", 37.1)];

describe("withGaps", () => {
  it("leaves what has a number for every period as it is", () => {
    const benefit = { points: whole };
    expect(withGaps(benefit)).toBe(benefit);
  });

  it("keeps a place open for each period without a number, on the side it lies", () => {
    const { points } = withGaps({ points: holed });
    expect(points.map(({ period, lastDay, side, actual }) => [period, lastDay, side, actual])).toEqual([
      ["2026-W13", "2026-03-29", "before", 38.5],
      ["2026-W14", "2026-04-05", "after", 37.82],
      ["2026-W15", "2026-04-12", "after", 37.9],
      ["2026-W16", "2026-04-19", "after", null],
      ["2026-W17", "2026-04-26", "after", null],
      ["2026-W18", "2026-05-03", "after", 37.1],
    ]);
  });
});

/** As it is where the assumptions count from the start, or only from a period on. */
function stretchesFrom(validFrom?: string): Parameters<typeof kpiSpec>[0]["stretches"] {
  const assumptions = validFrom === undefined ? {} : { validFrom };
  return [{ from: validFrom ?? null, until: null, version: 1, assumptions }];
}

describe("kpiSpec", () => {
  const stretches = stretchesFrom();
  // The week before the start is left out of the baseline: a bad one, which made them begin.
  const triggered = [point("2026-W12", "2026-03-22", "before", 38.5), ...whole.slice(1)];

  it("names the launch, also where a period before it is left out", () => {
    const { marks } = kpiSpec({ kpi, currency: "EUR", points: whole, stretches });
    expect(marks).toEqual([{ at: 1, label: "Launched, week 14, 2026" }]);
    const spec = kpiSpec({ ...withGaps({ points: triggered }), kpi, currency: "EUR", stretches });
    expect(spec.marks).toEqual([{ at: 2, label: "Launched, week 14, 2026" }]);
  });

  it("says from when it counts where that is later than the launch", () => {
    const later = withGaps({ points: triggered });
    const spec = kpiSpec({ ...later, kpi, currency: "EUR", stretches: stretchesFrom("2026-W14") });
    expect(spec.marks).toEqual([{ at: 2, label: "Counted from week 14, 2026" }]);
  });

  it("tells apart what differs by cents", () => {
    const { format, mark } = kpiSpec({ kpi, currency: "EUR", points: whole, stretches });
    expect([format(37.82), format(38.86), mark?.(36, true), mark?.(36.5, false)]).toEqual([
      "€37.82",
      "€38.86",
      "€36",
      "€36.50",
    ]);
  });
});
