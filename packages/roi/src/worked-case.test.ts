import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { initiativeHeadline } from "./findings.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  flatBaseline,
  repeated,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

/**
 * Case (a): lead scoring lifts conversion from 2.0 to 2.6% on 4,000 leads a month; an opportunity has a margin of
 * 180, our share is 60%, the cost 9,000 a month. By hand, a month: 4,000 × 0.6% = 24 more opportunities,
 * 24 × 180 × 0.6 = 2,592; return 2,592 / 9,000 − 1 = −0.712.
 */
const leadScoring = exampleInitiative({
  benefits: [
    exampleBenefit({
      factors: {
        unitValue: "180",
        attribution: "0.6",
        confidence: "1",
        realisation: { accepted: "0", redeployed: "0", cashed: "1" },
      },
    }),
  ],
});

describe("evaluateInitiative, on lead scoring", () => {
  const { figures, verdict, breakEven, benefits, band } = evaluateInitiative(leadScoring);

  it("finds 24 more opportunities and 2,592 a month", () => {
    expect(benefits[0]?.figures.units.figure.value).toBe("144");
    expect(figures.realisedValue.figure.value).toBe(String(6 * 2592));
    expect(figures.cost.figure.value).toBe("54000");
    expect(figures.netBenefit.figure.value).toBe(String(6 * (2592 - 9000)));
  });

  it("returns −71%", () => {
    expect(figures.netRoi.figure).toMatchObject({
      value: "-0.712",
      interval: { low: "-0.712", high: "-0.712", level: 0.8 },
    });
    expect(initiativeHeadline("Lead scoring", verdict, figures.netRoi.figure, band)).toBe(
      "Lead scoring has lost 71% of its cost so far, under the benchmark of 30–70% (Pilots)",
    );
  });

  it("is losing money", () => {
    expect(verdict.status).toBe("losing-money");
    expect(verdict.reason).toBe("The chance that it has paid back its cost is under 1 in 100.");
  });

  it("would break even at 2.08 points, at 625 an opportunity, or at a cost of 2,592 a month", () => {
    // 9,000 = 4,000 × lift × 180 × 0.6, so lift = 2.0833 points; 9,000 = 24 × worth × 0.6, so worth = 625.
    expect(breakEven?.liftNeeded?.value).toBeCloseTo(9000 / (4000 * 180 * 0.6), 12);
    expect(breakEven?.liftNeeded?.now).toBeCloseTo(0.006, 12);
    expect(breakEven?.unitValueNeeded).toBe("625");
    expect(breakEven?.monthlyCostAffordable).toEqual({ amount: "2592", currency: "EUR" });
    expect(breakEven?.sentence).toBe(
      "To break even this needs lead conversion 2.08 points above what was expected without AI (now 0.6 points), or €625.00 per opportunity, or a cost of €2,592 a month.",
    );
  });
});

/**
 * Case (b), the half that needs no second source: 12 to 7 hours an asset with review inside, 60 assets a month,
 * 65 an hour, cost 4,000 a month. By hand: 60 × 5 × 65 = 19,500 measured; all of it cashed returns
 * 19,500 / 4,000 − 1 = 3.875, half of it 9,750 / 4,000 − 1 = 1.4375.
 */
describe("evaluateInitiative, on content", () => {
  const content = (cashed: string) =>
    evaluateInitiative(
      exampleInitiative({
        costs: exampleInitiative().costs.map((line) => ({ ...line, amountMinor: 400_000n })),
        benefits: [
          exampleBenefit({
            kpi: exampleKpi({
              name: "Hours per asset",
              numerator: { counts: "hours of work, with review", unit: "hour", measure: "duration" },
              denominator: { counts: "assets published", unit: "asset", kind: "outcome" },
              direction: "lower",
              proportion: false,
              display: "hours",
            }),
            baseline: flatBaseline(snapshotsFrom("2024-01", repeated(12, 720, 60))),
            after: snapshotsFrom("2025-01", repeated(6, 420, 60)),
            factors: {
              unitValue: "65",
              attribution: "1",
              confidence: "1",
              realisation: { accepted: "0", redeployed: cashed === "1" ? "0" : "0.5", cashed },
            },
          }),
        ],
      }),
    ).figures;

  it("returns 387.5% where everything was cashed and 143.75% at half", () => {
    expect(content("1").netRoi.figure.value).toBe("3.875");
    expect(content("0.5").netRoi.figure.value).toBe("1.4375");
  });

  it("shows capacity put to other use apart", () => {
    expect(content("0.5").cashPlusCapacityRoi.figure.value).toBe("3.875");
    expect(content("0.5").measuredValue.figure.value).toBe("117000");
  });
});

/**
 * Case (c): spend of 100k and 1,000 customers a month become 200k and 1,900. The plain formula would say
 * −(200,000 − 100 × 1,900) = −10,000; with volume so far out of range there is no figure at all.
 */
describe("evaluateInitiative, on acquisition cost", () => {
  const acquisition = (spend: number, customers: number) =>
    evaluateInitiative(
      exampleInitiative({
        benefits: [
          exampleBenefit({
            kpi: exampleKpi({
              name: "Customer acquisition cost",
              numerator: { counts: "money spent on marketing", unit: "money", measure: "spend" },
              denominator: { counts: "new customers", unit: "customer", kind: "outcome" },
              direction: "lower",
              proportion: false,
              display: "money",
            }),
            baseline: flatBaseline(snapshotsFrom("2024-01", repeated(12, 100_000, 1000))),
            after: snapshotsFrom("2025-01", repeated(6, spend, customers)),
          }),
        ],
      }),
    );

  it.each([
    [200_000, 1900],
    [50_000, 500],
  ])("shows no money for %i spent on %i customers", (spend, customers) => {
    const { figures, verdict, breakEven } = acquisition(spend, customers);
    expect(verdict).toMatchObject({
      status: "not-judged",
      headline: "Not judged: volume left the baseline's range",
    });
    expect(figures.realisedValue.figure.value).toBeNull();
    expect(figures.netRoi.figure.reason).toContain("volume left the baseline's range".slice(1));
    expect(breakEven).toBeNull();
  });

  it("stands within the range: 108k for 1,200 customers saves 12,000 a month", () => {
    // 100 × 1,200 − 108,000 = 12,000.
    expect(acquisition(108_000, 1200).figures.realisedValue.figure.value).toBe("72000");
  });
});
