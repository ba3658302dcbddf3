import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation, leaf } from "../explanation.ts";
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

/** The net of each month that has not ended, at the end, the middle or the place of it that the timing says. */
function forwardByHand(
  plan: CasePlan,
  until: string,
  { gross, cost }: { gross: number; cost: number },
): number {
  const monthly = 1.1 ** (1 / 12);
  const net = (gross - cost) / (plan.period === "month" ? 1 : 12);
  const ended = Number(until.slice(5, 7)) - (until === "2026-02-28" ? 0 : 1);
  const months = plan.horizon * (plan.period === "month" ? 1 : 12) - ended;
  const shift = plan.timing === "mid_period" ? 0.5 : 1;
  return Array.from({ length: months }, (_, place) => net / monthly ** (place + shift)).reduce(
    (a, b) => a + b,
    0,
  );
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

  it("is its tree, down to each line's assumptions, the rate and what is left out", () => {
    const spent = leaf("Spent so far", "1900.55", "EUR", { kind: "measured", text: "ledger" });
    const plan = steady();
    const found = caseAhead(plan, "2026-10-14", nothingKnown, [spent]);
    if (found.kind === "nothing") throw new Error(found.reason);
    expect(found.forwardNetPresentValue).toBe(ahead(plan, "2026-10-14").forwardNetPresentValue);
    expect(evaluateExplanation(found.tree)).toBe(found.forwardNetPresentValue);
    const [before] = found.tree.inputs;
    expect(before?.inputs.map(({ label, value }) => [label, value])).toEqual([
      ["What is to come", expect.any(String)],
      ["Spent so far, left out", "0"],
    ]);
    const texts = JSON.stringify(found.tree);
    expect(texts).toContain("Discount factors to 2026-10-14, 2026-10 to 2026-12");
    expect(texts).toContain("CRM, 2025");
    expect(texts).toContain("1900.55");
  });

  it("is its tree whatever the plan, the day and what came", () => {
    const amounts = fc.integer({ min: 0, max: 500_000 }).map((cents) => String(cents / 100));
    fc.assert(
      fc.property(
        fc.record({
          gross: amounts,
          cost: amounts,
          came: fc.option(amounts),
          period: fc.constantFrom("month" as const, "year" as const),
          timing: fc.constantFrom("t0_then_end" as const, "mid_period" as const, "excel_npv" as const),
          month: fc.integer({ min: 1, max: 11 }),
        }),
        ({ gross, cost, came, period, timing, month }) => {
          const plan = planOf({
            period,
            timing,
            horizon: period === "month" ? 12 : 2,
            benefits: [moneyBenefit("orders", gross, { benefitId: "benefit-1" })],
            costs: [plannedCost("licences", cost)],
          });
          const until = `2026-${String(month).padStart(2, "0")}-28`;
          const known =
            came === null ? [] : [{ kind: "amount", lineId: "orders", month: "2026-01", amount: came }];
          const actuals = { until, benefits: known as never, unplannedBenefits: [], costs: [] };
          const found = ahead(plan, until, caseAgainstActual(plan, actuals));
          expect(evaluateExplanation(found.tree)).toBe(found.forwardNetPresentValue);
          // Month by month, as a plan by hand would have it.
          const share = found.attained ?? 1;
          const byHand = forwardByHand(plan, until, { gross: Number(gross) * share, cost: Number(cost) });
          expect(Math.abs(Number(found.forwardNetPresentValue) - byHand)).toBeLessThan(0.006);
        },
      ),
      { numRuns: 60 },
    );
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
