import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  monthlyCosts,
  repeated,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

const { factors } = exampleBenefit();
const evaluate = (differences: Partial<InitiativeInput>) =>
  evaluateInitiative(exampleInitiative(differences));
const breakEvenOf = (differences: Partial<InitiativeInput>) => evaluate(differences).breakEven;

// The example: 24 more opportunities a month at 180 are 4,320 a month, 25,920 in six months.
describe("breakEven", () => {
  it("says what would still do where it pays", () => {
    expect(breakEvenOf({ costs: monthlyCosts("2025-01", [600_000]) })?.sentence).toBe(
      "So far it has brought at least what it cost; it would still break even with lead conversion 0.139 points above what was expected without AI (now 0.6 points), or with €41.67 per opportunity, or with a cost of €4,320 a month.",
    );
  });

  it("breaks even exactly at each of the three values it names", () => {
    const { liftNeeded, unitValueNeeded, monthlyCostAffordable } = breakEvenOf({}) ?? {};
    const value = (differences: Partial<InitiativeInput>) =>
      Number(evaluate(differences).figures.netBenefit.figure.value);
    const moreLeads = 4000 * (0.02 + (liftNeeded?.value ?? 0));
    const lifted = exampleBenefit({ after: snapshotsFrom("2025-01", repeated(6, moreLeads, 4000)) });
    expect(value({ benefits: [lifted] })).toBeCloseTo(0, 2);
    const dearer = exampleBenefit({ factors: { ...factors, unitValue: unitValueNeeded ?? "" } });
    expect(value({ benefits: [dearer] })).toBeCloseTo(0, 2);
    const amount = Number(monthlyCostAffordable?.amount) * 100;
    expect(
      value({
        costs: monthlyCosts(
          "2025-01",
          repeated(6, 0, 0).map(() => amount),
        ),
      }),
    ).toBeCloseTo(0, 2);
  });

  it("counts a month that is not over by its days, as its cost accrues", () => {
    // January and half of February (14 of 28 days): 1.5 months; one month measured, 4,320.
    const after = snapshotsFrom("2025-01", repeated(1, 104, 4000));
    const found = breakEvenOf({ until: "2025-02-14", benefits: [exampleBenefit({ after })] });
    expect(found?.monthlyCostAffordable?.amount).toBe("2880");
  });

  it("moves the largest benefit and leaves the others as they are", () => {
    const small = exampleBenefit({ benefitId: "small", factors: { ...factors, unitValue: "10" } });
    // 54,000 − 1,440 of the small one = 52,560 from 144 opportunities.
    expect(breakEvenOf({ benefits: [small, exampleBenefit()] })?.unitValueNeeded).toBe("365");
  });

  it("says so where the others cover the cost alone", () => {
    const second = exampleBenefit({ benefitId: "second", scope: "Outbound" });
    const costs = monthlyCosts("2025-01", [100_000]);
    expect(breakEvenOf({ benefits: [exampleBenefit(), second], costs })?.sentence).toBe(
      "So far it has brought at least what it cost; it would still break even with a cost of €8,640 a month: the other benefits cover the cost without lead conversion.",
    );
  });

  it("tells a KPI that moved the wrong way", () => {
    const worse = exampleBenefit({ after: snapshotsFrom("2025-01", repeated(6, 72, 4000)) });
    expect(breakEvenOf({ benefits: [worse] })?.sentence).toBe(
      "To break even this needs lead conversion 1.25 points above what was expected without AI (now 0.2 points on the wrong side).",
    );
  });

  it("speaks of less where lower is better, and of a period for a total", () => {
    const hours = exampleKpi({
      name: "Hours per asset",
      numerator: { counts: "hours of work", unit: "hour", measure: "duration" },
      direction: "lower",
      proportion: false,
      display: "hours",
    });
    const saved = exampleBenefit({ kpi: hours, after: snapshotsFrom("2025-01", repeated(6, 40, 4000)) });
    expect(breakEvenOf({ benefits: [saved] })?.sentence).toContain("below what was expected without AI");
    const deals = exampleKpi({
      name: "Closed deals",
      denominator: { counts: "periods", unit: "period", kind: "period" },
      proportion: false,
      display: "number",
    });
    const total = exampleBenefit({
      kpi: deals,
      baseline: exampleBenefit().baseline && {
        status: "frozen",
        design: { kind: "flat" },
        contaminated: false,
        before: snapshotsFrom("2024-01", repeated(12, 80, 1)),
      },
      after: snapshotsFrom("2025-01", repeated(6, 104, 1)),
    });
    expect(breakEvenOf({ benefits: [total] })?.sentence).toContain(
      "closed deals 50 a month above what was expected without AI (now 24)",
    );
  });

  it("offers no worth for spend, and no margin over 100%", () => {
    const spend = exampleKpi({
      numerator: { counts: "media spend", unit: "money", measure: "spend" },
      direction: "lower",
      proportion: false,
      display: "money",
    });
    const cheaper = exampleBenefit({ kpi: spend, after: snapshotsFrom("2025-01", repeated(6, 40, 4000)) });
    expect(breakEvenOf({ benefits: [cheaper] })?.unitValueNeeded).toBeNull();
    const revenue = exampleKpi({
      numerator: { counts: "revenue", unit: "money", measure: "revenue" },
      display: "money",
    });
    const margin = exampleBenefit({ kpi: revenue, factors: { ...factors, unitValue: "0.4" } });
    expect(breakEvenOf({ benefits: [margin] })?.unitValueNeeded).toBeNull();
    // 144 × 40% = 57.60 of value; 100.80 of cost would need 70%.
    expect(breakEvenOf({ benefits: [margin], costs: monthlyCosts("2025-01", [10_080]) })?.sentence).toContain(
      "or a margin of 70%, or",
    );
  });

  it("has no answer without cost, without value, or where nothing was cashed", () => {
    expect(breakEvenOf({ costs: [] })).toBeNull();
    expect(breakEvenOf({ benefits: [] })).toBeNull();
    const claimed = { accepted: "1", redeployed: "0", cashed: "0" };
    const benefits = [exampleBenefit({ factors: { ...factors, realisation: claimed } })];
    expect(breakEvenOf({ benefits })).toBeNull();
  });
});
