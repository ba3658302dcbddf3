import { sumDecimals } from "@liftledger/numerics/decimal";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import { evaluateCase } from "@liftledger/roi/business-case/evaluate-case";
import {
  leadScoringPlan,
  moneyBenefit,
  planOf,
  plannedCost,
} from "@liftledger/roi/testing/example-case-plan";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWrittenWorkbook } from "../testing/written-workbook.ts";
import { scenarioFigures } from "./flow-figures.ts";
import { planWorkbookInput } from "./plan-workbook.ts";
import { poolCases, type CasePool, type PooledCase, type PoolTerms } from "./pooled-cases.ts";
import { portfolioCase, portfolioWorkbook } from "./portfolio-workbook.ts";

const about = {
  title: "All cases",
  organisation: "Example",
  subtitle: "Two cases",
  asOf: "2026-11-22T21:30:00.000Z",
};
const terms: PoolTerms = {
  ...about,
  currency: "EUR",
  annualRate: "0.1",
  rateSource: "Board",
  prices: "nominal",
  rateOf: (currency) =>
    currency === "USD" ? { rate: "0.5", source: "Central bank, 2026-11-20" } : undefined,
};

function pooled(caseId: string, plan: CasePlan, more: Partial<PooledCase> = {}): PooledCase {
  return {
    caseId,
    name: `Case ${caseId}`,
    approvedAt: `2026-01-0${caseId}T00:00:00.000Z`,
    initiative: { id: `of ${caseId}`, name: `Effort ${caseId}`, owner: "Ana", phase: "Pilots" },
    plan,
    input: planWorkbookInput(plan, { ...about, nameOf: (id) => id, benchmarks: [] }),
    ...more,
  };
}

/** The pool of cases of which some can be added up. */
function poolOf(cases: readonly PooledCase[]): CasePool {
  const pool = poolCases(cases, terms);
  if (pool === null) throw new Error("none of the cases can be added up");
  return pool;
}

/** The net present value of the pool, by scenario, after risk. */
function valuesOf(cases: readonly PooledCase[]): number[] {
  const { portfolio } = poolOf(cases);
  return scenarioFigures(portfolioCase(portfolio).input).map(({ after }) =>
    Number(after.metrics.netPresentValue),
  );
}

function ownValue(plan: CasePlan): string {
  const total = evaluateCase(plan).scenarios[0].totals.cash;
  return (total.kind === "whole" ? total : total.ofValuedLines).adjusted.netPresentValue;
}

const small = planOf({ benefits: [moneyBenefit("saved", "1000")], costs: [plannedCost("licences", "100")] });

describe("poolCases", () => {
  it("adds net present values up where cases begin together, whatever their period, timing and horizon", () => {
    const frame = fc.record({
      period: fc.constantFrom("month" as const, "year" as const),
      timing: fc.constantFrom("t0_then_end" as const, "excel_npv" as const, "mid_period" as const),
      horizon: fc.integer({ min: 1, max: 5 }),
    });
    const isInStep = ({ period, timing }: { period: string; timing: string }): boolean =>
      period === "year" || timing !== "mid_period";
    fc.assert(
      fc.property(fc.array(frame.filter(isInStep), { minLength: 1, maxLength: 4 }), (frames) => {
        const plans = frames.map((one, place) => planOf({ ...small, ...one, horizon: one.horizon + place }));
        const cases = plans.map((plan, place) => pooled(`${place}`, plan));
        const expected = Number(sumDecimals(plans.map(ownValue)));
        expect(valuesOf(cases)[0]).toBeCloseTo(expected, 6);
      }),
      { numRuns: 60 },
    );
  });

  it("discounts a later case to the start of the earliest: two years at 10%", () => {
    const later = { ...small, start: "2028-01" };
    const expected = Number(ownValue(small)) + Number(ownValue(later)) / 1.21;
    expect(valuesOf([pooled("1", small), pooled("2", later)])[0]).toBeCloseTo(expected, 8);
  });

  it("has each case in its own scenario of a kind, and one without as planned", () => {
    const plan = leadScoringPlan();
    const { scenarios } = evaluateCase(plan);
    const names = ["Base", "Conservative", "Optimistic"];
    const { portfolio } = poolOf([pooled("1", plan)]);
    const kinds = new Set(plan.scenarios.map(({ kind }) => kind));
    expect(portfolio.scenarios.map(({ name }) => name)).toEqual(
      names.filter((name) => name === "Base" || kinds.has(name.toLowerCase() as never)),
    );
    const own = scenarios.map(({ totals: { cash } }) =>
      Number((cash.kind === "whole" ? cash : cash.ofValuedLines).adjusted.netPresentValue),
    );
    const alone = valuesOf([pooled("1", plan)]);
    expect(alone[1]).toBeCloseTo(own[1] ?? Number.NaN, 6);
    const both = valuesOf([pooled("1", plan), pooled("2", { ...small, start: plan.start })]);
    expect((both[1] ?? 0) - (alone[1] ?? 0)).toBeCloseTo(Number(ownValue(small)), 6);
  });

  it("converts at the rate that is told, and leaves out and names what has none, and what is in other prices", () => {
    const dollars = pooled("2", { ...small, currency: "USD" });
    expect(valuesOf([pooled("1", small), dollars])[0]).toBeCloseTo(1.5 * Number(ownValue(small)), 8);
    const pounds = pooled("3", { ...small, currency: "GBP" });
    const real = pooled("4", { ...small, prices: "real" });
    const found = poolOf([pooled("1", small), pounds, real]);
    expect(found.leftOut).toEqual([
      { name: "Case 3", reason: "there is no exchange rate from GBP to EUR" },
      { name: "Case 4", reason: expect.stringContaining("real prices") },
    ]);
    expect(found.portfolio.provenance.filter(({ value }) => value === "left out")).toHaveLength(2);
    expect(poolCases([pounds], terms)).toBeNull();
  });

  it("leaves out what lies between the columns of most", () => {
    const middle = { ...small, period: "month" as const, timing: "mid_period" as const };
    const found = poolOf([pooled("1", small), pooled("2", middle), pooled("3", middle)]);
    expect(found.leftOut.map(({ name }) => name)).toEqual(["Case 1"]);
    expect(found.portfolio.timing).toBe("mid_period");
  });

  it("counts a benefit that two cases plan once, in the case approved last", () => {
    const plan = { ...small, benefits: small.benefits.map((line) => ({ ...line, benefitId: "orders" })) };
    const costsAlone = { ...small, benefits: [] };
    const expected = Number(ownValue(small)) + Number(ownValue(costsAlone));
    expect(valuesOf([pooled("2", plan), pooled("1", plan)])[0]).toBeCloseTo(expected, 8);
    const { portfolio } = poolOf([pooled("1", plan), pooled("2", plan)]);
    const switched = portfolio.initiatives[0]?.lines[0]?.quantities.find(
      ({ name }) => name === "Counted here",
    );
    expect(switched?.source).toContain("Case 2 plans the same benefit");
  });

  it("is a workbook of all its sheets, with two cases of an initiative told apart", async () => {
    const initiative = { id: "one", name: "Effort", owner: "Ana", phase: "Pilots" };
    const cases = [
      pooled("1", small, { initiative }),
      pooled("2", { ...small, start: "2026-04" }, { initiative }),
    ];
    const { portfolio } = poolOf(cases);
    expect(portfolio.period).toBe("month");
    expect(portfolio.initiatives[0]?.lines.map(({ name }) => name)).toEqual([
      "Case 1, saved",
      "Case 1, licences",
      "Case 2, saved",
      "Case 2, licences",
    ]);
    const book = await readWrittenWorkbook(await portfolioWorkbook(portfolio));
    expect(book.sheets).toContain("Provenance");
    const rates = [...book.values].filter(([, value]) => value === "Discount rate of the case");
    expect(rates).toHaveLength(2);
  });
});
