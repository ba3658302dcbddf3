import { currencyExponent } from "@liftledger/finance/currency";
import { formatMoney, moneyFromDecimal } from "@liftledger/finance/money";
import { compareDecimals, roundHalfEven } from "@liftledger/numerics/decimal";
import { percentText } from "../percent-text.ts";
import { phaseAt, phaseNames, type GatePhase, type PhaseEntry } from "../phase.ts";

/** What a kill rule looks at. */
export const killMeasures = {
  "net-roi": "net ROI to date",
  "net-benefit": "net benefit to date",
  spend: "what was spent",
  "months-in-phase": "months in the phase",
  adoption: "adoption",
  "kpi-change": "the change of its KPI",
} as const;

export type KillMeasure = keyof typeof killMeasures;

/** What a measure is counted in. */
export const killUnits: Readonly<Record<KillMeasure, "ratio" | "money" | "months">> = {
  "net-roi": "ratio",
  "net-benefit": "money",
  spend: "money",
  "months-in-phase": "months",
  adoption: "ratio",
  "kpi-change": "ratio",
};

/** A rule, declared before a phase, that ends the initiative in it. */
export interface KillRule {
  killRuleId: string;
  phase: GatePhase;
  measure: KillMeasure;
  /** It is met when the measure lies on this side of the limit. */
  when: "under" | "above";
  /** Decimal text, ratios of 1. */
  limit: string;
  /** Months of the phase that must have passed before it is looked at. */
  afterMonths: number;
  declaredOn: string;
  declaredBy: string;
}

/** How a rule stands on a day. */
export interface KillRuleStanding {
  killRuleId: string;
  result: "met" | "not-met" | "unknown" | "not-due" | "declared-too-late";
  text: string;
}

/**
 * How each rule of an initiative's current phase stands on a day. Rules of other phases are left out. One that was
 * declared after the phase was entered is no pre-declared rule, and is told so. A measure that is not known leaves its
 * rule unknown: never met, never passed. Money is in `currency`.
 *
 * @example killRuleStandings(rules, history, { "net-roi": "-0.5" }, { day: "2026-06-30", currency: "EUR" })[0]?.result // "met"
 */
export function killRuleStandings(
  rules: readonly KillRule[],
  history: readonly PhaseEntry[],
  values: Partial<Record<KillMeasure, string | null>>,
  { day, currency }: { day: string; currency: string },
): KillRuleStanding[] {
  const current = phaseAt(history, day)?.current;
  if (current === undefined) return [];
  const months = values["months-in-phase"] ?? null;
  return rules
    .filter(({ phase }) => phase === current.phase)
    .map((rule) => {
      const value = values[rule.measure] ?? null;
      return standingOf(rule, { enteredOn: current.enteredOn, months, value, currency });
    });
}

/** The condition of a rule as a person reads it: "net ROI to date under −50%". */
export function killConditionText(
  { measure, when, limit }: Pick<KillRule, "measure" | "when" | "limit">,
  currency: string,
): string {
  return `${killMeasures[measure]} ${when} ${amountText(measure, limit, { currency, edge: limit })}`;
}

/** A value in what its measure is counted in, told apart from the limit beside it. */
function amountText(
  measure: KillMeasure,
  value: string,
  { currency, edge }: { currency: string; edge: string },
): string {
  if (killUnits[measure] === "ratio") return percentText(Number(value), [0, Number(edge)]);
  if (killUnits[measure] === "months") {
    const months = Math.floor(Number(value) * 10) / 10;
    return `${months} ${months === 1 ? "month" : "months"}`;
  }
  return formatMoney(moneyFromDecimal(roundHalfEven(value, currencyExponent(currency)), currency), "en-GB");
}

/** What is seen beside the limit; where both read alike, on which side of it that is. */
function seenText({ measure, limit }: KillRule, value: string, currency: string): string {
  const [seen, set] = [value, limit].map((one) => amountText(measure, one, { currency, edge: limit }));
  const side = compareDecimals(value, limit);
  return seen === undefined || seen !== set || side === 0
    ? (seen ?? "")
    : side < 0
      ? "a little less"
      : "a little more";
}

function standingOf(
  rule: KillRule,
  {
    enteredOn,
    months,
    value,
    currency,
  }: { enteredOn: string; months: string | null; value: string | null; currency: string },
): KillRuleStanding {
  const { killRuleId, phase, measure, when, limit, afterMonths, declaredOn, declaredBy } = rule;
  const condition = killConditionText(rule, currency);
  const told = (result: KillRuleStanding["result"], text: string): KillRuleStanding => {
    return { killRuleId, result, text };
  };
  if (declaredOn > enteredOn) {
    const text = `Declared on ${declaredOn}, after ${phaseNames[phase]} was entered on ${enteredOn}: it was not known beforehand.`;
    return told("declared-too-late", text);
  }
  if (afterMonths > 0 && months === null)
    return told("unknown", "How long the phase has lasted is not known.");
  if (months !== null && compareDecimals(months, String(afterMonths)) < 0)
    return told(
      "not-due",
      `It is looked at after ${afterMonths} ${afterMonths === 1 ? "month" : "months"} of ${phaseNames[phase]}: ${condition}.`,
    );
  if (value === null) return told("unknown", `Not known: ${killMeasures[measure]}.`);
  const side = compareDecimals(value, limit);
  const isMet = when === "under" ? side < 0 : side > 0;
  const seen = seenText(rule, value, currency);
  const declared = `declared on ${declaredOn} by ${declaredBy}`;
  return isMet
    ? told("met", `Met: ${condition} (it is ${seen}), ${declared}. Stop it, or say at the gate why not.`)
    : told("not-met", `Not met: ${condition} (it is ${seen}), ${declared}.`);
}
