import { currencyExponent } from "@liftledger/finance/currency";
import { moneyToDecimal, roundToMinor } from "@liftledger/finance/money";
import { compareDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  nat,
  option,
  property,
  record,
  tuple,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { moneyBenefit, plannedCost, planOf } from "../testing/example-case-plan.ts";
import { applyScenario } from "./apply-scenario.ts";
import { caseLines, lineTotal } from "./case-lines.ts";
import { caseDifferences } from "./case-differences.ts";
import type { CasePlan } from "./case-plan.ts";
import { casePlanDigestText } from "./case-plan-digest-text.ts";
import { caseSimulation } from "./case-simulation.ts";
import { caseTotals, type CaseBasis } from "./case-totals.ts";
import { cashFlowTable } from "./cash-flow-table.ts";
import { evaluateCase } from "./evaluate-case.ts";
import { linePaths, planLines } from "./plan-line.ts";
import { planProblems } from "./plan-problems.ts";

const decimal = (places: number, most: number) =>
  integer({ min: 0, max: most * 10 ** places }).map((units) => (units / 10 ** places).toFixed(places));
const share = decimal(3, 1);
const risk = option(share.map((text) => ({ kind: "share" as const, share: text, reason: "as known" })));
const run = tuple(nat({ max: 5 }), nat({ max: 6 })).map(([from, length]) => ({
  kind: "recurring" as const,
  from,
  to: Math.min(8, from + length),
}));
const line = record({ amount: decimal(4, 9000), risk, run });

const somePlan: Arbitrary<CasePlan> = record({
  benefits: array(tuple(line, share, constantFrom("cash", "capacity", "risk-avoided")), {
    minLength: 1,
    maxLength: 3,
  }),
  costs: array(line, { minLength: 1, maxLength: 3 }),
  start: constantFrom("2026-01", "2026-11"),
  currency: constantFrom("EUR", "JPY", "KWD"),
  annual: decimal(3, 0.4),
}).map(({ benefits, costs, start, currency, annual }) => {
  const plan = planOf({ period: "month", horizon: 8, start, currency });
  return {
    ...plan,
    discountRate: { ...plan.discountRate, annual },
    benefits: benefits.map(([{ amount, ...rest }, adoption, kind], index) => {
      const made = moneyBenefit(`b${index}`, amount, { ...rest, class: kind as "cash" });
      return { ...made, value: { ...made.value, adoption: [{ from: 0, value: adoption }] } };
    }),
    costs: costs.map(({ amount, ...rest }, index) => plannedCost(`c${index}`, amount, rest)),
  };
});

/** Every number in plain JSON. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const runs = { numRuns: 12 };

function netPresentValue(plan: CasePlan, basis: CaseBasis, risk: "unadjusted" | "adjusted" = "unadjusted") {
  const totals = caseTotals(plan, caseLines(plan), basis);
  if (totals.kind === "partial") throw new Error("every line is valued");
  return Number(totals[risk].netPresentValue);
}

describe("a case, whatever it plans", () => {
  it("is the base under a scenario that changes nothing, and under one that multiplies by 1", () => {
    assert(
      property(somePlan, (plan) => {
        const once = { changes: [{ lineId: null, field: "gross" as const, change: { times: "1" } }] };
        for (const scenario of [{ changes: [] }, once]) {
          expect(caseLines(plan, scenario)).toEqual(caseLines(plan));
          expect(applyScenario(plan, scenario).effects).toEqual([]);
        }
      }),
      runs,
    );
  });

  it("has flows that add up along both sides, and the same in months, quarters and years", () => {
    assert(
      property(somePlan, constantFrom("credited" as const, "adjusted" as const), (plan, amounts) => {
        const lines = caseLines(plan);
        const tables = (["month", "quarter", "year"] as const).map((step) =>
          cashFlowTable(plan, lines, { step, amounts }),
        );
        for (const { rows, columns } of tables) {
          for (const row of rows.filter(({ kind }) => kind !== "cumulative"))
            expect(compareDecimals(sumDecimals(row.amounts.map(String)), String(row.total))).toBe(0);
          columns.forEach((_, place) => {
            const at = (kind: string) =>
              sumDecimals(rows.filter((row) => row.kind === kind).map((row) => String(row.amounts[place])));
            expect([at("benefit"), at("cost")]).toEqual([at("benefits"), at("costs")]);
            expect(subtractDecimals(at("benefits"), at("costs"))).toBe(at("net"));
          });
          expect(rows.map(({ total }) => total)).toEqual(tables[0]?.rows.map(({ total }) => total));
        }
        const exact = sumDecimals(
          lines.filter(({ kind }) => kind === "cost").map((one) => String(lineTotal(one[amounts]))),
        );
        const costs = tables[0]?.rows.find(({ kind }) => kind === "costs")?.total;
        expect(costs).toBe(moneyToDecimal(roundToMinor(exact, plan.currency)));
        expect(costs?.split(".")[1]?.length ?? 0).toBe(currencyExponent(plan.currency));
      }),
      runs,
    );
  });

  it("is worth no more after the risk of its lines", () => {
    assert(
      property(somePlan, (plan) => {
        expect(netPresentValue(plan, "all", "adjusted")).toBeLessThanOrEqual(
          netPresentValue(plan, "all") + 1e-9,
        );
      }),
      runs,
    );
  });

  it("is worth no less with capacity, and no less again with losses avoided", () => {
    assert(
      property(somePlan, (plan) => {
        const [cash, capacity, all] = (["cash", "cash-plus-capacity", "all"] as const).map((basis) =>
          netPresentValue(plan, basis),
        ) as [number, number, number];
        expect(capacity).toBeGreaterThanOrEqual(cash - 1e-9);
        expect(all).toBeGreaterThanOrEqual(capacity - 1e-9);
      }),
      runs,
    );
  });

  it("has exactly one outcome where every line is certain", () => {
    assert(
      property(somePlan, nat(), (plan, seed) => {
        const simulation = caseSimulation(plan, { seed, runs: 3, basis: "all" });
        if (simulation.kind === "no-simulation") throw new Error(simulation.reason);
        const { p10, p90 } = simulation.netPresentValue;
        const base = Number(simulation.baseNetPresentValue);
        expect([p10, p90]).toEqual([
          expect.closeTo(base, Math.abs(base) < 1e5 ? 5 : 3),
          expect.closeTo(base, Math.abs(base) < 1e5 ? 5 : 3),
        ]);
      }),
      { numRuns: 15 },
    );
  });

  it("answers in numbers, whatever the size, the sign and the timing", () => {
    const size = constantFrom(
      "0",
      "-700",
      "0.000000000000000001",
      "123456789012345678901234.56",
      "1e",
      "33.333",
    );
    const timings = constantFrom("t0_then_end" as const, "mid_period" as const, "excel_npv" as const);
    const rates = constantFrom("-0.999999", "-0.5", "0", "4.9");
    const spend = constantFrom("0", "0.01", "98765432109876543210");
    assert(
      property(size, size, spend, timings, rates, (early, late, cost, timing, annual) => {
        const made = planOf({
          timing,
          benefits: [
            moneyBenefit("early", early, { estimate: { kind: "pert", low: "-2", mode: "1", high: "3" } }),
            moneyBenefit("late", late, { run: { kind: "one-off", column: 3 } }),
          ],
          costs: [
            plannedCost("tool", cost, { estimate: { kind: "triangular", low: "0", mode: "1", high: "9" } }),
          ],
        });
        const plan = { ...made, discountRate: { ...made.discountRate, annual } };
        const isWrong = planProblems(plan).some(({ severity }) => severity === "wrong");
        const answers = isWrong ? [] : [evaluateCase(plan), caseSimulation(plan, { seed: 1, runs: 50 })];
        expect(answers.length === 2).toBe(![early, late].includes("1e"));
        expect(answers.flatMap(numbersIn).every(Number.isFinite)).toBe(true);
        expect(JSON.stringify(answers)).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 40 },
    );
  });

  it("differs from another exactly when its digest's text does", () => {
    assert(
      property(somePlan, somePlan, boolean(), (one, other, same) => {
        const second = same ? { ...one, benefits: one.benefits.toReversed() } : other;
        const isSame = casePlanDigestText(one) === casePlanDigestText(second);
        expect(caseDifferences(one, second).length === 0).toBe(isSame);
        expect(isSame || !same).toBe(true);
      }),
      runs,
    );
  });

  it("is not wrong, and every wrong share in it is found", () => {
    assert(
      property(somePlan, constantFrom("1.001", "-0.1", "60%", ""), (plan, bad) => {
        const isWrong = (given: CasePlan) => planProblems(given).some(({ severity }) => severity === "wrong");
        expect(isWrong(plan)).toBe(false);
        const [first, ...others] = plan.benefits;
        if (first === undefined) throw new Error("there is a benefit");
        const value = { ...first.value, confidence: [{ from: 0, value: bad }] };
        expect(isWrong({ ...plan, benefits: [{ ...first, value }, ...others] })).toBe(true);
        expect(planLines(plan).flatMap((one) => linePaths(one)).length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});
