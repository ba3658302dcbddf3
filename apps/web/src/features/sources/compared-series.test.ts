import type { SourceComparison } from "@liftledger/contracts/source-of-record";
import { describe, expect, it } from "vitest";
import { comparedSeries, relativeDifference } from "./compared-series.ts";

const told = (source: string) => ({
  source,
  numerator: "1",
  denominator: "2",
  ratio: 0.5,
  recordedAt: "2026-03-01T10:00:00.000Z",
  recordedBy: "Ada",
  importId: null,
});
const none = { numerator: "0", denominator: "0", ratio: 0 };
const row = (seriesId: string, period: string, other: string): SourceComparison => ({
  seriesId,
  kpiKey: "conversion-rate",
  kpiName: "Conversion rate",
  scope: "Shop",
  seriesVersion: 3,
  period,
  counted: told("shop export"),
  beside: [{ ...told(other), difference: none }],
});

describe("comparedSeries", () => {
  it("gathers the periods of each series and every source that told of one", () => {
    const rows = [
      row("a", "2026-W01", "by hand"),
      row("a", "2026-W02", "analytics"),
      row("b", "2026-W01", "x"),
    ];
    const found = comparedSeries(rows);
    expect(found.map(({ seriesId, periods }) => [seriesId, periods.length])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
    expect(found[0]).toMatchObject({
      name: "Conversion rate, Shop",
      sources: ["analytics", "by hand", "shop export"],
    });
  });

  it("names the sources of a period in which nothing counts any more", () => {
    const taken = { ...row("a", "2026-W01", "by hand"), counted: null };
    expect(comparedSeries([taken])[0]?.sources).toEqual(["by hand"]);
  });
});

describe("relativeDifference", () => {
  it("is a share of what counts, and none of nothing", () => {
    expect(relativeDifference(0.5, 0.6)).toBeCloseTo(0.2, 12);
    expect([relativeDifference(0, 1), relativeDifference(null, 1), relativeDifference(1, null)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
