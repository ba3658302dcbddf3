import type { Kpi } from "@liftledger/contracts/kpi";
import { describe, expect, it } from "vitest";
import { kpiChanges } from "./kpi-facts.ts";

const first: Kpi = {
  key: "reply-rate",
  version: 1,
  name: "Reply rate",
  sentence: "Of the messages sent, the share that got a reply.",
  numerator: { counts: "replies", unit: "reply", measure: "count" },
  denominator: { counts: "messages sent", unit: "message", kind: "exposure" },
  direction: "higher",
  frequency: "week",
  dating: "cohort",
  maturationPeriods: 1,
  role: "leading",
  proportion: true,
  minimumVolume: 30,
  display: "percent",
  owner: null,
  source: "own",
  unitValueRule: "Money per reply.",
  retired: null,
  madeAt: "2026-01-05T09:00:00.000Z",
  madeBy: "Ada",
};

describe("kpiChanges", () => {
  it("names each fact that differs with what it was", () => {
    const next: Kpi = { ...first, version: 2, owner: "Ada", maturationPeriods: 2, frequency: "month" };
    expect(kpiChanges(first, next)).toEqual([
      { what: "Logged each", before: "week", after: "month" },
      { what: "Numbers are ripe", before: "after 1 week", after: "after 2 months" },
      { what: "Owner", before: "nobody yet", after: "Ada" },
    ]);
  });
  it("finds nothing where the words are the same", () => {
    expect(kpiChanges(first, { ...first, version: 2 })).toEqual([]);
  });
});
