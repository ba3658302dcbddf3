import { formatMoney, moneyFromDecimal } from "@liftledger/finance/money";
import { numberToDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import { isTotal } from "@liftledger/kpis/kpi";
import { formatKpiDifference } from "@liftledger/kpis/unit";
import { daysBetween } from "@liftledger/kpis/iso-date";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { isValued } from "./to-date.ts";

/** What it would take to break even to date: one driver moved at a time, the others as they are. */
export interface BreakEven {
  sentence: string;
  /** The lift per denominator unit that would just pay, and the lift now; in the KPI's own unit, a gain positive. */
  liftNeeded: { value: number; now: number; display: string } | null;
  unitValueNeeded: string | null;
  monthlyCostAffordable: { amount: string; currency: string } | null;
}

interface BreakEvenQuestion {
  benefits: readonly BenefitResult[];
  /** Realised value of each benefit, in the order of `benefits`; null where not valued. */
  values: readonly (string | null)[];
  cost: string;
  currency: string;
  places: number;
  /** First day that costs or benefits count from, and the valuation date. */
  from: string;
  until: string;
}

const averageMonth = 365.25 / 12;
const locale = "en-GB";

/**
 * The line finance and growth both want: how much lift, how much worth per unit or how little cost a month would
 * just break even. With several benefits the largest is moved and the others stay. Null where nothing is
 * valued, nothing was spent, or nothing of the value has turned into money.
 */
export function breakEven(question: BreakEvenQuestion): BreakEven | null {
  const { benefits, values, cost, currency, from, until } = question;
  const valued = benefits.flatMap((benefit, place) => {
    const value = values[place];
    return value === null || value === undefined || !isValued(benefit)
      ? []
      : [{ benefit, value: Number(value) }];
  });
  const main = valued.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  if (main === undefined || Number(cost) <= 0) return null;
  const total = valued.reduce((sum, { value }) => sum + value, 0);
  const target = Number(cost) - (total - main.value);
  const months = Math.max(1, (daysBetween(from, until) + 1) / averageMonth);
  const lift = liftToPay(main.benefit, target, currency);
  const unitValue = unitValueToPay(main.benefit, main.value, target, question.places);
  const affordable = total > 0 ? roundHalfEven(numberToDecimal(total / months, 15), question.places) : null;
  if (lift === null) return null;
  return {
    sentence: sentenceOf(question, main.benefit, lift.text, unitValue, affordable, total >= Number(cost)),
    liftNeeded: lift.needed,
    unitValueNeeded: unitValue,
    monthlyCostAffordable: affordable === null ? null : { amount: affordable, currency },
  };
}

function liftToPay({ input, value, mature, lift }: BenefitResult, target: number, currency: string) {
  if (value.kind !== "complete" || lift === null || lift.kind === "no-baseline") return null;
  const { unitValue, attribution, confidence, realisation } = value.factors;
  const perUnit = Number(unitValue) * Number(attribution) * Number(confidence) * Number(realisation.cashed);
  const volume = mature.reduce((sum, snapshot) => sum + Number(snapshot.denominator), 0);
  if (perUnit <= 0 || volume <= 0) return null;
  const { kpi } = input;
  const needed = target / (perUnit * volume);
  const now = lift.incrementalUnits / volume;
  const better = kpi.direction === "higher" ? "more" : "less";
  const per = isTotal(kpi) ? ` per ${input.periodType}` : "";
  const shown = (amount: number) =>
    formatKpiDifference(amount, kpi.display, { locale, currency }).replace("+", "");
  return {
    needed: { value: needed, now, display: kpi.display },
    text: `${shown(needed)} ${better} ${lowerFirst(kpi.name)}${per} (now ${shown(now)})`,
  };
}

/** The worth of one unit that would just pay; none for spend, whose worth is locked, or where there is no gain. */
function unitValueToPay(
  { input, value }: BenefitResult,
  now: number,
  target: number,
  places: number,
): string | null {
  if (value.kind !== "complete" || now <= 0 || target <= 0 || input.kpi.numerator.measure === "spend")
    return null;
  const needed = (Number(value.factors.unitValue) * target) / now;
  if (input.kpi.numerator.measure === "revenue") {
    return needed > 1 ? null : roundHalfEven(numberToDecimal(needed, 15), 4);
  }
  return roundHalfEven(numberToDecimal(needed, 15), places);
}

function sentenceOf(
  { currency }: BreakEvenQuestion,
  { input }: BenefitResult,
  lift: string,
  unitValue: string | null,
  affordable: string | null,
  pays: boolean,
): string {
  const money = (amount: string) => formatMoney(moneyFromDecimal(amount, currency), locale);
  const ways = [
    lift,
    unitValue === null
      ? null
      : input.kpi.numerator.measure === "revenue"
        ? `a margin of ${Math.round(Number(unitValue) * 1000) / 10} %`
        : `${money(unitValue)} per ${input.kpi.numerator.unit}`,
    affordable === null ? null : `a cost of ${money(affordable)} a month`,
  ].filter((way) => way !== null);
  return `${pays ? "It pays; it would still break even at" : "To break even this needs"} ${ways.join(", or ")}.`;
}

function lowerFirst(name: string): string {
  // An abbreviation such as CAC or ROAS stays as it is.
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
