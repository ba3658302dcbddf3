import { describe, expect, it } from "vitest";
import { periodRows, sensitivityRows, simulationRows } from "./result-tables.ts";

const summary = { mean: 3, standardError: 0.1, p10: 1, p50: 2.5, p90: 5, chanceOfLoss: 0.25 };
const figureIds = { mean: "", p10: "", p50: "", p90: "", chanceOfLoss: "" };

describe("the tables of the results as files", () => {
  it("tell of each line its ends and of each field where it breaks even, and why it does not", () => {
    const ids = { atLow: "l", atHigh: "h", distance: "d" };
    const bars = [
      { lineId: "a", name: "Orders", atLow: "-5", atHigh: "9.5", distance: "14.5", figureIds: ids },
    ];
    const field = { name: "lift", figureId: "f" };
    const rows = sensitivityRows(
      {
        netPresentValue: "2",
        bars,
        breakEvens: [
          {
            lineId: "a",
            name: "Orders",
            multiple: "0.4",
            reason: null,
            figureId: "m",
            fields: [
              { ...field, field: "lift", base: "0.01", value: "0.004", reason: null },
              { ...field, field: "adoption", base: "0.9", value: null, reason: "No share does it." },
            ],
          },
          {
            lineId: "b",
            name: "Licences",
            multiple: null,
            reason: "Even without it.",
            figureId: "m",
            fields: [],
          },
        ],
      },
      "EUR",
    );
    expect(rows.map((row) => row.join("|"))).toEqual([
      "line|field|planned|breakEven|multiple|atLow|atHigh|distance|currency|reason",
      "Orders||||0.4|-5|9.5|14.5|EUR|",
      "Orders|lift|0.01|0.004|||||EUR|",
      "Orders|adoption|0.9||||||EUR|No share does it.",
      "Licences||||||||EUR|Even without it.",
    ]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]));
  });

  it("tell every number of a simulation with seed and runs", () => {
    const histogram = [
      { from: null, to: 0, runs: 25 },
      { from: 0, to: null, runs: 75 },
    ];
    const found = { ...summary, figureIds };
    const outcome = {
      kind: "simulation" as const,
      baseNetPresentValue: "3",
      netPresentValue: { ...found, histogram },
      netBenefit: found,
      roi: {
        kind: "value" as const,
        ...found,
        histogram,
        bands: [
          {
            phase: "pilots" as const,
            floor: 0.3,
            ceiling: 0.7,
            below: 0.2,
            within: 0.5,
            above: 0.3,
            figureIds: { below: "", within: "", above: "" },
          },
        ],
      },
    };
    const simulation = {
      engineVersion: "1",
      currency: "EUR",
      scenario: "Base",
      basis: "cash" as const,
      seed: 7,
      runs: 100,
      uncertainLines: [],
      correlations: [],
      outcome,
    };
    const rows = simulationRows(simulation, outcome).map((row) => row.join("|"));
    expect(rows).toHaveLength(1 + 3 * 6 + 3 + 2 * 2);
    expect(rows).toContain("netPresentValue|p10|1|EUR|Base|7|100");
    expect(rows).toContain("netRoi|within pilots|0.5|ratio|Base|7|100");
    expect(rows).toContain("netPresentValue|runs from  to 0|25|count|Base|7|100");
  });

  it("leave empty what is not known of a month", () => {
    const ids = { plan: "p", actual: "a" };
    const byPeriod = [
      { period: "2026-03", plan: "10.00", actual: null, missing: ["Licences", "Tokens"], figureIds: ids },
    ];
    expect(periodRows({ byPeriod, currency: "EUR" })[1]).toEqual([
      "2026-03",
      "10.00",
      "",
      "EUR",
      "Licences; Tokens",
    ]);
  });
});
