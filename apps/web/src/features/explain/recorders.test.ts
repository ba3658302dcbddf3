import type { Explanation } from "@liftledger/contracts/explanation";
import { describe, expect, it } from "vitest";
import { recorders } from "./recorders.ts";

const input = (label: string, recordedBy: string, recordedAt: string): Explanation => ({
  label,
  value: "1",
  unit: "count",
  operation: "leaf",
  formula: "1",
  source: { kind: "measured", text: "shop", recordedBy, recordedAt },
  inputs: [],
});
const step = (inputs: Explanation[]): Explanation => ({
  label: "Sum",
  value: "1",
  unit: "count",
  operation: "sum",
  formula: "1",
  inputs,
});

describe("recorders", () => {
  it("names who recorded how much, the latest first, and counts an input that stands there twice once", () => {
    const week = input("Orders, 2026-W10", "Ada", "2026-03-09T08:00:00Z");
    const tree = step([
      step([week, input("Orders, 2026-W11", "Ada", "2026-03-16T08:00:00Z")]),
      step([week, input("Worth of one order", "Grace", "2026-04-01T08:00:00Z")]),
    ]);
    expect(recorders(tree)).toEqual([
      { name: "Grace", inputs: 1, lastAt: "2026-04-01T08:00:00Z" },
      { name: "Ada", inputs: 2, lastAt: "2026-03-16T08:00:00Z" },
    ]);
  });
});
