import { describe, expect, it } from "vitest";
import { tableWithControls, withControls } from "./with-controls.ts";

const point = (period: string, side: "before" | "after", numerator: number) => ({
  period,
  lastDay: "2026-04-05",
  side,
  mature: true,
  numerator,
  denominator: 100,
  actual: numerator / 100,
  expected: null,
  low: null,
  high: null,
});
const control = {
  seriesId: "north",
  name: "Conversion rate (North)",
  use: "weighed" as const,
  level: 0.25,
  points: [
    { period: "2026-W13", ratio: 0.25 },
    { period: "2026-W15", ratio: 0.5 },
  ],
  waiting: [],
};
const compared = {
  kpi: { name: "Conversion rate" },
  points: [point("2026-W13", "before", 10), point("2026-W14", "before", 15), point("2026-W15", "after", 15)],
  controls: [control],
};
const spec = { ticks: [], titles: [], lines: [], format: String };

describe("withControls", () => {
  it("draws each series at the level of the KPI before the start, with holes where it has no number", () => {
    // The KPI's level is 25 of 200: half of the control's, so half of each of its ratios is drawn.
    expect(withControls(spec, compared).lines).toEqual([
      {
        name: "North",
        values: [0.125, null, 0.25],
        colour: "plan",
        faint: true,
      },
    ]);
  });

  it("names what counts something else in full", () => {
    const other = { ...compared, kpi: { name: "Order value" } };
    expect(withControls(spec, other).lines[0]?.name).toBe("Conversion rate (North)");
  });

  it("draws none that has no level to be brought from, and none where the KPI has none", () => {
    const levelless = { ...compared, controls: [{ ...control, level: null }] };
    expect(withControls(spec, levelless).lines).toEqual([]);
    expect(withControls(spec, { ...compared, points: [point("2026-W15", "after", 15)] }).lines).toEqual([]);
  });
});

describe("tableWithControls", () => {
  it("adds what is drawn of each series", () => {
    const table = { columns: ["Period"], rows: [["13"], ["14"], ["15"]] };
    expect(tableWithControls(table, withControls(spec, compared))).toEqual({
      columns: ["Period", "North, brought level"],
      rows: [
        ["13", "0.125"],
        ["14", "–"],
        ["15", "0.25"],
      ],
    });
  });
});
