import { describe, expect, it } from "vitest";
import { listPeriods } from "@liftledger/kpis/period";
import { againstPublished } from "@liftledger/roi/against-published";
import { bandOf, positionOf } from "@liftledger/roi/benchmark";
import { findPublished } from "@liftledger/roi/benchmark-library/benchmark-library";
import { automationReturn } from "@liftledger/roi/benchmark-library/return-figures";
import { benefitValue } from "@liftledger/roi/benefit-value";
import { breakEvenValues } from "@liftledger/roi/break-even-values";
import { checkClaims, divideByClaims, refusedClaim, scaleClaims } from "@liftledger/roi/claims";
import { luckyWinnerChance, totalOfClaims } from "@liftledger/roi/claims-total";
import { dividedTrees, scaledTrees } from "@liftledger/roi/claim-trees";
import { comparability } from "@liftledger/roi/comparability";
import { costsByCategory } from "@liftledger/roi/costs-by-category";
import { certainAmount } from "@liftledger/roi/distribution";
import { reviewCountedTwice } from "@liftledger/roi/double-counting";
import { evaluateInitiative } from "@liftledger/roi/evaluate-initiative";
import { gradeOf } from "@liftledger/roi/evidence-grade";
import { evaluateExplanation, leaf } from "@liftledger/roi/explanation";
import { campaignGain, firstYearComparison } from "@liftledger/roi/first-year";
import { forwardValue } from "@liftledger/roi/forward-value";
import { gateReview } from "@liftledger/roi/gate-criteria";
import { inducedVolumeValue } from "@liftledger/roi/induced-volume";
import { inducedVolumeTrees } from "@liftledger/roi/induced-volume-tree";
import { consecutivePositiveQuarters, liftPerQuarter } from "@liftledger/roi/lift-per-quarter";
import { outcomeValue, outcomeValueTree } from "@liftledger/roi/outcome-value";
import { ownBand } from "@liftledger/roi/own-hurdle";
import { phaseStays, stuckInPilots } from "@liftledger/roi/phase-duration";
import { phaseVerdict } from "@liftledger/roi/phase-verdict";
import { planVersusActual } from "@liftledger/roi/plan-versus-actual";
import { plannedValueTree } from "@liftledger/roi/planned-value-tree";
import { portfolioFunnel } from "@liftledger/roi/portfolio-funnel";
import { readiness, readinessRoadmap } from "@liftledger/roi/readiness";
import { realisedAmounts } from "@liftledger/roi/realisation";
import { realisedTrees } from "@liftledger/roi/realised-trees";
import { expectedOutcomes } from "@liftledger/roi/response-curve";
import {
  asNet,
  headlineType,
  ratioOfPercent,
  returnPerUnitSpent,
  roiFigure,
} from "@liftledger/roi/roi-figure";
import { roiQuantiles } from "@liftledger/roi/roi-quantiles";
import { sharedCounterfactual } from "@liftledger/roi/shared-counterfactual";
import { compareWithPattern } from "@liftledger/roi/success-pattern";
import { trainingShare } from "@liftledger/roi/training-share";
import { uncertainProduct } from "@liftledger/roi/uncertain-attribution";
import { uncertainProductTrees } from "@liftledger/roi/uncertain-product-trees";
import { checkValuePools } from "@liftledger/roi/value-pool";
import { chancesOf, judge } from "@liftledger/roi/verdict";

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
      totalOfClaims(
        [
          { name: "Conversion", value: "900" },
          { name: "Order value", value: "-400", withdrawn: true },
        ],
        "EUR",
      ),
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

  it("types every ROI and compares only what is alike", () => {
    expect(roiFigure({ value: "130", cost: "100", currency: "EUR", type: headlineType })).toMatchObject({
      ratio: "0.3",
    });
    expect(roiFigure({ value: "130", cost: "0", currency: "EUR", type: headlineType }).kind).toBe("no-value");
    expect(asNet({ ratio: "5.44", basis: "gross" })).toBe("4.44"); // 5.44 back for each 1 spent is 444% net
    expect(returnPerUnitSpent(ratioOfPercent("544"))).toBe("6.44"); // and 544% net is 6.44 back
    expect(comparability(headlineType, { ...headlineType, basis: "gross" }).kind).toBe("not-comparable");
    expect(comparability(headlineType, { ...headlineType, basis: "unstated" })).toEqual({
      kind: "read-as",
      reason: "The source states no basis; read as net.",
    });
    expect(findPublished("pilots-roi")).toMatchObject({ low: "0.3", high: "0.7", publisher: "Hashmeta" });
    expect([automationReturn.low, automationReturn.high]).toEqual(["4.44", "5.44"]);
    expect(againstPublished({ ...headlineType, ratio: "4.5" }, automationReturn)).toMatchObject({
      kind: "read-as",
      against: "4.44",
      side: "over",
    });
    expect(firstYearComparison("0.2").kind).toBe("not-comparable"); // 15-40% is a gain in the ROI of campaigns
    expect(campaignGain(1.2, 1.5)).toMatchObject({ kind: "read-as", side: "within" }); // 25%
  });

  it("judges at every edge", () => {
    expect([0.299, 0.3, 0.6999, 0.7, 1].map((roi) => positionOf(roi, bandOf("pilots")))).toEqual([
      "below-floor",
      "in-band",
      "in-band",
      "between-bands",
      "above-ceiling",
    ]);
    expect(chancesOf(certainAmount(1400), 1000, { floor: 0.3, ceiling: 0.7 })).toEqual({
      netBenefitPositive: 1,
      atLeastFloor: 1,
      atLeastCeiling: 0,
      inBand: 1,
    });
    expect(
      phaseVerdict(
        { netBenefitPositive: 0.8, atLeastFloor: 0.5, atLeastCeiling: 0.1, inBand: 0.4 },
        0.35,
        ownBand({ name: "our hurdle", phase: "pilots", floor: 0.35, ceiling: null, setBy: "Finance" }),
        [],
      ),
    ).toMatchObject({ status: "on-track", headline: "On track" });
    expect(
      judge({
        missing: [],
        realisedValue: certainAmount(1299),
        cost: 1000,
        roi: 0.299,
        inPhaseRoi: 0.31,
        phase: { phase: "pilots", enteredOn: "2025-01-01" },
        previousPhase: null,
        closedMonthsInPhase: 2,
        worsenedGuardrails: [],
        until: "2025-05-31",
      }),
    ).toMatchObject({
      status: "below",
      headline: "Paying, under the benchmark",
      position: "below-floor",
      qualifiers: [
        { key: "depends-on-basis" },
        { key: "provisional" },
        { key: "ramping" },
        { key: "band-basis", text: "The source states no basis; read as cumulative net." },
      ],
    });
  });

  it("answers the questions of a gate", () => {
    expect(
      breakEvenValues({
        currency: "EUR",
        lift: "0.006",
        volume: "4000",
        unitValue: "180",
        attribution: "0.6",
        confidence: "1",
        realised: "1",
        cost: "9000",
      }),
    ).toMatchObject({
      lift: { value: "0.020833333333333333333" }, // 9,000 / (4,000 × 180 × 0.6)
      unitValue: { value: "625" },
      attribution: { kind: "none", reason: "Even all of the difference would not pay the cost." },
      cost: { value: "2592" },
    });
    expect(
      forwardValue({
        currency: "EUR",
        annualRate: "0.1",
        periodType: "year",
        costs: ["30"],
        benefits: ["0", "50", "50"],
        realisedValue: "40",
        sunkCost: "100",
      }),
    ).toMatchObject({
      forwardNetPresentValue: "56.78", // −30 + 50 / 1.1 + 50 / 1.21; the 100 are gone either way
      goingOnPays: true,
      realisedRoi: { ratio: "-0.6" },
    });
    expect(
      gateReview("scale", {
        outcomeSentence: { text: "Raise lead conversion by 15% by March 2026.", hasNumber: true },
        owner: "Ines Duarte",
        baselines: ["frozen"],
        readiness: null,
        securityReviewOpenedOn: "2025-01-10",
        pilotBeginsOn: "2025-02-01",
        verdict: "on-track",
        worsenedGuardrails: [],
        enteredOn: "2025-02-01",
        until: "2025-07-01",
        costCoverage: 0.85,
        benefitCoverage: 0.8,
        forwardNetPresentValue: "56.78",
      }),
    ).toMatchObject({ proposal: "hold", reason: "Of 7 criteria: 1 unmet." });
    expect(readiness([{ key: "data", score: 3, evidence: [] }])).toMatchObject({ ready: 0, of: 5 });
    expect(readinessRoadmap(readiness([])).map(({ toDay }) => toDay)).toEqual([18, 36, 54, 72, 90]);
    expect(
      evaluateExplanation(
        readiness([{ key: "data", score: 3, evidence: ["audit of 3 May"] }]).tree, // 3 of 15 points
      ),
    ).toBe("0.2");
  });

  it("looks over time and over the portfolio", () => {
    expect(phaseStays([{ phase: "pilots", enteredOn: "2025-01-15" }], "2025-07-15")).toMatchObject([
      { months: 6, against: "within" },
    ]);
    expect(stuckInPilots([{ phase: "pilots", enteredOn: "2025-01-15" }], "2025-07-16").kind).toBe("stuck");
    expect(
      compareWithPattern({
        pattern: "predictive-lead-scoring",
        kpi: "conversion-rate",
        relativeChange: 0.7,
        months: 7,
      }),
    ).toMatchObject({ publishedChange: 1.4, shareReached: 0.5, outcome: "short", timing: "within" });
    expect(
      trainingShare(
        [
          { category: "training", amount: "20" },
          { category: "people", amount: "80" },
        ],
        "EUR",
      ),
    ).toMatchObject({ share: "0.2", position: "early" });
    expect(costsByCategory([{ category: "people", amount: "80" }], "EUR").total).toBe("80");
    expect(
      liftPerQuarter({
        before: listPeriods("2024-07", "2024-12").map((period, place) => ({
          period,
          numerator: String(79 + (place % 3)),
          denominator: "4000",
        })),
        after: listPeriods("2025-01", "2025-04").map((period) => ({
          period,
          numerator: "104",
          denominator: "4000",
        })),
        direction: "higher",
      }),
    ).toMatchObject([
      { quarter: "2025-Q1", outcome: "positive" },
      { quarter: "2025-Q2", outcome: "partial", periods: 1, of: 3 },
    ]);
    expect(
      consecutivePositiveQuarters([
        { quarter: "2025-Q1", outcome: "positive", periods: 3, of: 3 },
        { quarter: "2025-Q2", outcome: "positive", periods: 3, of: 3 },
        { quarter: "2025-Q3", outcome: "partial", periods: 1, of: 3 },
      ]),
    ).toMatchObject({ current: 2, longest: 2 });
    expect(
      portfolioFunnel(
        [
          {
            phaseHistory: [
              { phase: "pilots", enteredOn: "2025-01-01" },
              { phase: "scale", enteredOn: "2025-06-01" },
            ],
            endedOn: null,
            hasMeasuredReturn: true,
          },
        ],
        "2025-12-31",
      ),
    ).toMatchObject({ reachedScale: { count: 1, of: 1, against: "no-difference" }, undecided: 0 });
    expect(
      roiQuantiles([
        { name: "Chat", ratio: "0.2" },
        { name: "Leads", ratio: "0.5" },
      ]),
    ).toMatchObject({ median: { ratio: "0.35" }, quartiles: null });
    expect(
      planVersusActual({
        currency: "EUR",
        plan: [
          {
            period: "2026-03",
            volume: "4000",
            adoption: "0.5",
            lift: "0.006",
            unitValue: "180",
            realisation: "1",
          },
        ],
        actual: [
          {
            period: "2026-03",
            volume: "5000",
            adoption: "0.5",
            lift: "0.004",
            unitValue: "180",
            realisation: "1",
          },
        ],
      }),
    ).toMatchObject({ planMinor: 216_000n, actualMinor: 180_000n, tree: { value: "1800" } });
  });

  it("explains what is divided and what is uncertain", () => {
    expect(
      realisedTrees(
        leaf("Measured value", "19500", "EUR", { kind: "measured", text: "logged" }),
        { accepted: "0", redeployed: "0.5", cashed: "0.5" },
        {},
        { places: 2, source: { kind: "assumption", text: "approved" } },
      ),
    ).toMatchObject({ cash: { value: "9750" }, cashPlusCapacity: { value: "19500" }, apart: { value: "0" } });
    expect(
      dividedTrees(
        leaf("Value of the lift", "100.01", "EUR", { kind: "measured", text: "logged" }),
        [{ holder: "Chat", share: "0.6" }],
        { places: 2, source: { kind: "assumption", text: "approved" } },
      ),
    ).toMatchObject({ parts: [{ tree: { value: "60.01" } }], unclaimed: { value: "40" } });
    expect(
      scaledTrees(
        [
          { holder: "Lead scoring", share: "0.9" },
          { holder: "Chat", share: "0.6" },
        ],
        { kind: "assumption", text: "approved" },
      ).map(evaluateExplanation),
    ).toEqual(["0.6", "0.4"]);
    expect(
      evaluateExplanation(
        uncertainProductTrees({ mean: 0.6, deviation: 0.1 }, { mean: 100, deviation: 20 }, "EUR", {
          kind: "assumption",
          text: "approved",
        }).variance,
      ),
    ).toBe("248"); // 0.36 × 400 + 10,000 × 0.01 + 0.01 × 400
    expect(
      outcomeValueTree(
        { margin: "140", outcomes: "1900", outcomesWithout: "1569", spend: "200000" },
        { currency: "EUR", places: 2, source: { kind: "measured", text: "logged" } },
      ).value,
    ).toBe("46340");
    expect(
      evaluateExplanation(
        inducedVolumeTrees(
          {
            expectedRatio: "12",
            actualRatio: "7",
            expectedVolume: "60",
            actualVolume: "100",
            direction: "lower",
            unitValue: "65",
          },
          { currency: "EUR", places: 2, source: { kind: "measured", text: "logged" } },
        ).changeInCash,
      ),
    ).toBe("1300"); // 12 × 60 − 7 × 100 hours, at 65
  });
});
