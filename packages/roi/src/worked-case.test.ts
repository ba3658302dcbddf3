import { listPeriods } from "@liftledger/kpis/period";
import { describe, expect, it } from "vitest";
import type { BenefitInput } from "./benefit-input.ts";
import type { CostInput } from "./cost-tree.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { absent, evaluateExplanation } from "./explanation.ts";
import { benefitFinding, initiativeHeadline } from "./findings.ts";
import type { Measurement } from "./measurement.ts";
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

const noTree = absent("none", "EUR", "no tree");

/** Case (b)'s KPI: hours per asset, review inside the hours. */
const hoursPerAsset = exampleKpi({
  name: "Hours per asset",
  numerator: { counts: "hours of work, with review", unit: "hour", measure: "duration" },
  denominator: { counts: "assets published", unit: "asset", kind: "outcome" },
  direction: "lower",
  proportion: false,
  display: "hours",
});
const fourThousandAMonth = exampleInitiative().costs.map((line) => ({ ...line, amountMinor: 400_000n }));
const hoursSaved = exampleBenefit({
  kpi: hoursPerAsset,
  baseline: flatBaseline(snapshotsFrom("2024-01", repeated(12, 720, 60))),
  after: snapshotsFrom("2025-01", repeated(6, 420, 60)),
  factors: {
    unitValue: "65",
    attribution: "1",
    confidence: "1",
    realisation: { accepted: "0", redeployed: "0", cashed: "1" },
  },
});

/**
 * Case (b): 12 to 7 hours an asset with review inside, 60 assets a month, 65 an hour, cost 4,000 a month. By hand: 60 × 5 ×
 * 65 = 19,500 measured; all of it cashed returns 19,500 / 4,000 − 1 = 3.875, half of it 9,750 / 4,000 − 1 = 1.4375.
 */
describe("evaluateInitiative, on content", () => {
  const content = (cashed: string, differences: Partial<BenefitInput> = {}) =>
    evaluateInitiative(
      exampleInitiative({
        costs: fourThousandAMonth,
        benefits: [
          {
            ...hoursSaved,
            factors: {
              ...hoursSaved.factors,
              realisation: { accepted: "0", redeployed: cashed === "1" ? "0" : "0.5", cashed },
            },
            ...differences,
          },
        ],
      }),
    );

  it("returns 387.5% where everything was cashed and 143.75% at half", () => {
    expect(content("1").figures.netRoi.figure.value).toBe("3.875");
    expect(content("0.5").figures.netRoi.figure.value).toBe("1.4375");
  });

  it("shows capacity put to other use apart", () => {
    const { figures } = content("0.5");
    expect(figures.cashPlusCapacityRoi.figure.value).toBe("3.875");
    expect(figures.measuredValue.figure.value).toBe("117000");
  });

  it("does not count capacity whose extra output is claimed elsewhere", () => {
    const { figures } = content("0.5", { realisation: { redeployedOutputClaimed: true } });
    expect(figures.netRoi.figure.value).toBe("1.4375");
    expect(figures.cashPlusCapacityRoi.figure.value).toBe("1.4375");
  });

  it("takes time for capacity while nothing turns it into cash", () => {
    const { figures } = content("0.5", { realisation: { cashMechanism: null } });
    expect(figures.netRoi.figure.value).toBe("-1");
    expect(figures.cashPlusCapacityRoi.figure.value).toBe("3.875");
  });

  it("refuses the same hours as a cost line of review", () => {
    const review = { ...fourThousandAMonth[0], category: "review-and-rework" } as CostInput;
    const { verdict } = evaluateInitiative(
      exampleInitiative({ costs: [...fourThousandAMonth, review], benefits: [hoursSaved] }),
    );
    expect(verdict.headline).toBe("Not judged: counted twice");
  });

  it("refuses the same facts entered as hours and as the cost of those hours", () => {
    const pool = { pool: "content hours", segment: [] };
    const costSaved = exampleBenefit({
      benefitId: "benefit-2",
      seriesId: "series-2",
      kpi: exampleKpi({
        name: "Content cost",
        numerator: { counts: "money paid for content hours", unit: "money", measure: "spend" },
        denominator: { counts: "months", unit: "month", kind: "period" },
        direction: "lower",
        proportion: false,
        display: "money",
      }),
      baseline: flatBaseline(snapshotsFrom("2024-01", repeated(12, 720 * 65, 1))),
      after: snapshotsFrom("2025-01", repeated(6, 420 * 65, 1)),
      valuePool: pool,
    });
    const both = [{ ...hoursSaved, valuePool: pool }, costSaved];
    const { verdict } = evaluateInitiative(exampleInitiative({ costs: fourThousandAMonth, benefits: both }));
    expect(verdict.headline).toBe("Not judged: counted twice");
    expect(verdict.reason).toContain("Hours per asset and Content cost are the same money");
    // Divided, each half of it, they are the money once.
    const halves = both.map((one) => ({ ...one, factors: { ...one.factors, attribution: "0.5" } }));
    const { figures } = evaluateInitiative(
      exampleInitiative({ costs: fourThousandAMonth, benefits: halves }),
    );
    expect(figures.netRoi.figure.value).toBe("3.875");
  });

  it("saves on the expected volume only where the initiative makes more assets", () => {
    // 100 assets at 7 hours are 700 hours. Saved: 60 × 5 × 65 = 19,500 a month, not (1,200 − 700) × 65 = 32,500.
    const source = { kind: "assumption", text: "60 assets a month are planned" } as const;
    const more = content("1", {
      after: snapshotsFrom("2025-01", repeated(6, 700, 100)),
      measurement: { kind: "expected-volume", volumePerPeriod: "60", source },
    });
    expect(more.figures.realisedValue.figure.value).toBe(String(6 * 19_500));
    expect(more.figures.netRoi.figure.value).toBe("3.875");
    // The bill for hours: 720 → 700, 20 × 65 = 1,300 a month.
    expect(more.benefits[0]?.changeInCash?.figure.value).toBe(String(6 * 1300));
    expect(evaluateExplanation(more.benefits[0]?.changeInCash?.tree ?? noTree)).toBe("7800");
    const priced = content("1", {
      after: snapshotsFrom("2025-01", repeated(6, 700, 100)),
      measurement: { kind: "expected-volume", volumePerPeriod: "60", additionalMargin: "30", source },
    });
    // 40 more assets at 30: 1,200 a month.
    expect(priced.figures.realisedValue.figure.value).toBe(String(6 * 20_700));
  });
});

/**
 * Case (c): spend of 100k and 1,000 customers a month become 200k and 1,900. The plain formula would say −(200,000 −
 * 100 × 1,900) = −10,000. Without D₀ there is no figure at all; with D₀ = 1,569 and a margin of 140 the value is
 * 140 × (1,900 − 1,569) = 46,340 a month. D₀ is read at the actual spend, so no difference in spend is added.
 */
describe("evaluateInitiative, on acquisition cost", () => {
  const acquisition = (spend: number, customers: number, differences: Partial<BenefitInput> = {}) =>
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
            ...differences,
          }),
        ],
      }),
    );
  const factors = { ...exampleBenefit().factors, outcomeMargin: "140" };
  const source = { kind: "assumption", text: "response curve, version 1" } as const;
  const table: Measurement = {
    kind: "response-curve",
    approved: true,
    source,
    curve: {
      kind: "table",
      points: [
        { spend: 50_000, outcomes: 637 },
        { spend: 100_000, outcomes: 1000 },
        { spend: 200_000, outcomes: 1569 },
      ],
    },
  };
  const power: Measurement = {
    ...table,
    curve: { kind: "power", spend: 100_000, outcomes: 1000, elasticity: 0.65 },
  };

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

  it("is worth 46,340 a month against the 1,569 customers expected of 200k", () => {
    const { figures, benefits, verdict } = acquisition(200_000, 1900, { factors, measurement: table });
    expect(figures.realisedValue.figure.value).toBe(String(6 * 46_340));
    expect(benefits[0]?.figures.units.figure).toMatchObject({
      value: String(6 * 331),
      label: "Difference in new customers",
    });
    expect(verdict.missing).toEqual([]);
    expect(evaluateExplanation(figures.netRoi.tree)).toBe(figures.netRoi.figure.value);
  });

  it("tells the outcomes, not the cost of one, where outcomes are compared", () => {
    const { benefits } = acquisition(200_000, 1900, { factors, measurement: table });
    const [benefit] = benefits;
    expect(benefit && benefitFinding(benefit, "EUR")).toContain(
      "1,986 more new customers than expected without AI at the actual spend",
    );
  });

  it("says the same by an elasticity of 0.65, to the fraction of a customer", () => {
    // 1,000 · 2^0.65 = 1,569.168…; 140 × (1,900 − 1,569.168) = 46,316.46.
    const { figures } = acquisition(200_000, 1900, { factors, measurement: power });
    const byHand = 6 * 140 * (1900 - 1000 * 2 ** 0.65);
    expect(Number(figures.realisedValue.figure.value)).toBeCloseTo(byHand, 2);
    expect(evaluateExplanation(figures.netRoi.tree)).toBe(figures.netRoi.figure.value);
  });

  it("credits nothing for halving the spend with no effect of the initiative", () => {
    expect(acquisition(50_000, 637, { factors, measurement: table }).figures.realisedValue.figure.value).toBe(
      "0",
    );
  });

  it("asks for the margin of a customer before it values one", () => {
    expect(acquisition(200_000, 1900, { measurement: table }).verdict.reason).toContain(
      "the margin of one customer",
    );
  });

  it("does not go by a curve that nobody approved", () => {
    const { figures, verdict } = acquisition(200_000, 1900, {
      factors,
      measurement: { ...table, approved: false },
    });
    expect(figures.realisedValue.figure.value).toBeNull();
    expect(verdict.headline).toBe("Not judged: volume left the baseline's range");
  });

  it("says nothing at a spend for which the curve is not declared", () => {
    const { verdict } = acquisition(210_000, 1900, { factors, measurement: table });
    expect(verdict.reason).toContain(
      "the response curve is declared for a spend of 50000 to 200000, not for 210000",
    );
  });
});

describe("evaluateInitiative, on acquisition cost against a control series", () => {
  /** The control: 500 customers for 40,000 a month, 780 for 80,000 since the start. */
  const control = (spendAfter: number): Measurement => ({
    kind: "control-outcomes",
    name: "the north",
    periods: [
      ...listPeriods("2024-01", "2024-12").map((period) => ({ period, outcomes: "500", spend: "40000" })),
      ...listPeriods("2025-01", "2025-06").map((period) => ({
        period,
        outcomes: "780",
        spend: String(spendAfter),
      })),
    ].map((period) => ({ ...period, source: { kind: "measured", text: "the north, logged" } as const })),
  });
  const against = (measurement: Measurement, before = repeated(12, 100_000, 1000)) =>
    evaluateInitiative(
      exampleInitiative({
        benefits: [
          exampleBenefit({
            kpi: exampleKpi({
              name: "Customer acquisition cost",
              numerator: { counts: "money spent on marketing", unit: "money", measure: "spend" },
              denominator: { counts: "new customers", unit: "customer", kind: "outcome" },
              direction: "lower",
            }),
            baseline: flatBaseline(snapshotsFrom("2024-01", before)),
            after: snapshotsFrom("2025-01", repeated(6, 200_000, 1900)),
            factors: { ...exampleBenefit().factors, outcomeMargin: "140" },
            measurement,
          }),
        ],
      }),
    );

  it("expects outcomes to move with those of the control", () => {
    // 1,000 × 780 / 500 = 1,560 expected; 140 × (1,900 − 1,560) = 47,600 a month.
    const { figures } = against(control(80_000));
    expect(figures.realisedValue.figure.value).toBe(String(6 * 47_600));
    // Twelve months in which nothing varies are no measurement, comparison series or not.
    expect(figures.netRoi.figure.grade).toBe("E");
    expect(evaluateExplanation(figures.netRoi.tree)).toBe(figures.netRoi.figure.value);
  });

  it("has the noise of the outcomes before the start in its interval", () => {
    const noisy = Array.from({ length: 12 }, (_, month) => [100_000, 980 + ((month * 17) % 41)] as const);
    const { low, high } = against(control(80_000), noisy).figures.realisedValue.figure.interval ?? {
      low: "0",
      high: "0",
    };
    expect(Number(high) - Number(low)).toBeGreaterThan(1000);
  });

  it("is not judged where the control's spend did not move alike", () => {
    const { verdict, figures } = against(control(40_000));
    expect(figures.realisedValue.figure.value).toBeNull();
    expect(verdict.reason).toContain("spend rose by 100% against that of the north");
  });
});
