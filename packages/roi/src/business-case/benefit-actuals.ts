import { daysBetween } from "@liftledger/kpis/iso-date";
import { daysByMonth, daysInPeriod, firstDay, lastDay } from "@liftledger/kpis/period";
import {
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
  sumDecimals,
} from "@liftledger/numerics/decimal";
import { findPublished } from "../benchmark-library/benchmark-library.ts";
import type { CompleteFactors } from "../benefit-value.ts";
import type { BenefitResult } from "../evaluate-benefit.ts";
import { adoptionBetween, type AdoptionWeek } from "../governance/adoption.ts";
import { valuedStretches, type ValuedStretch } from "../factor-stretches.ts";
import { capacityShare, countedShares } from "../realisation.ts";
import type { BenefitActual } from "./case-actuals.ts";
import type { PlannedBenefitLine } from "./case-plan.ts";
import type { CaseBasis } from "./case-totals.ts";

/**
 * In which words a line plans its lift. `per-unit`: as the KPI has it, so much of the numerator for one of its
 * denominator (0.006 opportunities a lead). `relative`: as a share of what the numerator would have been (40% of the
 * hours), which is how published changes are stated. `amount`: neither; only the money is held against the plan.
 */
export type LiftTerms = "per-unit" | "relative" | "amount";

/**
 * The terms of a line as it says them. Where it does not: relative where its lift rests on a published relative change,
 * as a template's does, else as the KPI has it; of a line planned in money, only the amount.
 */
export function liftTermsOf({ value, assumptions }: LineTerms): LiftTerms {
  if (value.kind === "money") return "amount";
  if (value.liftTerms !== undefined) return value.liftTerms;
  const own = assumptions.find(({ field }) => field === "lift");
  const key = (own ?? assumptions.find(({ field }) => field === "line"))?.benchmarkKey ?? null;
  return key !== null && findPublished(key)?.quantity === "relative-change" ? "relative" : "per-unit";
}

/** What of a line says its terms. */
type LineTerms = Pick<PlannedBenefitLine, "value"> & {
  assumptions: readonly Pick<PlannedBenefitLine["assumptions"][number], "field" | "benchmarkKey">[];
};

/** The months of a benefit that are known, and why others are not. */
export interface KnownBenefit {
  actuals: readonly BenefitActual[];
  /** Why nothing is known of it at all; null where something is. */
  reason: string | null;
}

/**
 * What a measured benefit came to in each of some months, to be held against the line that plans it. A month is known
 * once every period in it, from the start of the claim on, has been logged and is mature; weeks are split over months by
 * days. Before the claim began and after it ended the benefit is known not to have run. A month of which a part is
 * missing is left out. Money is realised as the basis counts it, in the currency of the benefit, exact for months and to
 * 34 digits where weeks are split. Where adoption is logged for every day of a month that is claimed, the lift is told of
 * those who used it, and adoption beside it: their product is the lift that was measured.
 *
 * @example benefitActuals(evaluateBenefit(input, until), { lineId: "leads", months: ["2026-01"], basis: "cash", terms: "per-unit" })
 */
export function benefitActuals(
  result: BenefitResult,
  asked: {
    lineId: string;
    months: readonly string[];
    basis: CaseBasis;
    terms: LiftTerms;
    adoption?: readonly AdoptionWeek[] | undefined;
  },
): KnownBenefit {
  const { measure, value, stretches } = result;
  const unknown = (reason: string) => ({ actuals: idleMonths(result, asked), reason });
  if (value.kind === "no-money") return unknown(value.reason);
  const valued = valuedStretches(stretches, result.mature.length);
  if (value.kind === "not-valued" || valued === null) {
    const missing = value.kind === "not-valued" ? value.missing.join(", ") : "what it is worth";
    return unknown(`Not valued yet, missing ${missing}.`);
  }
  if (measure.kind === "unmeasured") return unknown(measure.reason);
  const outOfRange = measure.outOfRange(result.mature.length);
  if (outOfRange !== null) return unknown(outOfRange);
  const parts = monthlyParts(result, valued);
  const actuals = asked.months.flatMap((month): BenefitActual[] => {
    const about = { lineId: asked.lineId, month };
    const claimed = claimedDays(result, month);
    if (claimed === null) return [{ ...about, kind: "not-running" }];
    const own = parts.filter((part) => part.month === month);
    const known = own.reduce((days, part) => days + part.days, 0);
    if (known < daysBetween(claimed.from, claimed.to) + 1) return [];
    const adoption =
      asked.adoption === undefined ? null : adoptionBetween(asked.adoption, claimed.from, claimed.to);
    const of = { own, terms: asked.terms, basis: asked.basis, adoption };
    return [{ ...about, ...actualOf(result, of) }];
  });
  return { actuals, reason: null };
}

/** The part of one period that lies in one month: exact amounts times days over the period's length. */
export interface MonthlyPart {
  /** Which of the mature periods. */
  place: number;
  month: string;
  days: number;
  length: number;
  units: string;
  numerator: string;
  denominator: string;
  /** Units at their worth, with the certain money beside them. */
  money: string;
  /** What counts in the period. */
  factors: CompleteFactors;
}

/** All mature periods by month: weeks that cross a month's end stand in both. */
export function monthlyParts(
  { measure, mature }: BenefitResult,
  stretches: readonly ValuedStretch[],
): readonly MonthlyPart[] {
  if (measure.kind === "unmeasured") return [];
  const { beside } = measure;
  return mature.flatMap(({ period, numerator, denominator }, place) => {
    const units = subtractDecimals(measure.gainOver(place + 1), measure.gainOver(place));
    const extra = beside === null ? "0" : subtractDecimals(beside.over(place + 1), beside.over(place));
    const own = stretches.find(({ first, end }) => first <= place && place < end);
    if (own === undefined) return [];
    const { factors } = own.value;
    const money = sumDecimals([multiplyDecimals(units, factors.unitValue), extra]);
    const length = daysInPeriod(period);
    return daysByMonth(period).map(({ month, days }) => ({
      place,
      month,
      days,
      length,
      units,
      numerator,
      denominator,
      money,
      factors,
    }));
  });
}

/** The days of a month in which the benefit is claimed, from the first day of the claim to its last; null for none. */
function claimedDays(
  { input: { claimFrom, claimUntil } }: BenefitResult,
  month: string,
): { from: string; to: string } | null {
  const [first, last] = [firstDay(month), lastDay(month)];
  const from = firstDay(claimFrom) > first ? firstDay(claimFrom) : first;
  const to = claimUntil !== undefined && lastDay(claimUntil) < last ? lastDay(claimUntil) : last;
  return from > to ? null : { from, to };
}

function idleMonths(
  result: BenefitResult,
  { lineId, months }: { lineId: string; months: readonly string[] },
): readonly BenefitActual[] {
  return months
    .filter((month) => claimedDays(result, month) === null)
    .map((month) => ({ lineId, month, kind: "not-running" }));
}

/** The part of a benefit that counts as realised on a basis. */
export function realisedShare(
  input: BenefitResult["input"],
  { realisation }: CompleteFactors,
  basis: CaseBasis,
): string {
  const facts = input.realisation ?? {};
  const counted = countedShares(realisation, facts);
  if (basis === "cash") return counted.cashed;
  return sumDecimals([counted.cashed, capacityShare(counted, facts)]);
}

type ActualOf =
  | { kind: "amount"; amount: string }
  | Omit<Extract<BenefitActual, { kind: "measured" }>, "lineId" | "month">;

function actualOf(
  { input }: BenefitResult,
  asked: {
    own: readonly MonthlyPart[];
    terms: LiftTerms;
    basis: CaseBasis;
    adoption: string | null;
  },
): ActualOf {
  const { own, terms, basis, adoption } = asked;
  const [first] = own;
  const sum = (of: (part: MonthlyPart) => string) => overDays(own, of);
  const units = sum((part) => part.units);
  const higher = input.kpi.direction === "higher";
  const expected = (part: MonthlyPart) =>
    higher ? subtractDecimals(part.numerator, part.units) : sumDecimals([part.numerator, part.units]);
  const volume = sum(terms === "relative" ? expected : (part) => part.denominator);
  // Units that were measured otherwise than by the KPI's own ratio have no volume of it.
  const isOwn = input.measurement === undefined;
  const realised = ({ factors }: MonthlyPart) => realisedShare(input, factors, basis);
  // Where other factors count from a week within the month on, no one worth and share is the month's.
  const isOne = own.every(({ factors }) => factors === first?.factors);
  if (first === undefined || terms === "amount" || !isOne || !isOwn || compareDecimals(volume, "0") <= 0) {
    const ours = (part: MonthlyPart) =>
      [part.factors.attribution, part.factors.confidence, realised(part)].reduce(
        multiplyDecimals,
        part.money,
      );
    return { kind: "amount", amount: sum(ours) };
  }
  const { attribution, confidence, unitValue } = first.factors;
  return {
    kind: "measured",
    volume,
    lift: divideDecimals(units, adoption === null ? volume : multiplyDecimals(volume, adoption)),
    adoption,
    unitValue,
    attribution,
    confidence,
    realisation: realised(first),
    exchangeRate: null,
  };
}

/** The sum of parts of periods by days: whole periods exactly, weeks that cross a month's end by sevenths. */
function overDays(parts: readonly MonthlyPart[], of: (part: MonthlyPart) => string): string {
  const whole = parts.filter(({ days, length }) => days === length).map(of);
  const cut = parts.filter(({ days, length }) => days < length);
  const [first] = cut;
  if (first === undefined) return sumDecimals(whole);
  // Only weeks are cut: all have seven days.
  const sevenths = sumDecimals(cut.map((part) => multiplyDecimals(of(part), String(part.days))));
  return sumDecimals([...whole, divideDecimals(sevenths, String(first.length))]);
}
