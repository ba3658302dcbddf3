import { addPeriods } from "@liftledger/kpis/period";
import { describe, expect, it } from "vitest";
import { seriesFinding } from "./series-finding.ts";

const setting = {
  scope: "Shop",
  periodType: "week" as const,
  format: (ratio: number) => `${(ratio * 100).toFixed(1)}%`,
};

const points = (...numerators: number[]) =>
  numerators.map((numerator, week) => ({
    period: addPeriods("2025-W50", week),
    numerator: String(numerator),
    denominator: "100",
    mature: true,
  }));

describe("seriesFinding", () => {
  it("pools the last eight weeks and holds them against the eight before", () => {
    const series = points(9, ...Array<number>(8).fill(2), ...Array<number>(7).fill(3), 7);
    // (7 × 3 + 7) ÷ 800 = 3.5%.
    expect(seriesFinding(series, setting).text).toBe("Shop: 3.5% in the last 8 weeks, 2.0% in the 8 before");
  });
  it("pools by volume rather than averaging the weeks", () => {
    const [one, two, three, four] = points(10, 10, 10, 10);
    if (!one || !two || !three || !four) throw new Error("four points were made");
    const series = [one, two, three, { ...four, denominator: "300" }];
    expect(seriesFinding(series, setting).text).toBe("Shop: 5.0% in the last 2 weeks, 10.0% in the 2 before");
  });
  it("says of each number which periods it is of, so that it can be explained", () => {
    const spans: unknown[] = [];
    const opens = (text: string, span: unknown) => {
      spans.push([text, span]);
      return { text, shown: text };
    };
    expect(seriesFinding(points(1, 1, 3, 3), { ...setting, opens }).text).toBe(
      "Shop: 3.0% in the last 2 weeks, 1.0% in the 2 before",
    );
    expect(spans).toEqual([
      ["3.0%", { from: "2025-W52", to: "2026-W01" }],
      ["1.0%", { from: "2025-W50", to: "2025-W51" }],
    ]);
  });
  it("leaves out what does not count yet, and counts weeks rather than rows where one is missing", () => {
    const series = points(1, 1, 3, 3, 90).map((point, at) => ({ ...point, mature: at < 4 }));
    expect(seriesFinding(series, setting).text).toBe("Shop: 3.0% in the last 2 weeks, 1.0% in the 2 before");
    const gap = points(1, 1, 5, 3, 3).filter((_, at) => at !== 2);
    expect(seriesFinding(gap, setting).text).toBe("Shop: 3.0% in the last 2 weeks, 1.0% in the 2 before");
  });
  it("says what stayed as it was, and nothing of a course under four points", () => {
    expect(seriesFinding(points(2, 2, 2, 2), setting).text).toBe(
      "Shop: 2.0% in the last 2 weeks, as in the 2 before",
    );
    expect(seriesFinding(points(2, 3, 4), setting).text).toBe("Shop: 3 weeks logged, too few for a course");
    expect(seriesFinding([], setting).text).toBe("Shop: nothing is logged yet");
  });
});
