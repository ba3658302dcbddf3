import { sumDecimals } from "@liftledger/numerics/decimal";
import { describe, expect, it } from "vitest";
import type { BenefitInput } from "../benefit-input.ts";
import { evaluateBenefit } from "../evaluate-benefit.ts";
import { realisedValueOn } from "../realised-value.ts";
import {
  exampleBenefit,
  exampleKpi,
  flatBaseline,
  repeated,
  snapshotsFrom,
} from "../testing/example-initiative.ts";
import { benefitActuals, liftTermsOf, type LiftTerms } from "./benefit-actuals.ts";
import { leadScoringPlan, moneyBenefit, planOf } from "../testing/example-case-plan.ts";
import { benefitActualAmount } from "./case-actuals.ts";
import { caseAgainstActual } from "./case-against-actual.ts";
import { planFromTemplate } from "./plan-from-template.ts";

const months = ["2024-12", "2025-01", "2025-02", "2025-03"];

function known(input: BenefitInput, terms: LiftTerms = "per-unit", until = "2025-03-31") {
  return benefitActuals(evaluateBenefit(input, until), { lineId: "leads", months, basis: "cash", terms });
}

const weekly = exampleBenefit({
  kpi: exampleKpi({ frequency: "week" }),
  periodType: "week",
  claimFrom: "2025-W02",
  baseline: flatBaseline(snapshotsFrom("2024-W40", repeated(12, 20, 1000))),
  after: snapshotsFrom("2025-W02", repeated(12, 26, 1000)),
});

describe("benefitActuals", () => {
  it("gives each month its volume and lift, and says when it did not run yet", () => {
    // 104 of 4,000 where 80 were expected: 24 more, 0.006 of a lead.
    const { actuals, reason } = known(exampleBenefit());
    expect(reason).toBeNull();
    expect(actuals).toMatchObject([
      { month: "2024-12", kind: "not-running" },
      { month: "2025-01", kind: "measured", volume: "4000", lift: "0.006", unitValue: "180", adoption: null },
      { month: "2025-02", volume: "4000" },
      { month: "2025-03", volume: "4000" },
    ]);
    expect(benefitActualAmount(actuals[1] ?? { lineId: "", month: "", kind: "not-running" })).toBe("4320");
  });

  it("states the lift against what would have been, where the plan does", () => {
    expect(known(exampleBenefit(), "relative").actuals[1]).toMatchObject({ volume: "80", lift: "0.3" });
    const hours = exampleBenefit({
      kpi: exampleKpi({
        direction: "lower",
        numerator: { counts: "hours", unit: "hour", measure: "duration" },
      }),
      after: snapshotsFrom("2025-01", repeated(3, 48, 4000)),
    });
    expect(known(hours, "relative").actuals[1]).toMatchObject({ volume: "80", lift: "0.4" }); // 32 of 80 saved
  });

  it("values each month by what counted in it, and one in which that changed by its money alone", () => {
    const source = { kind: "assumption", text: "version 1" } as const;
    const divided = (input: BenefitInput, before: string): BenefitInput => ({
      ...input,
      factors: { ...input.factors, unitValue: "200", attribution: "0.5" },
      earlier: [{ before, factors: input.factors, source }],
    });
    const monthly = known(divided(exampleBenefit(), "2025-02"));
    expect(monthly.actuals).toMatchObject([
      { kind: "not-running" },
      { month: "2025-01", kind: "measured", unitValue: "180", attribution: "1" },
      { month: "2025-02", kind: "measured", unitValue: "200", attribution: "0.5" },
      { month: "2025-03", unitValue: "200" },
    ]);
    // W06 begins on 3 February: the first two days of the month are still worth what January was.
    const cut = divided({ ...weekly, claimUntil: "2025-W13" }, "2025-W06");
    expect(known(cut).actuals.map(({ month, kind }) => [month, kind])).toEqual([
      ["2024-12", "not-running"],
      ["2025-01", "measured"],
      ["2025-02", "amount"],
      ["2025-03", "measured"],
    ]);
    const total = sumDecimals(known(cut).actuals.map(benefitActualAmount));
    const value = realisedValueOn([evaluateBenefit(cut, "2025-03-31")], "2025-03-31", 2);
    expect(Number(total)).toBeCloseTo(Number(value), 2);
  });

  it("gives money alone where that is all that can be compared", () => {
    expect(known(exampleBenefit(), "amount").actuals[1]).toEqual({
      lineId: "leads",
      month: "2025-01",
      kind: "amount",
      amount: "4320",
    });
    expect(
      known(exampleBenefit({ after: snapshotsFrom("2025-01", repeated(3, 0, 0)) })).actuals,
    ).toMatchObject([
      { kind: "not-running" },
      { kind: "amount", amount: "0" },
      { kind: "amount" },
      { kind: "amount" },
    ]);
  });

  it("splits weeks over months by days, and leaves out a month that is not whole", () => {
    // From Monday, 6 January; the twelfth week ends on 30 March: March lacks a day.
    const { actuals } = known(weekly);
    expect(actuals.map(({ month, kind }) => [month, kind])).toEqual([
      ["2024-12", "not-running"],
      ["2025-01", "measured"],
      ["2025-02", "measured"],
    ]);
    // 26 days of January at 1,000 a week.
    expect(actuals[1]).toMatchObject({ volume: expect.stringMatching(/^3714\.285714/) });
    expect(actuals[2]).toMatchObject({ volume: "4000" });
  });

  it("adds up to what the initiative's page says was turned into money", () => {
    const halves = { accepted: "0", redeployed: "0.5", cashed: "0.5" };
    const input = exampleBenefit({
      factors: { unitValue: "180", attribution: "0.6", confidence: "0.9", realisation: halves },
      after: snapshotsFrom("2025-01", [
        [104, 4000],
        [97, 3900],
        [70, 4100],
      ]),
    });
    const result = evaluateBenefit(input, "2025-03-31");
    for (const terms of ["per-unit", "relative", "amount"] as const) {
      const total = sumDecimals(known(input, terms).actuals.map(benefitActualAmount));
      expect(Number(total)).toBeCloseTo(Number(realisedValueOn([result], "2025-03-31", 2)), 2);
    }
    const withCapacity = benefitActuals(result, {
      lineId: "leads",
      months,
      basis: "cash-plus-capacity",
      terms: "per-unit",
    });
    expect(withCapacity.actuals[1]).toMatchObject({ realisation: "1" });
  });

  it("gives money alone where units were measured otherwise than by the KPI's own ratio", () => {
    // 12 hours an asset became 7; 60 assets were expected and 100 came, each further one with a margin of 10.
    const input = exampleBenefit({
      kpi: exampleKpi({
        direction: "lower",
        numerator: { counts: "hours", unit: "hour", measure: "duration" },
        denominator: { counts: "assets", unit: "asset", kind: "outcome" },
        proportion: false,
      }),
      baseline: flatBaseline(snapshotsFrom("2024-01", repeated(12, 720, 60))),
      after: snapshotsFrom("2025-01", repeated(3, 700, 100)),
      measurement: {
        kind: "expected-volume",
        volumePerPeriod: "60",
        additionalMargin: "10",
        source: { kind: "assumption", text: "plan of the team" },
      },
    });
    // (12 − 7) × 60 × 180 + 40 × 10
    expect(known(input).actuals[1]).toMatchObject({ kind: "amount", amount: "54400" });
  });

  it("is known not to run once its claim has ended", () => {
    const ended = exampleBenefit({
      claimUntil: "2025-02",
      after: snapshotsFrom("2025-01", repeated(2, 104, 4000)),
    });
    expect(known(ended).actuals.map(({ kind }) => kind)).toEqual([
      "not-running",
      "measured",
      "measured",
      "not-running",
    ]);
  });

  it("knows nothing of the months of a benefit that is not valued, and says why", () => {
    const { unitValue: _, ...factors } = exampleBenefit().factors;
    expect(known(exampleBenefit({ factors }))).toEqual({
      actuals: [{ lineId: "leads", month: "2024-12", kind: "not-running" }],
      reason: "Not valued yet, missing what one opportunity is worth.",
    });
    expect(known(exampleBenefit({ baseline: null })).reason).not.toBeNull();
    const outcome = exampleKpi({ denominator: { counts: "leads", unit: "lead", kind: "outcome" } });
    const doubled = snapshotsFrom("2025-01", repeated(3, 208, 8000));
    expect(known(exampleBenefit({ kpi: outcome, after: doubled }))).toMatchObject({
      actuals: [{ month: "2024-12" }],
      reason: expect.stringContaining("Volume left"),
    });
  });
});

describe("liftTermsOf", () => {
  it("reads a template's lift as relative, another as the KPI has it, and money as money", () => {
    const frame = { currency: "EUR", start: "2026-01", discountRate: planOf({}).discountRate };
    const lines = [
      ...planFromTemplate("content-acceleration", frame).benefits,
      ...leadScoringPlan().benefits.slice(0, 1),
      moneyBenefit("contract", "5"),
    ];
    expect(lines.map(liftTermsOf)).toEqual(["relative", "per-unit", "amount"]);
    // What the plan says comes before what its lift rests on.
    const said = lines.map((line) =>
      line.value.kind === "money"
        ? line
        : { ...line, value: { ...line.value, liftTerms: "per-unit" as const } },
    );
    expect(said.map(liftTermsOf)).toEqual(["per-unit", "per-unit", "amount"]);
  });
});

describe("benefitActuals against its plan", () => {
  it("leaves no bar but what really differs", () => {
    const example = leadScoringPlan();
    const plan = { ...example, start: "2025-01", scenarios: [], benefits: example.benefits.slice(0, 1) };
    const input = exampleBenefit({ factors: { ...exampleBenefit().factors, attribution: "0.6" } });
    const { actuals } = benefitActuals(evaluateBenefit(input, "2025-01-31"), {
      lineId: "leads",
      months: ["2025-01"],
      basis: "cash",
      terms: "per-unit",
    });
    // 4,000 leads where 40,000 were planned, and a lift of 0.006 where 0.003 was, half of them reached.
    expect(
      caseAgainstActual(plan, {
        until: "2025-01-31",
        benefits: actuals,
        unplannedBenefits: [],
        costs: [],
      }),
    ).toMatchObject({
      toDate: {
        plan: "12960.00",
        actual: "2592.00",
        bars: [
          { cause: "volume", amount: "-11664.00" },
          { cause: "lift", amount: "1296.00" },
        ],
      },
    });
  });
});
