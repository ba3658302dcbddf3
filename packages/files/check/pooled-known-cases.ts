import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import {
  leadScoringPlan,
  moneyBenefit,
  plannedCost,
  planOf,
} from "@liftledger/roi/testing/example-case-plan";
import { planWorkbookInput } from "../src/case-workbook/plan-workbook.ts";
import { poolCases, type PooledCase } from "../src/case-workbook/pooled-cases.ts";
import type { PortfolioWorkbookInput } from "../src/case-workbook/portfolio-workbook.ts";
import type { CheckedCase } from "./known-cases.ts";

/** A portfolio to be written, recalculated and compared. */
export type CheckedPortfolio = { readonly id: string; readonly input: PortfolioWorkbookInput };

const about = { organisation: "Check", subtitle: "pooled", asOf: "2026-01-31T00:00:00.000Z" };

/**
 * Known cases pooled as the product pools approved ones: over shared columns, in one currency, at one rate; those by month
 * with a plan of the product's own, in another currency and with scenarios. None where none are known.
 */
export function pooledKnownCases(
  cases: readonly CheckedCase[],
  { id, currency }: { id: string; currency: string },
): readonly CheckedPortfolio[] {
  if (cases.length === 0) return [];
  const known = cases.map((checked) => [checked.id, planOfCase(checked)] as const);
  // Years of decades beside months would be hundreds of columns that say nothing more.
  const isByMonth = known.some(([, { period }]) => period === "month");
  const plans = isByMonth ? [...known, ["lead-scoring", leadScoringPlan()] as const] : known;
  const pooled = plans.map(([caseId, plan], place): PooledCase => ({
    caseId,
    name: caseId,
    approvedAt: `2026-01-${String(place + 10)}T00:00:00.000Z`,
    initiative: { id: caseId, name: `Effort ${caseId}`, owner: "drawn", phase: "Pilots" },
    plan,
    input: planWorkbookInput(plan, { ...about, title: caseId, nameOf: (person) => person, benchmarks: [] }),
  }));
  const pool = poolCases(pooled, {
    ...about,
    title: "Pooled",
    currency,
    annualRate: "0.1",
    rateSource: "as given",
    prices: "nominal",
    rateOf: () => ({ rate: "1.0837", source: "as given" }),
  });
  return pool === null ? [] : [{ id, input: pool.portfolio }];
}

/** A case of plain amounts as a plan, which is what is pooled. Its scenarios are of that case alone and stay behind. */
function planOfCase({ input }: CheckedCase): CasePlan {
  const { currency, period, timing, annualRate, columns, lines } = input;
  const base = planOf({});
  const amounts = lines.map(({ kind, name, quantities: [amount] }) => {
    const values = (amount?.values ?? []).map((value) => value ?? "0");
    // Without a start column the first value is of column 1.
    const own = timing === "excel_npv" ? ["0", ...values] : values;
    return kind === "benefit" ? moneyBenefit(name, own) : plannedCost(name, own);
  });
  return {
    ...base,
    currency,
    period,
    timing,
    horizon: timing === "excel_npv" ? columns.length : columns.length - 1,
    discountRate: { ...base.discountRate, annual: annualRate },
    benefits: amounts.flatMap((line) => ("value" in line ? [line] : [])),
    costs: amounts.flatMap((line) => ("value" in line ? [] : [line])),
  };
}
