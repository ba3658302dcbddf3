import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import type { CasePlan } from "./case-plan.ts";
import { evaluateCase } from "./evaluate-case.ts";
import { planColumns } from "./plan-columns.ts";

interface WorkbookCase {
  id: string;
  annualRate: string;
  dates: string[];
  costs: string[];
  benefits: string[];
  expected: Record<string, string | null | string[]>;
}

const file = path.join(import.meta.dirname, "../../../../../shared/reference/finance/workbook_cases.json");
const cases: WorkbookCase[] = existsSync(file)
  ? (JSON.parse(readFileSync(file, "utf8")) as { cases: WorkbookCase[] }).cases
  : [
      {
        id: "none, for want of ../shared",
        annualRate: "0",
        dates: [],
        costs: [],
        benefits: [],
        expected: {},
      },
    ];

function planFor({ annualRate, dates, costs, benefits }: WorkbookCase): CasePlan {
  const base = planOf({
    period: "month",
    start: dates[0]?.slice(0, 7) ?? "",
    horizon: dates.length - 1,
    benefits: [moneyBenefit("benefits", benefits)],
    costs: [plannedCost("costs", costs)],
  });
  return { ...base, discountRate: { ...base.discountRate, annual: annualRate } };
}

/** To 9 digits, as text; nothing where it is not paid back. */
function asMonths(periods: unknown): string {
  return typeof periods === "string" ? Number(periods).toFixed(9) : "not within the horizon";
}

// Recomputed in LibreOffice 7.4 to 1e-9 by whoever made the set; its rates of reinvestment are not those of a plan.
describe("the workbook cases as plans", () => {
  it.skipIf(!existsSync(file)).each(cases)("gives $id", (given) => {
    const plan = planFor(given);
    const totals = evaluateCase(plan).scenarios[0].totals.cash;
    if (totals.kind === "partial") throw new Error("every line is valued");
    const { unadjusted: got } = totals;
    const { expected } = given;
    const roots = (key: string) => [expected[key] ?? []].flat();
    expect(planColumns(plan).map(({ day }) => day)).toEqual(given.dates);
    const money = (text: unknown) => expect.closeTo(Number(text), 4);
    const ratio = (answer: typeof got.netRoi) => (answer.kind === "value" ? Number(answer.ratio) : null);
    const back = ({ first }: typeof got.payback) => (first.kind === "reached" ? first.periods : null);
    expect({
      npv: Number(got.netPresentValue),
      xnpv: Number(got.dated?.netPresentValue),
      benefits: Number(got.presentValueOfBenefits),
      costs: Number(got.presentValueOfCosts),
      roi: ratio(got.netRoi),
      roiPv: ratio(got.netRoiOnPresentValue),
      bcr: ratio(got.benefitCostRatio),
      payback: asMonths(back(got.payback)),
      discountedPayback: asMonths(back(got.discountedPayback)),
      annuity:
        got.equivalentAnnualAnnuity.kind === "value" ? Number(got.equivalentAnnualAnnuity.amount) : null,
      irr: got.internalRateOfReturn.roots,
      xirr: got.dated?.internalRateOfReturn.roots,
    }).toEqual({
      npv: money(expected["npvMonthly"]),
      xnpv: money(expected["xnpv"]),
      benefits: money(expected["pvBenefits"]),
      costs: money(expected["pvCosts"]),
      roi: expect.closeTo(Number(expected["roiSimplePct"]) / 100, 9),
      roiPv: expect.closeTo(Number(expected["roiPvPct"]) / 100, 9),
      bcr: expect.closeTo(Number(expected["bcrPv"]), 9),
      payback: asMonths(expected["paybackMonths"]),
      discountedPayback: asMonths(expected["discountedPaybackMonths"]),
      annuity: money(expected["equivalentAnnualAnnuity"]),
      irr: roots("irrMonthlyRoots").map((root) => expect.closeTo(Number(root), 9)),
      xirr: roots("xirrRoots").map((root) => expect.closeTo(Number(root), 9)),
    });
  });
});
