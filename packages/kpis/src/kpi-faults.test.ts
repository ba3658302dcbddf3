import { describe, expect, it } from "vitest";
import { findBuiltInKpi } from "./catalogue/catalogue.ts";
import type { Kpi } from "./kpi.ts";
import { kpiFaults } from "./kpi-faults.ts";

function builtIn(key: string): Kpi {
  const kpi = findBuiltInKpi(key);
  if (!kpi) throw new Error(`no KPI ${key}`);
  return kpi;
}

const conversion = builtIn("conversion-rate");
const adCost = builtIn("cost-per-acquisition");
const revenue = builtIn("revenue-per-channel");
const cycle = builtIn("sales-cycle-length");

describe("kpiFaults", () => {
  const cases: [string, Kpi, string][] = [
    ["a key with capitals", { ...conversion, key: "Conversion" }, "lower-case"],
    ["version 0", { ...conversion, version: 0 }, "version"],
    ["half a period of maturation", { ...conversion, maturationPeriods: 0.5 }, "whole numbers"],
    ["events that mature", { ...adCost, maturationPeriods: 2 }, "complete when its period ends"],
    [
      "a total that counts weeks",
      { ...revenue, denominator: { ...revenue.denominator, counts: "weeks" } },
      "counts periods",
    ],
    ["a total with a minimum", { ...revenue, minimumVolume: 10 }, "no volume"],
    [
      "money out of money as a proportion",
      { ...adCost, proportion: true, display: "percent" },
      "count out of a count",
    ],
    [
      "a proportion of effort",
      { ...conversion, denominator: { ...conversion.denominator, kind: "input" } },
      "never spend or effort",
    ],
    ["more spend as a gain", { ...adCost, direction: "higher" }, "each further unit spent"],
    ["less revenue as a gain", { ...revenue, direction: "lower" }, "Revenue is better"],
    ["a count shown as money", { ...conversion, proportion: false, display: "money" }, "shown as money"],
    ["days shown as hours", { ...cycle, display: "hours" }, "counts hours"],
    ["a proportion shown as a number", { ...conversion, display: "number" }, "in percent"],
  ];
  it.each(cases)("finds %s", (_, kpi, words) => {
    const faults = kpiFaults(kpi);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(words);
  });
  it("finds several at once", () => {
    expect(kpiFaults({ ...adCost, version: -1, direction: "higher" })).toHaveLength(2);
  });
});
