import type { CostCategory } from "@liftledger/finance/cost-category";
import { moneyToDecimal } from "@liftledger/finance/money";
import { divideDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type { CaseActuals } from "./case-actuals.ts";
import { caseBars, partsInMoney, type CaseBridgeBar } from "./case-bridge.ts";
import { caseLines } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { countsIn, type CaseBasis } from "./case-totals.ts";
import { comparedSides, type ComparedSide } from "./compared-sides.ts";
import { planCalendar, type PlanCalendar } from "./plan-to-date.ts";

/** What came so far with what the plan holds for the periods to come, marked apart: nothing stands for missing ones. */
export interface CaseForecast {
  actual: string;
  remainingPlan: string;
  total: string;
  isWithoutMissing: boolean;
}

/** One line, or the cost lines of one category, held against what came. To the minor unit; costs are below 0. */
export interface VarianceRow {
  kind: "benefit" | "cost";
  name: string;
  /** None of what the case does not plan. */
  lineIds: readonly string[];
  /** Of costs; and the benefit that the case does not hold. */
  category: CostCategory | null;
  benefitId: string | null;
  /** Who answers for the difference. */
  ownerIds: readonly string[];
  /** Over the periods that both sides have. */
  plan: string;
  actual: string;
  /** Actual less plan: below 0 is bad, of a cost too. */
  variance: string;
  /** Elapsed periods in which something was planned and nothing is known. */
  missing: readonly string[];
  forecast: CaseForecast;
}

/** How much of the elapsed plan has an actual beside it. */
export interface PlanCoverage {
  /** From 0 to 1, by what was planned; null where nothing was. */
  share: number | null;
  missing: readonly string[];
}

export type CaseAgainstActual =
  | { kind: "no-comparison"; reason: string }
  | {
      kind: "comparison";
      currency: string;
      /** The periods that have ended: "Start", then months. */
      elapsed: readonly string[];
      rows: readonly VarianceRow[];
      /** Net of all rows; plan and bars add up to the actual to the minor unit. */
      toDate: { plan: string; actual: string; bars: readonly CaseBridgeBar[] };
      byPeriod: readonly ComparedPeriod[];
      coverage: { costs: PlanCoverage; benefits: PlanCoverage };
      forecast: CaseForecast;
    };

/** Net of all that was planned for one period, and of all that is known of it: null where nothing is. */
export interface ComparedPeriod {
  period: string;
  plan: string;
  actual: string | null;
  /** Of which rows the actual is missing. */
  missing: readonly string[];
}

/**
 * A case held against what came of it, over the months that have ended: by line with its owner, by period, as a bridge
 * whose bars all have names, and as a forecast at completion. Only periods that both sides have are compared: a missing
 * actual is told and is never plan. Planned amounts are those before risk, with the estimates that were accepted when
 * the case was. On one basis, money unless told. Months of a case planned by year have a twelfth of it.
 *
 * Throws a RangeError on an actual of a line that the case does not have, and on what is no month, share or decimal.
 *
 * @example
 * caseAgainstActual(plan, { until: "2026-03-31", benefits, unplannedBenefits: [], costs })
 * // { kind: "comparison", toDate: { plan: "-8120.00", actual: "-11480.00", bars: [{ cause: "lift", … }] }, … }
 */
export function caseAgainstActual(
  plan: CasePlan,
  actuals: CaseActuals,
  basis: CaseBasis = "cash",
): CaseAgainstActual {
  const found = comparedCase(plan, actuals, basis);
  return found.kind === "compared" ? comparisonOf(plan.currency, found.calendar, found.sides) : found;
}

/** The periods and sides that a comparison is made of, exact. */
export type ComparedCase =
  | { kind: "no-comparison"; reason: string }
  | { kind: "compared"; calendar: PlanCalendar; sides: readonly ComparedSide[] };

/** What `caseAgainstActual` compares, before anything is rounded. */
export function comparedCase(plan: CasePlan, actuals: CaseActuals, basis: CaseBasis): ComparedCase {
  const lines = caseLines(plan, null, "credited").filter((line) => countsIn(basis, line));
  const [unvalued] = lines.flatMap(({ missing }) => (missing === null ? [] : [missing]));
  if (unvalued !== undefined) return { kind: "no-comparison", reason: unvalued.reason };
  const calendar = planCalendar(plan, actuals.until);
  if (calendar.elapsed.length === 0)
    return { kind: "no-comparison", reason: "Nothing of the plan is due yet." };
  const sides = comparedSides(plan, { lines, elapsed: calendar.elapsed }, actuals);
  return { kind: "compared", calendar, sides };
}

function comparisonOf(
  currency: string,
  calendar: PlanCalendar,
  sides: readonly ComparedSide[],
): CaseAgainstActual {
  const { elapsed, remaining } = calendar;
  const parts = (amountOf: (side: ComparedSide) => string[]) =>
    partsInMoney(
      sides.map((side) => sumDecimals(amountOf(side))),
      currency,
    );
  const plan = parts(({ compared, planOf }) => compared.map(planOf));
  const actual = parts(({ compared, actualOf }) => compared.map(actualOf));
  const rest = parts(({ planOf }) => remaining.map(planOf));
  const money = (amountMinor: bigint) => moneyToDecimal({ amountMinor, currency });
  const forecast = (actualMinor: bigint, restMinor: bigint, missing: readonly string[]): CaseForecast => ({
    actual: money(actualMinor),
    remainingPlan: money(restMinor),
    total: money(actualMinor + restMinor),
    isWithoutMissing: missing.length === 0,
  });
  const rows = sides.map(({ kind, name, lines, missing, category, benefitId }, place): VarianceRow => {
    const [planned = 0n, achieved = 0n, toCome = 0n] = [plan, actual, rest].map(
      ({ minor }) => minor[place] ?? 0n,
    );
    return {
      kind,
      name,
      category,
      benefitId,
      lineIds: lines.map(({ lineId }) => lineId),
      ownerIds: [...new Set(lines.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))],
      plan: money(planned),
      actual: money(achieved),
      variance: money(achieved - planned),
      missing,
      forecast: forecast(achieved, toCome, missing),
    };
  });
  const bars = sides.flatMap((side) => side.bars);
  return {
    kind: "comparison",
    currency,
    elapsed,
    rows,
    toDate: {
      plan: money(plan.total),
      actual: money(actual.total),
      bars: caseBars(bars, actual.total - plan.total, currency),
    },
    byPeriod: comparedPeriods(sides, elapsed, currency),
    coverage: { costs: coverageOf(sides, "cost", elapsed), benefits: coverageOf(sides, "benefit", elapsed) },
    forecast: forecast(
      actual.total,
      rest.total,
      sides.flatMap(({ missing }) => missing),
    ),
  };
}

/** Each period rounded so that they add up to what all of them come to: a column of months ends at its total. */
function comparedPeriods(
  sides: readonly ComparedSide[],
  elapsed: readonly string[],
  currency: string,
): ComparedPeriod[] {
  const inMoney = (amounts: readonly string[]) =>
    partsInMoney(amounts, currency).minor.map((amountMinor) => moneyToDecimal({ amountMinor, currency }));
  const knownIn = (period: string) => sides.filter(({ compared }) => compared.includes(period));
  const known = elapsed.filter((period) => knownIn(period).length > 0);
  const plans = inMoney(elapsed.map((period) => sumDecimals(sides.map(({ planOf }) => planOf(period)))));
  const came = inMoney(
    known.map((period) => sumDecimals(knownIn(period).map(({ actualOf }) => actualOf(period)))),
  );
  return elapsed.map((period, place) => ({
    period,
    plan: plans[place] ?? "0",
    actual: came[known.indexOf(period)] ?? null,
    missing: sides.filter(({ missing }) => missing.includes(period)).map(({ name }) => name),
  }));
}

function coverageOf(
  sides: readonly ComparedSide[],
  kind: ComparedSide["kind"],
  elapsed: readonly string[],
): PlanCoverage {
  const own = sides.filter((side) => side.kind === kind);
  // By size: a month planned below 0 is as much plan as one above.
  const size = (amount: string) => (amount.startsWith("-") ? amount.slice(1) : amount);
  const planned = (periodsOf: (side: ComparedSide) => readonly string[]) =>
    sumDecimals(own.flatMap((side) => periodsOf(side).map((period) => size(side.planOf(period)))));
  const due = planned(() => elapsed);
  const missing = new Set(own.flatMap((side) => side.missing));
  return {
    share:
      due === "0"
        ? null
        : Number(
            divideDecimals(
              planned(({ compared }) => compared),
              due,
            ),
          ),
    missing: elapsed.filter((period) => missing.has(period)),
  };
}
