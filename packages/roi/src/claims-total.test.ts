import { sumDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { exampleBenefit, exampleInitiative, repeated, snapshotsFrom } from "./testing/example-initiative.ts";
import { luckyWinnerChance, totalOfClaims } from "./claims-total.ts";

describe("totalOfClaims", () => {
  it("keeps the losers in the total and names them", () => {
    const claims = [
      { name: "Conversion", value: "900.5" },
      { name: "Order value", value: "-400" },
      { name: "Retention", value: "-0.5", withdrawn: true },
    ];
    expect(totalOfClaims(claims, "EUR")).toEqual({
      tree: expect.objectContaining({ value: "500", unit: "EUR", operation: "sum" }),
      kind: "total",
      total: "500",
      losers: ["Order value", "Retention"],
      sentence: "2 of 3 claims lost (Order value, Retention); they are in the total.",
    });
  });

  it("has no total while a claim is not measured, unless it was taken back unseen", () => {
    const claims = [
      { name: "Conversion", value: "900" },
      { name: "Retention", value: null },
    ];
    expect(totalOfClaims(claims, "EUR")).toMatchObject({ kind: "no-value" });
    const unseen = claims.map((claim) => ({ ...claim, withdrawn: claim.value === null }));
    expect(totalOfClaims(unseen, "EUR")).toMatchObject({ kind: "total", total: "900" });
    expect(totalOfClaims([], "EUR")).toMatchObject({ total: "0", sentence: "None of 0 claims lost." });
  });

  it("is what an initiative adds up: a benefit that lost lowers its value", () => {
    const won = exampleBenefit();
    const lost = exampleBenefit({
      benefitId: "benefit-2",
      seriesId: "series-2",
      after: snapshotsFrom("2025-01", repeated(6, 70, 4000)),
    });
    const { figures, benefits } = evaluateInitiative(exampleInitiative({ benefits: [won, lost] }));
    const claims = benefits.map((benefit) => ({
      name: benefit.input.benefitId,
      value: benefit.figures.realised.figure.value,
    }));
    // 24 more opportunities a month and 10 fewer, at 180: 6 × (4,320 − 1,800).
    expect(totalOfClaims(claims, "EUR")).toMatchObject({ total: "15120", losers: ["benefit-2"] });
    expect(figures.realisedValue.figure.value).toBe("15120");
  });

  it("is the same total whatever is taken back once it was measured", () => {
    const claim = fc.record({
      name: fc.constantFrom("a", "b", "c"),
      value: fc.integer().map((cents) => String(cents / 100)),
      withdrawn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(claim), (claims) => {
        const total = totalOfClaims(claims, "EUR");
        expect(total).toMatchObject({ total: sumDecimals(claims.map(({ value }) => value)) });
      }),
    );
  });
});

describe("luckyWinnerChance", () => {
  it.each([
    [0, 0.95, 0],
    [1, 0.95, 0.05],
    // 1 − 0.95¹⁰ = 0.401263.
    [10, 0.95, 0.401263],
  ])("of %i claims at %d is %d", (claims, level, chance) => {
    expect(luckyWinnerChance(claims, level)).toBeCloseTo(chance, 6);
  });

  it("refuses what is no number of claims and no level", () => {
    expect(() => luckyWinnerChance(1.5, 0.9)).toThrow(RangeError);
    expect(() => luckyWinnerChance(1, 1)).toThrow(RangeError);
  });
});
