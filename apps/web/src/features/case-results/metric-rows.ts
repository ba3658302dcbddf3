import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { formatCount, formatMoney, formatPercent } from "../../components/format-number.ts";
import { form, plural, t } from "../../words.ts";

export type EvaluatedScenario = CaseEvaluation["scenarios"][number];
export type CaseBasis = keyof EvaluatedScenario["totals"];
export type CaseTotals = EvaluatedScenario["totals"][CaseBasis];
export type CaseMetrics = Extract<CaseTotals, { kind: "whole" }>["adjusted"];
type PaybackTime = CaseMetrics["payback"]["first"];
type RateOfReturn = CaseMetrics["internalRateOfReturn"];
type Ratio = CaseMetrics["netRoi"];

/** What a figure is written in. */
export interface MetricUnits {
  currency: string;
  period: "month" | "year";
  /** What gains put aside earn a year and what is spent costs, where the plan states its own. */
  mirrRates?: { finance: string; reinvest: string } | undefined;
  /** Whether amounts are written to the whole unit, however small: beside others that are. */
  isRounded?: boolean;
}

/** What a figure says, and why there is no number where there is none. */
export interface MetricAnswer {
  text: string;
  reason: string | null;
}

export interface MetricRow {
  key: string;
  /** In plain words; the term of the trade stands in its explanation. */
  name: string;
  answer: (metrics: CaseMetrics, units: MetricUnits) => MetricAnswer;
}

const said = (text: string): MetricAnswer => ({ text, reason: null });
const unsaid = (reason: string, text: string = t`none`): MetricAnswer => ({ text, reason });
const money = (amount: string, { currency, isRounded = false }: MetricUnits): MetricAnswer =>
  said(formatMoney(Number(amount), currency, isRounded ? { digits: 0 } : {}));

function percentOf(ratio: Ratio): MetricAnswer {
  return ratio.kind === "value" ? said(formatPercent(Number(ratio.ratio))) : unsaid(ratio.reason);
}

function timesOf(ratio: Ratio): MetricAnswer {
  return ratio.kind === "value"
    ? said(formatCount(Number(ratio.ratio), { digits: 2 }))
    : unsaid(ratio.reason);
}

/** A rate of return: a number where it is the only one, else how many there are. */
export function rateAnswer(rate: RateOfReturn): MetricAnswer {
  if (rate.status === "unique") return said(formatPercent(rate.rate, { digits: 1 }));
  return unsaid(rate.reason, rate.status === "multiple" ? t`several` : t`none`);
}

/** "after 1.4 years". */
export function paybackAnswer(time: PaybackTime, { period }: MetricUnits): MetricAnswer {
  if (time.kind === "nothing-to-pay-back") return unsaid(time.reason, t`at once`);
  if (time.kind === "not-within-horizon") return unsaid(time.reason, t`not within the plan`);
  const count = Number(time.periods);
  const shown = formatCount(count, { digits: 1 });
  const text =
    period === "year"
      ? plural(count, form`after ${shown} year`, form`after ${shown} years`)
      : plural(count, form`after ${shown} month`, form`after ${shown} months`);
  return said(text);
}

function modifiedRate({ modifiedInternalRateOfReturn: found }: CaseMetrics, { period }: MetricUnits) {
  if (found.kind === "undefined") return unsaid(found.reason);
  const rate = Number(found.rate);
  const shown = formatPercent(rate, { digits: 1 });
  if (period === "year") return said(shown);
  // Beside the yearly rate stands a yearly rate.
  return said(t`${shown} a month, ${formatPercent((1 + rate) ** 12 - 1, { digits: 1 })} a year`);
}

/** What a scenario comes to, in the order in which it is read: what comes back, what it is worth, when. */
export const metricRows: readonly MetricRow[] = [
  { key: "totalBenefits", name: t`Benefits`, answer: (of, units) => money(of.totalBenefits, units) },
  { key: "totalCosts", name: t`Costs`, answer: (of, units) => money(of.totalCosts, units) },
  { key: "netBenefit", name: t`Benefits less costs`, answer: (of, units) => money(of.netBenefit, units) },
  { key: "netRoi", name: t`Net return`, answer: ({ netRoi }) => percentOf(netRoi) },
  {
    key: "grossMultiple",
    name: t`Back for each 1 spent`,
    answer: ({ grossMultiple }) => timesOf(grossMultiple),
  },
  { key: "netPresentValue", name: t`Worth today`, answer: (of, units) => money(of.netPresentValue, units) },
  {
    key: "netRoiOnPresentValue",
    name: t`Net return in today’s worth`,
    answer: ({ netRoiOnPresentValue }) => percentOf(netRoiOnPresentValue),
  },
  {
    key: "benefitCostRatio",
    name: t`Back for each 1 spent, in today’s worth`,
    answer: ({ benefitCostRatio }) => timesOf(benefitCostRatio),
  },
  {
    key: "equivalentAnnualAnnuity",
    name: t`Worth today as an amount a year`,
    answer: ({ equivalentAnnualAnnuity: found }, units) =>
      found.kind === "value" ? money(found.amount, units) : unsaid(found.reason),
  },
  {
    key: "annualInternalRateOfReturn",
    name: t`Yearly rate it earns`,
    answer: ({ annualInternalRateOfReturn }) => rateAnswer(annualInternalRateOfReturn),
  },
  {
    key: "modifiedInternalRateOfReturn",
    name: t`Rate it earns, gains put aside`,
    answer: modifiedRate,
  },
  {
    key: "paybackFirst",
    name: t`First paid back`,
    answer: ({ payback }, units) => paybackAnswer(payback.first, units),
  },
  {
    key: "paybackDurable",
    name: t`Paid back for good`,
    answer: ({ payback }, units) => paybackAnswer(payback.durable, units),
  },
  {
    key: "discountedPayback",
    name: t`Paid back for good, in today’s worth`,
    answer: ({ discountedPayback }, units) => paybackAnswer(discountedPayback.durable, units),
  },
];

/**
 * The answers of a row beside each other, in one way of writing: where one amount is too large for its minor unit, none
 * has it.
 */
export function answersOf(
  { answer }: MetricRow,
  metrics: readonly CaseMetrics[],
  units: MetricUnits,
): MetricAnswer[] {
  const alone = metrics.map((found) => answer(found, units));
  const rounded = metrics.map((found) => answer(found, { ...units, isRounded: true }));
  const isOneRounded = alone.some(({ text }, place) => text === rounded[place]?.text);
  return isOneRounded ? rounded : alone;
}

/** The figures of a total before or after the risk of its lines; of the valued lines alone where some are not. */
export function metricsOf(totals: CaseTotals, risk: "before" | "after"): CaseMetrics {
  const both = totals.kind === "whole" ? totals : totals.ofValuedLines;
  return risk === "before" ? both.unadjusted : both.adjusted;
}
