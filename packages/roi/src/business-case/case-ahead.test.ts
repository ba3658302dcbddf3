import { describe, expect, it } from "vitest";
import { leadScoringPlan, moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import { caseAgainstActual } from "./case-against-actual.ts";
import { caseAhead } from "./case-ahead.ts";
import type { CasePlan } from "./case-plan.ts";
import { evaluateCase } from "./evaluate-case.ts";

const nothingKnown = { kind: "no-comparison", reason: "Nothing of the plan is due yet." } as const;
const steady = (more: Partial<CasePlan> = {}): CasePlan =>
  planOf({
    period: "month",
    horizon: 12,
    benefits: [moneyBenefit("orders", "300", { benefitId: "benefit-1" })],
    costs: [plannedCost("licences", "100")],
    ...more,
  });

function ahead(plan: CasePlan, until: string, comparison: Parameters<typeof caseAhead>[2] = nothingKnown) {
  const found = caseAhead(plan, until, comparison);
  if (found.kind === "nothing") throw new Error(found.reason);
  return found;
}

describe("caseAhead", () => {
  it.each(["t0_then_end", "mid_period", "excel_npv"] as const)(
    "is the case's own net present value on the eve of its start, with the timing %s",
    (timing) => {
      const set = leadScoringPlan();
      const plan: CasePlan = timing === "excel_npv" ? steady({ timing }) : { ...set, timing, scenarios: [] };
      const { cash } = evaluateCase(plan, { unsignedEstimates: "credited" }).scenarios[0].totals;
      if (cash.kind === "partial") throw new Error(cash.reason);
      const found = ahead(plan, "2025-12-31");
      expect(Number(found.forwardNetPresentValue)).toBeCloseTo(Number(cash.adjusted.netPresentValue), 2);
      expect(found).toMatchObject({ from: "2026-01", to: "2026-12", attained: null });
    },
  );

  it("leaves out what has ended, and discounts the rest to the gate", () => {
    // October is under way: three months of 200 net, at the end of the first, second and third month from here.
    const monthly = 1.1 ** (1 / 12);
    const worth = 200 / monthly + 200 / monthly ** 2 + 200 / monthly ** 3;
    const found = ahead(steady(), "2026-10-14");
    expect(Number(found.forwardNetPresentValue)).toBeCloseTo(worth, 2);
    expect(found).toMatchObject({ from: "2026-10", to: "2026-12", spend: "300" });
    // On its last day October has ended.
    expect(ahead(steady(), "2026-10-31")).toMatchObject({ from: "2026-11", spend: "200" });
  });

  it("believes what is to come as far as what has come", () => {
    const plan = steady({ discountRate: { ...steady().discountRate, annual: "0" } });
    const amount = (month: string, came: string) =>
      ({ kind: "amount", lineId: "orders", month, amount: came }) as const;
    const compared = (came: readonly string[]) =>
      caseAgainstActual(plan, {
        until: "2026-03-31",
        benefits: came.map((value, place) => amount(`2026-0${place + 1}`, value)),
        unplannedBenefits: [{ benefitId: "other", name: "Other", month: "2026-01", amount: "5000" }],
        costs: [],
      });
    // A third of 900 came: of 9 × 300 still planned, 900, against costs of 900.
    const third = ahead(plan, "2026-03-31", compared(["100", "100", "100"]));
    expect(third).toMatchObject({ forwardNetPresentValue: "0", asPlanned: "1800" });
    expect(third.attained).toBeCloseTo(1 / 3, 12);
    expect(third.sentence).toContain("benefits at 33% of the plan, as they came so far.");
    // More than was planned is not carried on, less than nothing is nothing; a missing month is neither.
    expect(ahead(plan, "2026-03-31", compared(["600", "600"]))).toMatchObject({ attained: 1 });
    expect(ahead(plan, "2026-03-31", compared(["-600"]))).toMatchObject({
      attained: 0,
      forwardNetPresentValue: "-900",
    });
  });

  it("says why there is nothing to say", () => {
    expect(caseAhead(steady(), "2026-12-31", nothingKnown)).toEqual({
      kind: "nothing",
      reason: "The plan of the case has come to its end.",
    });
    const open = steady({ costs: [plannedCost("licences", "100", { amount: [{ from: 1, value: null }] })] });
    expect(caseAhead(open, "2026-03-31", nothingKnown)).toMatchObject({
      kind: "nothing",
      reason: expect.stringContaining("not valued yet"),
    });
  });
});
