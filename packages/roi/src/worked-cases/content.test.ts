import { describe, expect, it } from "vitest";
import type { BenefitInput } from "../benefit-input.ts";
import type { CostInput } from "../cost-tree.ts";
import { evaluateInitiative } from "../evaluate-initiative.ts";
import { absent, evaluateExplanation } from "../explanation.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  flatBaseline,
  repeated,
  snapshotsFrom,
} from "../testing/example-initiative.ts";

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
