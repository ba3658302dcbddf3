import { describe, expect, it } from "vitest";
import { moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import type { CasePlan } from "./case-plan.ts";
import type { CaseBasis } from "./case-totals.ts";
import { evaluateCase } from "./evaluate-case.ts";
import { constantPath } from "./plan-path.ts";

// The published tables of the finance reference set entered as cases. Where the page is wrong, the test says
// what recomputes and that the printed figure does not.

function metricsOf(plan: CasePlan, basis: CaseBasis = "cash", scenario: number = 0) {
  const totals = evaluateCase(plan).scenarios[scenario]?.totals[basis];
  if (totals?.kind !== "whole") throw new Error("every line is valued");
  return totals.unadjusted;
}

function percent(answer: ReturnType<typeof metricsOf>["netRoi"]): number {
  return answer.kind === "value" ? 100 * Number(answer.ratio) : Number.NaN;
}

function periods({ first }: ReturnType<typeof metricsOf>["payback"]): number {
  return first.kind === "reached" ? Number(first.periods) : Number.NaN;
}

function atRate(annual: string, plan: Partial<CasePlan>): CasePlan {
  const base = planOf(plan);
  return { ...base, discountRate: { ...base.discountRate, annual } };
}

function yearly(from: number, years: number, amount: string) {
  return Array.from({ length: years + 1 }, (_, year) => (year >= from ? amount : "0"));
}

describe("the published tables as cases", () => {
  it('has the 66% of Forrester\'s "Five tips" (blog, scenario 2) on present values, where undiscounted it is 80%', () => {
    const got = metricsOf(
      planOf({
        benefits: [moneyBenefit("benefits", ["0", "15000", "15000", "15000"])],
        costs: [plannedCost("subscription", ["10000", "5000", "5000", "5000"])],
      }),
    );
    expect(percent(got.netRoiOnPresentValue)).toBeCloseTo(66.275954, 6);
    expect(percent(got.netRoi)).toBeCloseTo(80, 12);
    expect(Number(got.netPresentValue)).toBeCloseTo(14868.51991, 5);
    // The 20,000 printed beside it as net benefits are not discounted.
    expect(got.netBenefit).toBe("20000");
    expect(12 * periods(got.payback)).toBeCloseTo(12, 10);
  });

  it("has the benefits of Cisco's wireless network (TEI 2008, table 15), whose print adds up what it has rounded", () => {
    const lines = {
      admin: "106872",
      monitoring: "40000",
      desk: "88800",
      users: "18000",
      guests: "8640",
      visitors: "27000",
    };
    const { scenarios } = evaluateCase(
      planOf({ benefits: Object.entries(lines).map(([name, amount]) => moneyBenefit(name, amount)) }),
    );
    const totals = scenarios[0].totals.cash;
    if (totals.kind === "partial") throw new Error("every line is valued");
    expect(totals.unadjusted.totalBenefits).toBe("867936");
    // Printed: 719,475, the sum of the rounded lines.
    expect(Number(totals.unadjusted.presentValueOfBenefits)).toBeCloseTo(719476.1232156274, 8);
    expect(totals.unadjusted.netRoi).toMatchObject({
      kind: "undefined",
      reason: expect.stringContaining("no cost"),
    });
  });

  it("has rate and ratio of Lightcast's single student (table A8.1), whose cost is left undiscounted in print", () => {
    const got = metricsOf(
      atRate("0.04", {
        timing: "excel_npv",
        horizon: 10,
        benefits: [moneyBenefit("earnings", "5000", { run: { kind: "recurring", from: 2, to: null } })],
        costs: [plannedCost("study", "21500", { run: { kind: "one-off", column: 1 } })],
      }),
    );
    expect(got.internalRateOfReturn).toMatchObject({ status: "unique", rate: expect.closeTo(0.18, 3) });
    // Printed 35,753, as 14,253 net of a cost that is not discounted; the payback printed as 4.2 is 4.3 years.
    expect(Number(got.presentValueOfBenefits)).toBeCloseTo(35746.79, 2);
    expect(Number(got.netPresentValue)).toBeCloseTo(35746.79 - 21500 / 1.04, 2);
    expect(periods(got.payback)).toBeCloseTo(4.3, 12);
  });

  it("has the students of SUNY Westchester (Lightcast, table 3.2) at the rate that its benefits imply", () => {
    const benefits =
      "0.5 1.5 2.7 4.1 5.9 9.5 9.9 10.3 10.7 11.1 11.4 11.8 12.1 12.5 12.8 13.0 13.3 13.5 13.7 13.9 14.0 14.1 14.2 14.2 14.2 14.2 14.1 14.0 13.8 13.7 13.4 13.2 12.9 12.6 12.2 11.9 11.5 11.0 10.6 10.2";
    const got = metricsOf(
      atRate("0.04418", {
        horizon: 39,
        benefits: [moneyBenefit("earnings", benefits.split(" "))],
        costs: [plannedCost("study", ["46.0", ...yearly(1, 15, "0.2").slice(1), "0"])],
      }),
    );
    expect(Number(got.presentValueOfBenefits)).toBeCloseTo(195.9, 1);
    expect(Math.abs(Number(got.presentValueOfCosts) - 48.1)).toBeLessThan(0.1);
    expect(Math.abs(Number(got.netPresentValue) - 147.8)).toBeLessThan(0.1);
    expect(percent(got.benefitCostRatio) / 100).toBeCloseTo(4.1, 1);
    expect(Math.abs(periods(got.payback) - 7.3)).toBeLessThan(0.15);
    expect(got.internalRateOfReturn).toMatchObject({ status: "unique", rate: expect.closeTo(0.164, 3) });
  });

  it("has the classroom worksheet at 12% over five years (scribd 73576200), whose 0.403 is of year 3", () => {
    const got = metricsOf(
      atRate("0.12", {
        horizon: 5,
        benefits: [moneyBenefit("benefits", "50000")],
        costs: [plannedCost("costs", ["42500", ...yearly(1, 5, "28500").slice(1)])],
      }),
    );
    expect(Number(got.presentValueOfBenefits)).toBeCloseTo(180239, -1);
    expect(Math.round(Number(got.presentValueOfCosts))).toBe(145236);
    expect(Math.round(Number(got.netPresentValue))).toBe(35003);
    expect(percent(got.netRoiOnPresentValue) / 100).toBeCloseTo(0.24, 2);
    expect(periods(got.discountedPayback)).toBeCloseTo(2.402783, 6);
  });

  describe("AI coding with review overhead (baeseokjae, evidence CSV)", () => {
    const capacity = moneyBenefit("hours", "0", {
      class: "capacity",
      value: {
        ...moneyBenefit("hours", "0").value,
        kind: "factors",
        lift: constantPath("1"),
        // 1,840 gross hours less 460 of review; 60 an hour is implied by the page, not printed.
        volume: constantPath("1380"),
        unitValue: constantPath("60"),
        realisation: constantPath("0.5"),
      },
    });
    const own = (name: string, field: "realisation" | "volume", to: string) => ({
      name,
      kind: "own" as const,
      changes: [{ lineId: "hours", field, change: { to } }],
    });
    const plan = planOf({
      horizon: 1,
      benefits: [capacity],
      costs: [plannedCost("seats", "25800", { run: { kind: "one-off", column: 0 } })],
      scenarios: [
        own("low realisation", "realisation", "0.25"),
        own("high realisation", "realisation", "0.75"),
        own("review-heavy", "volume", "460"),
      ],
    });

    it.each([
      ["base", 0, 60.47, 7.48],
      ["low realisation", 1, -19.77, 14.96],
      ["high realisation", 2, 140.7, 4.99],
      ["review-heavy", 3, -46.51, 22.43],
    ])("prints %s right, with capacity counted", (_, scenario, roi, months) => {
      expect(percent(metricsOf(plan, "cash-plus-capacity", scenario).netRoi)).toBeCloseTo(roi, 2);
      // As much every year until it is back.
      const longer = metricsOf({ ...plan, horizon: 2 }, "cash-plus-capacity", scenario);
      expect(12 * periods(longer.payback)).toBeCloseTo(months, 2);
    });

    it("is all lost in money, which the page does not say", () => {
      expect(percent(metricsOf(plan).netRoi)).toBe(-100);
    });
  });
});
