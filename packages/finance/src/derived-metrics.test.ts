import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allocate } from "./allocate.ts";
import { convertLines, type BaseRate, type DatedAmount } from "./converted-total.ts";
import { dailyRate, monthlyRate, monthlyRateOfQuotedRate, realRate } from "./discount-rate.ts";
import { plannedBenefit } from "./planned-benefit.ts";
import { productBridge, shapleyEffects } from "./product-bridge.ts";
import { expectWithin } from "./testing/expect-within.ts";
import { createPert, createTriangular, type ThreePoint } from "./three-point.ts";

type Group = { readonly kind: string; readonly vectors: readonly unknown[] };

const path = join(import.meta.dirname, "../../../../shared/reference/finance/derived_metrics.json");
const groups = existsSync(path)
  ? (JSON.parse(readFileSync(path, "utf8")) as { readonly groups: readonly Group[] }).groups
  : [];

/** Exact figures are printed to 16 digits; quantiles are doubles. */
const tolerance = { abs: 1e-30, rel: 1e-13 };

function vectorsOf<Vector>(kind: string): readonly Vector[] {
  return groups.filter((group) => group.kind === kind).flatMap(({ vectors }) => vectors as Vector[]);
}

type Haircut = Record<
  "gross" | "adoption" | "attribution" | "confidence" | "realisation" | "overlap" | "expected",
  string
>;
type Spread = Record<"mean" | "variance" | "p10" | "p50" | "p90", string>;
type Distribution = ThreePoint & {
  readonly triangular: Spread;
  readonly pert: Spread & { readonly lambda_: string; readonly alpha: string; readonly beta: string };
};
type Exchange = {
  readonly base: string;
  readonly lines: readonly DatedAmount[];
  readonly rates: readonly BaseRate[];
  readonly expected: {
    readonly converted: readonly (string | null)[];
    readonly total: string | null;
    readonly missing: readonly number[];
  };
};
type Allocation = {
  readonly totalMinor: string;
  readonly weights: readonly string[];
  readonly expected: readonly string[];
};
type Bridge = {
  readonly plan: Record<string, string>;
  readonly actual: Record<string, string>;
  readonly expected: {
    readonly plan: string;
    readonly actual: string;
    readonly total: string;
    readonly sequential: readonly { readonly driver: string; readonly effect: string }[];
    readonly shapley: Record<string, string>;
  };
};
type Rate = {
  readonly annual: string;
  readonly expected: Record<
    "monthlyEffective" | "dailyAct365" | "monthlyNominalDiv12" | "realFromNominal_inflation3pct",
    string
  >;
};

describe("vectors of ../shared/reference/finance/derived_metrics.json, skipped where it is absent", () => {
  it.skipIf(groups.length === 0)("are there", () => {
    expect(groups.length).toBeGreaterThan(5);
  });
  it.each(vectorsOf<Haircut>("haircut"))("haircut of $gross", ({ expected, ...factors }) => {
    const benefit = plannedBenefit(factors);
    expectWithin(benefit.kind === "value" ? benefit.amount : Number.NaN, expected, tolerance);
  });
  it.each(vectorsOf<Distribution>("distributions"))("estimate $min, $mode, $max", (vector) => {
    const { lambda_: lambda } = vector.pert;
    const pert = createPert(vector, Number(lambda));
    for (const [spread, expected] of [
      [pert, vector.pert],
      [createTriangular(vector), vector.triangular],
    ] as const) {
      expectWithin(spread.mean, expected.mean, tolerance);
      expectWithin(spread.variance, expected.variance, tolerance);
      expectWithin(spread.quantile(0.1), expected.p10, tolerance);
      expectWithin(spread.quantile(0.5), expected.p50, tolerance);
      expectWithin(spread.quantile(0.9), expected.p90, tolerance);
    }
    expectWithin(pert.shape?.alpha ?? Number.NaN, vector.pert.alpha, tolerance);
    expectWithin(pert.shape?.beta ?? Number.NaN, vector.pert.beta, tolerance);
  });
  it.each(vectorsOf<Exchange>("fx"))("exchange into $base, total $expected.total", (vector) => {
    const { converted, total, missing } = convertLines(vector);
    expect(missing).toEqual(vector.expected.missing);
    expect(converted.map((amount) => amount && Number(amount))).toEqual(
      vector.expected.converted.map((amount) => amount && Number(amount)),
    );
    expect(total && Number(total)).toBe(vector.expected.total && Number(vector.expected.total));
  });
  it.each(vectorsOf<Allocation>("allocation"))("allocation of $totalMinor by $weights", (vector) => {
    expect(allocate(BigInt(vector.totalMinor), vector.weights).map(String)).toEqual(vector.expected);
  });
  it.each(vectorsOf<Bridge>("variance-bridge"))(
    "bridge from $expected.plan to $expected.actual",
    (vector) => {
      const { plan, actual, total, sequential } = productBridge(vector);
      expect([plan, actual, total].map(Number)).toEqual(
        [vector.expected.plan, vector.expected.actual, vector.expected.total].map(Number),
      );
      expect(sequential.map(({ driver, effect }) => [driver, Number(effect)])).toEqual(
        vector.expected.sequential.map(({ driver, effect }) => [driver, Number(effect)]),
      );
      const shapley = shapleyEffects(vector);
      expect(Object.keys(shapley)).toEqual(Object.keys(vector.expected.shapley));
      for (const [driver, effect] of Object.entries(vector.expected.shapley)) {
        expectWithin(shapley[driver] ?? Number.NaN, effect, tolerance);
      }
    },
  );
  it.each(vectorsOf<Rate>("rate-conversion"))("rates of $annual a year", ({ annual, expected }) => {
    expectWithin(monthlyRate(annual), expected.monthlyEffective, tolerance);
    expectWithin(dailyRate(annual), expected.dailyAct365, tolerance);
    expectWithin(monthlyRateOfQuotedRate(annual), expected.monthlyNominalDiv12, tolerance);
    expectWithin(realRate(annual, "0.03"), expected.realFromNominal_inflation3pct, tolerance);
  });
});
