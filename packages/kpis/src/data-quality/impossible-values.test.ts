import { describe, expect, it } from "vitest";
import { dataQuality } from "../data-quality.ts";
import type { QualitySetting } from "./quality-input.ts";
import { acquisitionCost, conversions, output, pointsFrom, settingFor } from "../testing/example-points.ts";
import { found } from "../testing/judged-series.ts";

describe("the check of impossible values", () => {
  const cases: [string, QualitySetting["kpi"], [string, string], string[]][] = [
    [
      "a share above 100 %",
      conversions,
      ["12", "10"],
      ["problem: A share cannot be more than 100%: 2026-W02."],
    ],
    [
      "a negative count",
      conversions,
      ["-1", "10"],
      ["problem: There cannot be fewer than no conversions: 2026-W02."],
    ],
    [
      "negative visits",
      conversions,
      ["0", "-10"],
      ["problem: There cannot be fewer than no visits: 2026-W02."],
    ],
    [
      "conversions of no visits",
      conversions,
      ["3", "0"],
      ["problem: There are conversions without any visits: 2026-W02."],
    ],
    ["nothing of nothing, which can be", conversions, ["0", "0"], []],
    ["exactly 100 %", conversions, ["10", "10.0"], []],
    [
      "half a conversion",
      conversions,
      ["2.5", "10"],
      ["look: Conversions are counted, and this is a fraction: 2026-W02."],
    ],
    ["a whole number with a point", conversions, ["2.00", "10"], []],
    ["text", conversions, ["n/a", "10"], ["problem: What was recorded is not a number: 2026-W02."]],
    [
      "spend and no customer",
      acquisitionCost,
      ["500", "0"],
      ["note: Spend without any new customers, so no ratio: 2026-W02."],
    ],
    [
      "negative spend",
      acquisitionCost,
      ["-500", "3"],
      ["look: Spend below 0: refunds, or a slip: 2026-W02."],
    ],
    ["cents", acquisitionCost, ["500.25", "3"], []],
    [
      "a total over 2",
      output,
      ["5", "2"],
      ["problem: A total has 1 as its denominator for each period: 2026-W02."],
    ],
    ["a total", output, ["5", "1.0"], []],
  ];
  it.each(cases)("looks at %s", (_, kpi, odd, expected) => {
    const usual: [string, string] = kpi === output ? ["4", "1"] : ["4", "100"];
    const points = pointsFrom("2026-W01", [usual, odd]);
    expect(found(dataQuality(points, settingFor(points, kpi)), "impossible-values")).toEqual(expected);
  });
});
