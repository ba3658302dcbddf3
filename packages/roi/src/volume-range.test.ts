import { describe, expect, it } from "vitest";
import { exampleKpi, flatBaseline, repeated, snapshotsFrom } from "./testing/example-initiative.ts";
import { volumeOutOfRange } from "./volume-range.ts";

const acquisitionCost = exampleKpi({
  name: "Customer acquisition cost",
  numerator: { counts: "money spent on marketing", unit: "money", measure: "spend" },
  denominator: { counts: "new customers", unit: "customer", kind: "outcome" },
  direction: "lower",
});
const hoursPerAsset = exampleKpi({
  numerator: { counts: "hours of work", unit: "hour", measure: "duration" },
  denominator: { counts: "assets published", unit: "asset", kind: "outcome" },
  direction: "lower",
});
const returnOnSpend = exampleKpi({
  numerator: { counts: "revenue", unit: "money", measure: "revenue" },
  denominator: { counts: "money spent on media", unit: "money", kind: "input" },
});

/** From 100,000 spent on 1,000 customers a month to what is given. */
function afterwards(kpi = acquisitionCost, numerator = 100_000, denominator = 1000): string | null {
  const baseline = flatBaseline(snapshotsFrom("2024-01", repeated(12, 100_000, 1000)));
  const after = snapshotsFrom("2025-01", repeated(4, numerator, denominator));
  return volumeOutOfRange({ kpi, baseline, periodType: "month" }, after);
}

describe("volumeOutOfRange", () => {
  it.each([
    [1250, 100_000, true],
    [1251, 100_000, false],
    [750, 100_000, true],
    [749, 100_000, false],
    [1000, 125_000, true],
    [1000, 125_100, false],
    [1000, 74_900, false],
  ])("with %i customers for %i spent stays in range: %s", (customers, spend, isWithin) => {
    expect(afterwards(acquisitionCost, spend, customers) === null).toBe(isWithin);
  });

  // Issue 3, case (c): 100k to 200k of spend and 1,000 to 1,900 customers is not judged by the plain formula.
  it("says what moved, by how much and what would be allowed", () => {
    expect(afterwards(acquisitionCost, 200_000, 1900)).toBe(
      "Volume left the baseline's range: new customers per month rose by 90% on average, and the formula holds only within 25% of the level before the start.",
    );
    expect(afterwards(acquisitionCost, 50_000, 1000)).toContain(
      "money spent on marketing per month fell by 50%",
    );
  });

  it("never rounds a shift to the limit it is beyond", () => {
    expect(afterwards(acquisitionCost, 100_000, 1252)).toContain("rose by 25.2%");
  });

  it("lets the numerator move where it is the effect and not the spend", () => {
    expect(afterwards(hoursPerAsset, 40_000, 1000)).toBeNull();
    expect(afterwards(hoursPerAsset, 100_000, 1300)).toContain("assets published per month rose by 30%");
  });

  it("watches spend in the denominator: half of it is out of range, as in ROAS", () => {
    expect(afterwards(returnOnSpend, 60_000, 500)).toContain("money spent on media per month fell by 50%");
  });

  it("leaves exposure and totals alone", () => {
    const total = exampleKpi({ denominator: { counts: "periods", unit: "period", kind: "period" } });
    expect(afterwards(exampleKpi(), 300_000, 9000)).toBeNull();
    expect(afterwards(total, 900_000, 1)).toBeNull();
  });

  it("takes spend that began with the initiative for out of range", () => {
    const baseline = flatBaseline(snapshotsFrom("2024-01", repeated(12, 0, 50)));
    const organic = { kpi: acquisitionCost, baseline, periodType: "month" } as const;
    const after = (spend: number) => snapshotsFrom("2025-01", repeated(6, spend, 50));
    expect(volumeOutOfRange(organic, after(10_000))).toBe(
      "Volume left the baseline's range: money spent on marketing per month was zero before the start, and the formula holds only within 25% of the level before the start.",
    );
    expect(volumeOutOfRange(organic, after(0))).toBeNull();
  });

  it("says nothing while there is nothing to compare", () => {
    const baseline = flatBaseline(snapshotsFrom("2024-01", repeated(12, 1, 1)));
    expect(volumeOutOfRange({ kpi: acquisitionCost, baseline, periodType: "month" }, [])).toBeNull();
    const after = snapshotsFrom("2025-01", repeated(4, 1, 9));
    expect(volumeOutOfRange({ kpi: acquisitionCost, baseline: null, periodType: "month" }, after)).toBeNull();
  });
});
