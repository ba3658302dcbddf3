import { describe, expect, it } from "vitest";
import { benefitValue } from "@liftledger/roi/benefit-value";
import { gradeOf } from "@liftledger/roi/evidence-grade";
import { plannedValueTree } from "@liftledger/roi/planned-value-tree";
import { uncertainProduct } from "@liftledger/roi/uncertain-attribution";

// The example under “Factors, uncertainty, evidence”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("takes factors, uncertainty and evidence", () => {
    expect(
      benefitValue(
        "24",
        {
          unitValue: "180",
          attribution: "0.6",
          confidence: "1",
          realisation: { accepted: "0.1", redeployed: "0.2", cashed: "0.7" },
        },
        2,
      ),
    ).toEqual({ measured: "2592", cashed: "1814.4", redeployed: "518.4", accepted: "259.2" });
    expect(
      plannedValueTree(
        {
          lift: "0.006",
          volume: "4000",
          unitValue: "180",
          adoption: "0.8",
          attribution: "0.6",
          confidence: "0.9",
          realisation: "0.5",
          overlap: "0.1",
        },
        { currency: "EUR", places: 2, source: { kind: "assumption", text: "business case, version 1" } },
      ).value,
    ).toBe("839.81");
    expect(uncertainProduct({ mean: 0.6, deviation: 0.1 }, { mean: 100, deviation: 20 })).toEqual({
      mean: 60,
      deviation: expect.closeTo(Math.sqrt(248), 10), // 0.36 × 400 + 10,000 × 0.01 + 0.01 × 400
    });
    expect(
      gradeOf({
        method: "own-history",
        periodType: "week",
        prePeriods: 60,
        contaminated: false,
        placeboPassed: true,
      }).grade,
    ).toBe("C");
    expect(gradeOf({ method: "timed-sample", itemsBefore: 20, itemsAfter: 19 }).grade).toBe("E");
    expect(gradeOf({ method: "benchmark" }).grade).toBe("E");
  });
});
