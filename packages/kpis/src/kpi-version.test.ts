import { describe, expect, it } from "vitest";
import { findBuiltInKpi } from "./catalogue/catalogue.ts";
import type { Kpi } from "./kpi.ts";
import { kpiVersionChange, type KpiFieldRule } from "./kpi-version.ts";

function builtIn(key: string): Kpi {
  const kpi = findBuiltInKpi(key);
  if (!kpi) throw new Error(`no KPI ${key}`);
  return kpi;
}

const conversion = builtIn("conversion-rate");
const { numerator, denominator } = conversion;

/** Every field of a definition but key and version, changed. */
const changed: [string, Kpi, KpiFieldRule][] = [
  ["owner", { ...conversion, owner: "Kim" }, "wording"],
  ["name", { ...conversion, name: "Conversion" }, "wording"],
  ["sentence", { ...conversion, sentence: "Another." }, "wording"],
  ["display", { ...conversion, display: "number" }, "wording"],
  ["frequency", { ...conversion, frequency: "month" }, "wording"],
  ["numerator.counts", { ...conversion, numerator: { ...numerator, counts: "orders" } }, "meaning"],
  ["numerator.unit", { ...conversion, numerator: { ...numerator, unit: "order" } }, "meaning"],
  ["numerator.measure", { ...conversion, numerator: { ...numerator, measure: "revenue" } }, "meaning"],
  ["denominator.counts", { ...conversion, denominator: { ...denominator, counts: "visitors" } }, "meaning"],
  ["denominator.unit", { ...conversion, denominator: { ...denominator, unit: "visitor" } }, "meaning"],
  ["denominator.kind", { ...conversion, denominator: { ...denominator, kind: "outcome" } }, "rule"],
  ["dating", { ...conversion, dating: conversion.dating === "event" ? "cohort" : "event" }, "meaning"],
  ["proportion", { ...conversion, proportion: false }, "meaning"],
  ["direction", { ...conversion, direction: "lower" }, "rule"],
  ["role", { ...conversion, role: "leading" }, "rule"],
  ["maturationPeriods", { ...conversion, maturationPeriods: 9 }, "rule"],
  ["minimumVolume", { ...conversion, minimumVolume: 9 }, "rule"],
];

describe("kpiVersionChange", () => {
  it.each(changed)("of %s", (field, after, rule) => {
    const change = kpiVersionChange(conversion, after);
    expect(change.kind).toBe(rule === "wording" ? "same-version" : "new-version");
    expect(change).toMatchObject({ changes: [{ field, rule }] });
    expect("comparable" in change ? change.comparable : true).toBe(rule !== "meaning");
  });
  it("knows every field of a definition", () => {
    const leaves = Object.entries(conversion).flatMap(([field, value]) =>
      typeof value === "object" && value !== null
        ? Object.keys(value).map((key) => `${field}.${key}`)
        : [field],
    );
    const known = ["key", "version", ...changed.map(([field]) => field)];
    expect(leaves.toSorted()).toEqual(known.toSorted());
  });
  it("counts from the version before, whatever the changed one carries", () => {
    const after = { ...conversion, version: 7, minimumVolume: 9 };
    expect(kpiVersionChange({ ...conversion, version: 3 }, after)).toMatchObject({
      version: 4,
      comparable: true,
    });
  });
  it("asks for a new version as soon as one of several changes does", () => {
    const after: Kpi = { ...conversion, owner: "Kim", direction: "lower" };
    expect(kpiVersionChange(conversion, after)).toMatchObject({
      kind: "new-version",
      changes: [{ field: "owner" }, { field: "direction" }],
    });
  });
  it("sees no change in an equal definition, and refuses another key", () => {
    expect(kpiVersionChange(conversion, { ...conversion })).toEqual({ kind: "unchanged" });
    expect(kpiVersionChange(conversion, { ...conversion, key: "other" })).toEqual({
      kind: "refused",
      reason: '"other" is another KPI than "conversion-rate": a key never changes.',
    });
  });
});
