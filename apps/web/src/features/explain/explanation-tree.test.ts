import type { Explanation } from "@liftledger/contracts/explanation";
import { describe, expect, it } from "vitest";
import {
  collapseInputs,
  countSources,
  describeLines,
  describeSources,
  formulaLines,
  openSteps,
} from "./explanation-tree.ts";

const measured = (period: string, recordedAt = "2026-01-01T00:00:00.000Z"): Explanation => ({
  label: period,
  value: "1",
  unit: "count",
  operation: "leaf",
  formula: "1",
  source: { kind: "measured", text: "logged", period, recordedAt, recordedBy: "Ada" },
  inputs: [],
});
const assumption: Explanation = {
  label: "Our share",
  value: "0.8",
  unit: "ratio",
  operation: "leaf",
  formula: "0.8",
  source: { kind: "assumption", text: "recorded", version: 3 },
  inputs: [],
};
const node = (operation: Explanation["operation"], inputs: Explanation[]): Explanation => ({
  label: "node",
  value: "1",
  unit: "count",
  operation,
  formula: "…",
  inputs,
});
const weeks = Array.from({ length: 52 }, (_, index) =>
  measured(`2026-W${String(index + 1).padStart(2, "0")}`),
);

describe("collapseInputs", () => {
  it("shows the first two and the last of a long sum, and says how many there are", () => {
    const collapsed = collapseInputs(weeks, false);
    expect(collapsed.shown.map((input) => input.label)).toEqual(["2026-W01", "2026-W02", "2026-W52"]);
    expect([collapsed.hidden, collapsed.what]).toEqual([49, "52 weeks"]);
  });

  it("shows all when asked to, and all of a short list anyway", () => {
    expect(collapseInputs(weeks, true).shown).toHaveLength(52);
    expect(collapseInputs(weeks.slice(0, 8), false)).toMatchObject({ hidden: 0 });
  });

  it("names months and mixed parts", () => {
    expect(collapseInputs([measured("2026-03"), measured("2026-04")], false).what).toBe("2 months");
    expect(collapseInputs([measured("2026-03"), assumption], false).what).toBe("2 parts");
  });
});

describe("countSources", () => {
  it("counts leaves at every depth", () => {
    const tree = node("product", [node("sum", weeks), assumption]);
    expect(countSources(tree)).toEqual({ measured: 52, assumption: 1, benchmark: 0 });
    expect(describeSources(tree, "en-GB")).toBe("from 52 measured numbers, 1 assumption");
    const large = node(
      "sum",
      Array.from({ length: 1646 }, () => measured("2026-W01")),
    );
    expect(describeSources(large, "en-GB")).toBe("from 1,646 measured numbers");
    expect(describeSources(large, "de-DE")).toBe("from 1.646 measured numbers");
  });
});

describe("describeLines", () => {
  it("names the file and the lines in it", () => {
    const source = { kind: "measured", text: "", fileName: "leads.csv", lineFirst: 3, lineLast: 9 } as const;
    expect(describeLines(source)).toBe("lines 3 to 9 of leads.csv");
    expect(describeLines({ ...source, lineLast: 3 })).toBe("line 3 of leads.csv");
    expect(describeLines({ kind: "measured", text: "logged by hand" })).toBeNull();
  });
});

describe("openSteps", () => {
  it("passes over a rounding of a sum of one, and keeps the outer name and value", () => {
    const product = {
      ...node("product", [assumption, assumption]),
      label: "before rounding",
      value: "1.234",
    };
    const rounded = { ...node("sum", [node("round", [product])]), label: "Value", value: "1.23" };
    expect(openSteps(rounded)).toMatchObject({ label: "Value", value: "1.23", operation: "product" });
  });

  it("leaves a sum of one leaf alone, so that the leaf stays to be seen", () => {
    const sum = node("sum", [assumption]);
    expect(openSteps(sum)).toBe(sum);
  });
});

describe("formulaLines", () => {
  it("says a chance in words and in the reader's numbers", () => {
    const chance = node("chance", [measured("Value"), assumption]);
    expect(formulaLines(chance, ({ value }) => `${value} euro`)).toEqual([
      "chance that Value is at least Our share",
      "chance that 1 euro, with its likely range, is at least 0.8 euro",
    ]);
  });
  const write = (input: Explanation) => `<${input.value ?? ""}>`;

  it("writes arithmetic in words and in numbers", () => {
    expect(formulaLines(node("product", [assumption, measured("2026-W01")]), write)).toEqual([
      "Our share × 2026-W01",
      "<0.8> × <1>",
    ]);
  });

  it("keeps the engine's own line for a long sum or a model", () => {
    expect(formulaLines(node("sum", weeks), write)).toEqual(["…"]);
    expect(formulaLines(node("expected", [assumption, assumption]), write)).toEqual(["…"]);
  });
});
