import { describe, expect, it } from "vitest";
import { builtInKpis } from "./catalogue/catalogue.ts";
import { outcomeSentence } from "./outcome-sentence.ts";

const cycleTime = { name: "Lead-to-opportunity cycle time", direction: "lower" } as const;
const conversion = { name: "Conversion rate", direction: "higher" } as const;

describe("outcomeSentence", () => {
  it("says the outcome in one sentence with a number", () => {
    expect(outcomeSentence({ kpi: cycleTime, change: "decrease", percent: "15", by: "2027-03-31" })).toEqual({
      kind: "sentence",
      text: "Reduce lead-to-opportunity cycle time by 15 percent by 2027-03-31",
    });
    expect(
      outcomeSentence({ kpi: conversion, change: "increase", percent: "12.50", by: "2026-12-01" }),
    ).toEqual({
      kind: "sentence",
      text: "Increase conversion rate by 12.5 percent by 2026-12-01",
    });
  });
  it("keeps an abbreviation at the beginning of a name", () => {
    const kpi = { name: "AI error and rework rate", direction: "lower" } as const;
    expect(outcomeSentence({ kpi, change: "decrease", percent: "10", by: "2026-12-01" })).toMatchObject({
      text: "Reduce AI error and rework rate by 10 percent by 2026-12-01",
    });
  });
  it("refuses a direction that would make the KPI worse, with the reason", () => {
    expect(outcomeSentence({ kpi: cycleTime, change: "increase", percent: "15", by: "2027-03-31" })).toEqual({
      kind: "refused",
      field: "change",
      reason: "Lead-to-opportunity cycle time is better when lower; 'increase' would make it worse.",
    });
  });
  it("says reduce, as the sentence does", () => {
    expect(
      outcomeSentence({ kpi: conversion, change: "decrease", percent: "15", by: "2027-03-31" }),
    ).toMatchObject({
      reason: "Conversion rate is better when higher; 'reduce' would make it worse.",
    });
    expect(
      outcomeSentence({ kpi: cycleTime, change: "decrease", percent: "0", by: "2027-03-31" }),
    ).toMatchObject({
      reason: "The change must be above 0 percent; 'reduce' already says which way.",
    });
  });
  it("allows exactly one direction for each built-in KPI", () => {
    for (const kpi of builtInKpis) {
      const kinds = (["increase", "decrease"] as const).map(
        (change) => outcomeSentence({ kpi, change, percent: "5", by: "2027-01-01" }).kind,
      );
      expect(kinds).toEqual(kpi.direction === "higher" ? ["sentence", "refused"] : ["refused", "sentence"]);
    }
  });
  it.each(["0", "-5", "abc", "", "1e2", "15%"])("refuses %j percent", (percent) => {
    expect(outcomeSentence({ kpi: conversion, change: "increase", percent, by: "2027-03-31" })).toMatchObject(
      {
        kind: "refused",
        field: "percent",
      },
    );
  });
  it("lets a KPI rise by more than it was, but not fall by more", () => {
    expect(
      outcomeSentence({ kpi: conversion, change: "increase", percent: "140", by: "2027-03-31" }).kind,
    ).toBe("sentence");
    expect(
      outcomeSentence({ kpi: cycleTime, change: "decrease", percent: "100", by: "2027-03-31" }).kind,
    ).toBe("sentence");
    expect(
      outcomeSentence({ kpi: cycleTime, change: "decrease", percent: "100.1", by: "2027-03-31" }),
    ).toMatchObject({
      field: "percent",
    });
  });
  it("refuses a day that does not exist", () => {
    expect(
      outcomeSentence({ kpi: conversion, change: "increase", percent: "5", by: "2027-02-29" }),
    ).toMatchObject({
      kind: "refused",
      field: "by",
    });
  });
});
