import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { sameMoneyTwice } from "./same-money.ts";
import { exampleBenefit, exampleInitiative } from "./testing/example-initiative.ts";

const claiming = (attribution: string | undefined, benefitId: string, seriesId = "series-1") =>
  exampleBenefit({ benefitId, seriesId, factors: { ...exampleBenefit().factors, attribution } });

describe("sameMoneyTwice", () => {
  it("refuses two benefits that claim more than the whole of one lift", () => {
    const benefits = [claiming("0.7", "a"), claiming("0.31", "b")];
    expect(sameMoneyTwice(benefits)).toBe(
      "Lead conversion (Inbound) in 2025-01 is claimed at 101% by 2 benefits of this initiative: they divide one lift.",
    );
    const { verdict } = evaluateInitiative(exampleInitiative({ benefits }));
    expect(verdict.headline).toBe("Not judged: counted twice");
  });

  it("lets them divide it, claim different series, or wait for a share", () => {
    expect(sameMoneyTwice([claiming("0.7", "a"), claiming("0.3", "b")])).toBeNull();
    expect(sameMoneyTwice([claiming("1", "a"), claiming("1", "b", "series-2")])).toBeNull();
    expect(sameMoneyTwice([claiming("1", "a"), claiming(undefined, "b")])).toBeNull();
    expect(sameMoneyTwice([])).toBeNull();
  });

  it("takes series of one value pool for the same money, and leaves other pools alone", () => {
    const of = (pool: string, seriesId: string) => ({
      ...claiming("0.6", seriesId, seriesId),
      valuePool: { pool, segment: [] },
    });
    expect(sameMoneyTwice([of("new customers", "conversion"), of("new customers", "cost")])).toContain(
      "120%",
    );
    expect(sameMoneyTwice([of("new customers", "conversion"), of("saved hours", "hours")])).toBeNull();
  });
});
