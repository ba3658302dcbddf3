import { describe, expect, it } from "vitest";
import { listPeriods } from "@liftledger/kpis/period";
import { evaluateInitiative } from "@liftledger/roi/evaluate-initiative";

// The example under “A worked example”, line by line, so that one that no longer runs fails here.
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
});
