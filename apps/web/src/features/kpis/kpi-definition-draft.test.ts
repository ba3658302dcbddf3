import type { Kpi } from "@liftledger/contracts/kpi";
import { describe, expect, it } from "vitest";
import {
  definitionOf,
  draftOfKpi,
  emptyKpi,
  faultsOfKpi,
  keyFromName,
  newKpiOf,
} from "./kpi-definition-draft.ts";

describe("keyFromName", () => {
  it.each([
    ["Cost per qualified lead (EU)", "cost-per-qualified-lead-eu"],
    ["Öffnungsrate", "offnungsrate"],
    ["24 hour response", "hour-response"],
    ["   ", ""],
    ["100", ""],
  ])("makes %j into %j", (name, key) => {
    expect(keyFromName(name)).toBe(key);
  });
  it("stays within the length a key may have and does not end in a hyphen", () => {
    const key = keyFromName(`${"a".repeat(59)} b`);
    expect(key).toBe("a".repeat(59));
  });
});

describe("faultsOfKpi", () => {
  const filled = {
    ...emptyKpi,
    name: "Reply rate",
    sentence: "Of the messages sent, the share that got a reply.",
    numerator: { counts: "messages with a reply", unit: "reply", measure: "count" as const },
    denominator: { counts: "messages sent", unit: "message", kind: "exposure" as const },
  };
  it("finds nothing wrong with a whole definition", () => {
    expect(faultsOfKpi(filled)).toEqual({});
  });
  it("names every field that is empty, and none of the denominator of a total", () => {
    expect(Object.keys(faultsOfKpi(emptyKpi))).toEqual([
      "name",
      "sentence",
      "numerator.counts",
      "numerator.unit",
      "denominator.counts",
      "denominator.unit",
    ]);
    const denominator = { counts: "", unit: "", kind: "period" as const };
    expect(faultsOfKpi({ ...filled, denominator })).toEqual({});
  });
  it("wants whole numbers", () => {
    expect(Object.keys(faultsOfKpi({ ...filled, maturationPeriods: "1.5", minimumVolume: "-1" }))).toEqual([
      "maturationPeriods",
      "minimumVolume",
    ]);
  });
});

describe("definitionOf", () => {
  it("gives a total its periods as denominator", () => {
    const draft = {
      ...emptyKpi,
      frequency: "month" as const,
      proportion: true,
      denominator: { kind: "period" as const, counts: "visits", unit: "visit" },
    };
    expect(definitionOf(draft)).toMatchObject({
      denominator: { kind: "period", counts: "months", unit: "month" },
      proportion: false,
    });
  });
  it("says back what a kept definition says", () => {
    const definition = definitionOf({
      ...emptyKpi,
      name: "Reply rate",
      maturationPeriods: "2",
      owner: "Ada",
    });
    const kpi = {
      ...definition,
      key: "reply-rate",
      version: 3,
      source: "own",
      unitValueRule: "…",
      retired: null,
      madeAt: "2026-01-05T09:00:00.000Z",
      madeBy: "Ada",
    } satisfies Kpi;
    expect(definitionOf(draftOfKpi(kpi))).toEqual(definition);
    expect(newKpiOf(draftOfKpi(kpi)).key).toBe(kpi.key);
  });
});
