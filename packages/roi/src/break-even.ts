import { numberToDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import { firstDay, lastDay, listPeriods } from "@liftledger/kpis/period";
import { formatKpiDifference, formatKpiValue } from "@liftledger/kpis/unit";
import { daysBetween, monthOf } from "@liftledger/kpis/iso-date";
import { withinSentence } from "@liftledger/kpis/within-sentence";
import type { BenefitResult } from "./evaluate-benefit.ts";
import type { Explanation } from "./explanation.ts";
import type { CountedUnit } from "./incremental-units.ts";
import { perPeriod } from "./per-period.ts";
import { percentText } from "./percent-text.ts";
import { valuedStretches, withinStretch, type ValuedStretch } from "./factor-stretches.ts";
import { besideUnits, moneyPerUnit } from "./realised-value.ts";
import { valuedOn } from "./standing.ts";

/** A piece of the line; where it is a number, the figure that it is. */
export interface BreakEvenPart {
  text: string;
  figure: BreakEvenFigureKey | null;
}

export type BreakEvenFigureKey = "break-even-lift" | "break-even-unit-value" | "break-even-cost" | "cost";

/** What it would take to break even to date: one driver moved at a time, the others as they are. */
export interface BreakEven {
  sentence: string;
  /** The same sentence in pieces, so that each number in it can be opened. */
  parts: BreakEvenPart[];
  /** The lift per denominator unit that would just pay, and the lift now; in the KPI's own unit, a gain positive. */
  liftNeeded: { value: number; now: number; display: string } | null;
  unitValueNeeded: string | null;
  monthlyCostAffordable: { amount: string; currency: string } | null;
}

export interface BreakEvenQuestion {
  /** Benefits that may carry money. */
  benefits: readonly BenefitResult[];
  cost: string;
  /** How the cost came about, for the explanations. */
  costTree?: Explanation;
  currency: string;
  places: number;
  /** First day that costs or benefits count from, and the valuation date. */
  from: string;
  until: string;
}

/** What a break-even starts from: the benefit that is moved, what all bring, and what it has to bring itself. */
export interface BreakEvenFacts {
  main: Valued;
  /** Cashed value of all benefits. */
  total: number;
  /** What the units of the main benefit have to bring: the cost less what comes without them. */
  target: number;
  /** Calendar months that the cost is spread over. */
  months: number;
}

/** A valued benefit: its incremental units, the volume they came from, and what has been cashed of each. */
export interface Valued {
  benefit: BenefitResult;
  units: number;
  volume: number | null;
  /** The periods in which one set of factors counts; one as a rule. */
  stretches: readonly ValuedPart[];
  /** Certain money beside the units. */
  beside: number;
}

/** The part of a valued benefit that one set of factors counts for. */
export interface ValuedPart {
  stretch: ValuedStretch;
  units: number;
  volume: number | null;
  perUnit: number;
}

const locale = "en-GB";

/**
 * The line finance and growth both want: how much lift, how much worth per unit or how little cost a month would
 * just break even. With several benefits the largest is moved and the others stay. Null where nothing is
 * valued, nothing was spent, or nothing of the value has turned into money.
 */
export function breakEven(question: BreakEvenQuestion): BreakEven | null {
  const facts = breakEvenFacts(question);
  if (facts === null) return null;
  const { main, total, target, months } = facts;
  const { currency, places } = question;
  const liftNeeded = liftToPay(main, target);
  const unitValue = unitValueToPay(main, target, places);
  const affordable = total > 0 ? roundHalfEven(numberToDecimal(total / months, 15), places) : null;
  const pays = total >= Number(question.cost);
  const parts = partsOf({ main, target, liftNeeded, unitValue, affordable, currency, pays });
  return {
    sentence: parts.map(({ text }) => text).join(""),
    parts,
    liftNeeded,
    unitValueNeeded: unitValue,
    monthlyCostAffordable: affordable === null ? null : { amount: affordable, currency },
  };
}

/** What the break-even of an initiative starts from; null where there is none. */
export function breakEvenFacts({ benefits, cost, from, until }: BreakEvenQuestion): BreakEvenFacts | null {
  const valued = (valuedOn(benefits, until) ?? []).map(({ benefit, periods }) =>
    valuedBenefit(benefit, periods),
  );
  const main = valued.toSorted((a, b) => Math.abs(valueOf(b)) - Math.abs(valueOf(a)))[0];
  if (main === undefined || Number(cost) <= 0) return null;
  if (main.stretches.every(({ perUnit }) => perUnit <= 0) || main.volume === 0) return null;
  const total = valued.reduce((sum, part) => sum + valueOf(part), 0);
  const target = Number(cost) - (total - ofUnits(main));
  return { main, total, target, months: monthsOf(from, until) };
}

function valuedBenefit(benefit: BenefitResult, periods: number): Valued {
  const { measure } = benefit;
  const measured = measure.kind === "measured" ? measure : null;
  const volumeOf = (over: number) => (measured === null ? 0 : measured.volumeOver(over));
  const valued = valuedStretches(benefit.stretches, periods) ?? [];
  return {
    benefit,
    units: measured === null ? 0 : Number(measured.gainOver(periods)),
    volume: volumeOf(periods),
    stretches: valued.map((stretch) => {
      const [upTo, before] = [volumeOf(stretch.end), stretch.first === 0 ? 0 : volumeOf(stretch.first)];
      return {
        stretch,
        units: measured === null ? 0 : Number(withinStretch(measured.gainOver, stretch)),
        volume: upTo === null || before === null ? null : upTo - before,
        perUnit: moneyPerUnit(benefit, stretch, "cashed"),
      };
    }),
    beside: valued.reduce((sum, stretch) => sum + besideUnits(benefit, stretch, "cashed"), 0),
  };
}

function valueOf(valued: Valued): number {
  return ofUnits(valued) + valued.beside;
}

/** The money that the units brought. */
export function ofUnits({ stretches }: Pick<Valued, "stretches">): number {
  return stretches.reduce((sum, { units, perUnit }) => sum + units * perUnit, 0);
}

/**
 * The lift that would just pay, the same in every period; none where outcomes are compared with outcomes, which is no
 * ratio of the KPI.
 */
function liftToPay({ benefit, units, volume, stretches }: Valued, target: number): BreakEven["liftNeeded"] {
  if (volume === null) return null;
  const brings = stretches.reduce((sum, part) => sum + part.perUnit * (part.volume ?? 0), 0);
  if (!(brings > 0)) return null;
  return { value: target / brings, now: units / volume, display: benefit.input.kpi.display };
}

/** Calendar months, as costs accrue: a whole month is 1 however long, a part of one counts by its days. */
export function monthsOf(from: string, until: string): number {
  return listPeriods(monthOf(from), monthOf(until)).reduce((sum, month) => {
    const [first, last] = [firstDay(month), lastDay(month)];
    const begin = from > first ? from : first;
    const end = until < last ? until : last;
    return sum + (daysBetween(begin, end) + 1) / (daysBetween(first, last) + 1);
  }, 0);
}

/**
 * The worth of one unit that would just pay, the same in every period; none for spend, whose worth is locked, or where
 * there is no gain.
 */
function unitValueToPay(valued: Valued, target: number, places: number): string | null {
  const { measure } = countedUnit(valued.benefit);
  const now = ofUnits(valued);
  const [only] = valued.stretches;
  if (only === undefined || now <= 0 || target <= 0 || measure === "spend") return null;
  const needed =
    valued.stretches.length === 1
      ? (Number(only.stretch.value.factors.unitValue) * target) / now
      : target / unitsAtOne(valued);
  if (!(needed > 0 && Number.isFinite(needed))) return null;
  // Revenue is worth a margin, which cannot be more than all of it.
  if (measure === "revenue") return needed > 1 ? null : roundHalfEven(numberToDecimal(needed, 15), 4);
  return roundHalfEven(numberToDecimal(needed, 15), places);
}

/** What the units would bring were each worth 1: the part of them that is ours, sure and cashed. */
function unitsAtOne({ benefit, stretches }: Valued): number {
  return stretches.reduce((sum, { stretch, units }) => {
    const one = { ...stretch.value, factors: { ...stretch.value.factors, unitValue: "1" } };
    return sum + units * moneyPerUnit(benefit, { ...stretch, value: one }, "cashed");
  }, 0);
}

interface Ways {
  main: Valued;
  target: number;
  liftNeeded: BreakEven["liftNeeded"];
  unitValue: string | null;
  affordable: string | null;
  currency: string;
  pays: boolean;
}

function partsOf({ main, target, liftNeeded, unitValue, affordable, currency, pays }: Ways): BreakEvenPart[] {
  const { kpi } = main.benefit.input;
  const counted = countedUnit(main.benefit);
  const money = (amount: string) => formatKpiValue(Number(amount), "money", { locale, currency });
  const ways: BreakEvenPart[][] = [
    ...(liftNeeded === null || (pays && target <= 0) ? [] : [liftParts(main.benefit, liftNeeded, currency)]),
    ...(unitValue === null
      ? []
      : [
          counted.measure === "revenue"
            ? [plain("a margin of "), number("break-even-unit-value", percentText(Number(unitValue), []))]
            : [number("break-even-unit-value", money(unitValue)), plain(` per ${counted.unit}`)],
        ]),
    ...(affordable === null
      ? []
      : [[plain("a cost of "), number("break-even-cost", money(affordable)), plain(" a month")]]),
  ];
  if (!pays) return [plain("To break even this needs "), ...joined(ways, ", or "), plain(".")];
  const others = `the other benefits cover the cost without ${withinSentence(kpi.name)}`;
  if (ways.length === 0) return [plain(`So far it has brought more than it cost: ${others}.`)];
  return [
    plain("So far it has brought at least what it cost; it would still break even with "),
    ...joined(ways, ", or with "),
    plain(target <= 0 ? `: ${others}.` : "."),
  ];
}

const plain = (text: string): BreakEvenPart => ({ text, figure: null });
const number = (figure: BreakEvenFigureKey, text: string): BreakEvenPart => ({ text, figure });

function joined(ways: readonly BreakEvenPart[][], between: string): BreakEvenPart[] {
  return ways.flatMap((way, place) => (place === 0 ? way : [plain(between), ...way]));
}

function countedUnit({ measure, input }: BenefitResult): CountedUnit {
  return measure.kind === "measured" ? measure.counted : input.kpi.numerator;
}

/** "conversion rate 2.08 points above what was expected without AI (now 0.6 points)". */
function liftParts(
  { input: { kpi, periodType } }: BenefitResult,
  { value, now }: { value: number; now: number },
  currency: string,
): BreakEvenPart[] {
  const shown = (amount: number) =>
    formatKpiDifference(Math.abs(amount), kpi.display, { locale, currency }).replace("+", "");
  const each = perPeriod(kpi, periodType);
  const side = value >= 0 === (kpi.direction === "higher") ? "above" : "below";
  const present = `${shown(now)}${now < 0 ? " on the wrong side" : ""}`;
  return [
    plain(`${withinSentence(kpi.name)} ${value < 0 ? "no more than " : ""}`),
    number("break-even-lift", `${shown(value)}${each}`),
    plain(` ${side} what was expected without AI (now ${present})`),
  ];
}
