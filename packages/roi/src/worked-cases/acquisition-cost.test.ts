import { listPeriods } from "@liftledger/kpis/period";
import { describe, expect, it } from "vitest";
import type { BenefitInput } from "../benefit-input.ts";
import { evaluateInitiative } from "../evaluate-initiative.ts";
import { evaluateExplanation } from "../explanation.ts";
import { benefitFinding } from "../findings.ts";
import { sentenceText } from "../told-sentence.ts";
import type { Measurement } from "../measurement.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  flatBaseline,
  repeated,
  snapshotsFrom,
} from "../testing/example-initiative.ts";

/** Case (c)'s KPI: the outcome is the denominator. */
const acquisitionCost = exampleKpi({
  name: "Customer acquisition cost",
  numerator: { counts: "money spent on marketing", unit: "money", measure: "spend" },
  denominator: { counts: "new customers", unit: "customer", kind: "outcome" },
  direction: "lower",
  proportion: false,
  display: "money",
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
            kpi: acquisitionCost,
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
    expect(benefit && sentenceText(benefitFinding(benefit, "EUR"))).toContain(
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
            kpi: acquisitionCost,
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
