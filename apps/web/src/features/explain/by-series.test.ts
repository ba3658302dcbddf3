import type { Explanation } from "@liftledger/contracts/explanation";
import { describe, expect, it } from "vitest";
import { bySeries } from "./by-series.ts";

const input = (label: string, series?: string): Explanation => ({
  label,
  value: "1",
  unit: "count",
  operation: "leaf",
  formula: "1",
  source: { kind: "measured", text: "logged", ...(series === undefined ? {} : { series }) },
  inputs: [],
});

describe("bySeries", () => {
  it("puts the series' own numbers first, then those of each it is compared with, in their order", () => {
    const inputs = [input("a", "North"), input("b"), input("c", "West"), input("d", "North"), input("e")];
    const labels = bySeries(inputs).map((group) => [group.series, group.inputs.map(({ label }) => label)]);
    expect(labels).toEqual([
      [undefined, ["b", "e"]],
      ["North", ["a", "d"]],
      ["West", ["c"]],
    ]);
    expect(bySeries([input("b")])).toHaveLength(1);
  });
});
