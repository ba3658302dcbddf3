import { describe, expect, it } from "vitest";
import { listPeriods } from "@liftledger/kpis/period";
import { benefitValue } from "@liftledger/roi/benefit-value";
import { checkClaims, divideByClaims, refusedClaim, scaleClaims } from "@liftledger/roi/claims";
import { luckyWinnerChance, totalOfClaims } from "@liftledger/roi/claims-total";
import { reviewCountedTwice } from "@liftledger/roi/double-counting";
import { evaluateInitiative } from "@liftledger/roi/evaluate-initiative";
import { gradeOf } from "@liftledger/roi/evidence-grade";
import { inducedVolumeValue } from "@liftledger/roi/induced-volume";
import { outcomeValue } from "@liftledger/roi/outcome-value";
import { plannedValueTree } from "@liftledger/roi/planned-value-tree";
import { realisedAmounts } from "@liftledger/roi/realisation";
import { expectedOutcomes } from "@liftledger/roi/response-curve";
import { sharedCounterfactual } from "@liftledger/roi/shared-counterfactual";
import { uncertainProduct } from "@liftledger/roi/uncertain-attribution";
import { checkValuePools } from "@liftledger/roi/value-pool";

// The examples of the README, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("values an initiative in one call", () => {
    expect(
      evaluateInitiative({
        initiativeId: "lead-scoring",
        name: "Lead scoring",
        currency: "EUR",
        places: 2,
        startedOn: "2025-01-01",
        phaseHistory: [{ phase: "pilots", enteredOn: "2025-01-01" }],
        benefits: [
          {
            benefitId: "benefit-1",
            seriesId: "series-1",
            kpi: {
              key: "lead-conversion",
              version: 1,
              name: "Lead conversion",
              sentence: "Of the leads of a month, the share that became opportunities.",
              numerator: { counts: "opportunities", unit: "opportunity", measure: "count" },
              denominator: { counts: "leads", unit: "lead", kind: "exposure" },
              direction: "higher",
              frequency: "month",
              dating: "event",
              maturationPeriods: 0,
              role: "outcome",
              proportion: true,
              minimumVolume: 0,
              display: "percent",
              owner: null,
            },
            scope: "Inbound",
            periodType: "month",
            claimFrom: "2025-01",
            baseline: {
              status: "frozen",
              design: { kind: "flat" },
              contaminated: false,
              before: listPeriods("2024-01", "2024-12").map((period) => ({
                period,
                numerator: "80",
                denominator: "4000",
                source: { kind: "measured", text: "CRM export" },
              })),
            },
            after: listPeriods("2025-01", "2025-06").map((period) => ({
              period,
              numerator: "104",
              denominator: "4000",
              source: { kind: "measured", text: "CRM export" },
            })),
            factors: {
              unitValue: "180",
              attribution: "0.6",
              confidence: "1",
              realisation: { accepted: "0", redeployed: "0", cashed: "1" },
            },
            factorsSource: { kind: "assumption", text: "approved by finance" },
          },
        ],
        costs: listPeriods("2025-01", "2025-06").map((month) => ({
          category: "licences",
          month,
          amountMinor: 900_000n,
          currency: "EUR",
          kind: "actual",
          source: { kind: "measured", text: "accounts payable" },
        })),
        closedMonths: [],
        until: "2025-06-30",
        asOf: "2025-07-05T09:00:00.000Z",
        seed: 7,
      }),
    ).toMatchObject({
      figures: {
        realisedValue: { figure: { value: "15552" } }, // 6 × 2,592
        netRoi: { figure: { value: "-0.712" }, tree: { operation: "quotient" } },
      },
      verdict: { headline: "Losing money" },
      breakEven: {
        liftNeeded: { value: expect.closeTo(0.0208333, 6) }, // 9,000 = 4,000 × lift × 180 × 0.6
        unitValueNeeded: "625", // 9,000 = 24 × worth × 0.6
        monthlyCostAffordable: { amount: "2592", currency: "EUR" },
      },
    });
  });

  it("values saved time once", () => {
    expect(realisedAmounts(19_500_00n, { accepted: "0", redeployed: "0.5", cashed: "0.5" })).toMatchObject({
      cash: 9_750_00n,
      cashPlusCapacity: 19_500_00n,
      apart: 0n,
    });
    expect(
      inducedVolumeValue(
        {
          expectedRatio: "12",
          actualRatio: "7",
          expectedVolume: "60",
          actualVolume: "100",
          direction: "lower",
          unitValue: "65",
        },
        2,
      ),
    ).toMatchObject({ saving: "19500", additionalValue: null, value: "19500", changeInCash: "1300" });
    expect(reviewCountedTwice([], ["review-and-rework"])).toBeNull();
    expect(
      checkValuePools([
        {
          pool: "content",
          segment: [],
          series: "hours per asset",
          period: "2025-05",
          holder: "Drafting",
          share: "1",
        },
        {
          pool: "content",
          segment: [],
          series: "content cost",
          period: "2025-05",
          holder: "Drafting",
          share: "1",
        },
      ]),
    ).toMatchObject({
      kind: "refused",
      reason:
        "content in 2025-05 is claimed at 200%: Drafting 200%. hours per asset and content cost are the same money.",
    });
  });

  it("compares outcomes at the actual spend", () => {
    expect(
      expectedOutcomes({ kind: "power", spend: 100_000, outcomes: 1000, elasticity: 0.65 }, 200_000),
    ).toEqual({ kind: "value", outcomes: expect.closeTo(1569.168, 3) });
    expect(outcomeValue({ margin: "140", outcomes: "1900", outcomesWithout: "1569", spend: "200000" })).toBe(
      "46340",
    );
    expect(
      outcomeValue({
        margin: "140",
        outcomes: "637",
        outcomesWithout: "637",
        spend: "50000",
        spendWithout: "50000",
      }),
    ).toBe("0");
  });

  it("divides one lift among claims", () => {
    expect(
      checkClaims([
        { holder: "Lead scoring", series: "leads", period: "2025-W20", share: "0.6" },
        { holder: "Chat", series: "leads", period: "2025-W20", share: "0.3" },
      ]),
    ).toMatchObject({ kind: "accepted", periods: [{ claimed: "0.9", unclaimed: "0.1" }] });
    expect(refusedClaim([{ holder: "Chat", share: "0.7" }], "0.4")).toEqual({
      left: "0.3",
      reason: expect.stringContaining("Held already: Chat 70%. 30% is left, 40% was asked for."),
    });
    expect(
      scaleClaims([
        { holder: "Lead scoring", series: "leads", period: "2025-W20", share: "0.9" },
        { holder: "Chat", series: "leads", period: "2025-W20", share: "0.6" },
      ]).claims,
    ).toMatchObject([{ share: "0.6" }, { share: "0.4" }]);
    expect(divideByClaims(100_01n, [{ holder: "Chat", share: "0.6" }])).toEqual({
      parts: [{ holder: "Chat", amountMinor: 60_01n }],
      unclaimedMinor: 40_00n,
    });
    expect(
      totalOfClaims([
        { name: "Conversion", value: "900" },
        { name: "Order value", value: "-400", withdrawn: true },
      ]),
    ).toMatchObject({ total: "500", losers: ["Order value"] });
    expect(luckyWinnerChance(10, 0.95)).toBeCloseTo(0.4013, 4);
    expect(
      sharedCounterfactual([{ initiative: "Chat", startsOn: "2025-03-03" }], {
        endsOn: "2025-03-09",
        frozenOn: "2025-03-01",
      }),
    ).toMatchObject({ kind: "contaminated", by: ["Chat"] });
  });

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
