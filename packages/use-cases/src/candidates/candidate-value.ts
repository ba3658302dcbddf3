import type { KeptEstimate } from "@liftledger/contracts/candidate";
import type { Outcome } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/database/series";
import { currencyExponent } from "@liftledger/finance/currency";
import { formatMoney, moneyFromDecimal } from "@liftledger/finance/money";
import type { Kpi } from "@liftledger/kpis/kpi";
import { countOf, pluralOf } from "@liftledger/kpis/unit";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { roundHalfEven } from "@liftledger/numerics/decimal";
import { fewestForForecast, outcomeForecast } from "@liftledger/roi/outcome-forecast";
import { measuresMoney } from "../series/series-currency.ts";

/** What a candidate could bring in its first year, and how that is known; or why it is not. */
export type CandidateValue =
  | { kind: "stated" | "sentence"; amount: string; from: string }
  | { kind: "not-known"; why: string };

/** A series with the numerators of its periods that count, oldest first. */
export interface MeasuredSeries {
  series: Series;
  kpi: Kpi;
  numerators: readonly string[];
}

/** So many periods make the year that a forecast goes by. */
const year = { week: 52, month: 12 } as const;

/**
 * What somebody stated, or what the sentence comes to: so many percent of the numerator of a year, as its series went
 * lately, times what one is worth. In the organisation's currency, before our share, confidence and cost.
 */
export function candidateValue(
  outcome: Outcome | null,
  estimate: KeptEstimate,
  measured: MeasuredSeries | null,
  currency: string,
): CandidateValue {
  const { statedValue } = estimate;
  if (statedValue !== null) {
    return { kind: "stated", amount: statedValue.amount, from: `Stated: ${statedValue.source}.` };
  }
  if (outcome === null) return unknown("It has no sentence yet, so nobody knows what it could bring.");
  if (measured === null)
    return unknown("No series of its KPI is chosen, so its sentence cannot be reckoned; or state a value.");
  const { series, kpi } = measured;
  if (measuresMoney(kpi) && series.currency !== currency)
    return unknown(`${series.scope} is in ${series.currency}: state what it could bring in ${currency}.`);
  const rule = unitValueRule(kpi);
  if (rule.kind === "none") return unknown(rule.sentence);
  const unitValue = rule.kind === "locked" ? rule.value : (estimate.unitWorth?.amount ?? null);
  if (unitValue === null) return unknown(`Nobody has said yet what a unit is worth. ${rule.sentence}`);
  return reckoned({ outcome, estimate, measured, currency, unitValue });
}

function reckoned({
  outcome,
  estimate,
  measured: { series, kpi, numerators },
  currency,
  unitValue,
}: {
  outcome: Outcome;
  estimate: KeptEstimate;
  measured: MeasuredSeries;
  currency: string;
  unitValue: string;
}): CandidateValue {
  const { periodType, scope } = series;
  const latest = numerators.slice(-year[periodType]);
  const places = currencyExponent(currency);
  const question = {
    percent: outcome.percent,
    numerators: latest,
    periodType,
    unitValue,
    floor: null,
    places,
  };
  const forecast = outcomeForecast(question);
  if (forecast === null || forecast.valueAYear === null)
    return unknown(`${scope} has fewer than ${fewestForForecast} ${periodType}s that count yet.`);
  const money = (amount: string) =>
    formatMoney(moneyFromDecimal(roundHalfEven(amount, places), currency), "en-GB");
  const amount = Number(roundHalfEven(forecast.yearBefore, 0)).toLocaleString("en-GB");
  const counted =
    kpi.numerator.unit === "money"
      ? `${money(forecast.yearBefore)} of ${kpi.numerator.counts}`
      : `${amount} ${pluralOf(kpi.numerator.unit)}`;
  const said = estimate.unitWorth === null ? "" : ` (${estimate.unitWorth.source})`;
  const worth = unitValue === "1" ? "" : `, ${worthWords()}${said}`;
  const span = countOf(latest.length, periodType, "en-GB");
  const from = `${outcome.percent}% of ${counted} a year, as the last ${span} of ${scope} went${worth}; if all of it comes and is its doing.`;
  return { kind: "sentence", amount: forecast.valueAYear, from };

  function worthWords(): string {
    if (kpi.numerator.unit === "money")
      return `${Number(unitValue).toLocaleString("en-GB", { style: "percent", maximumFractionDigits: 4 })} of it margin`;
    // What is worth a part of a cent is said as it was given.
    const isExact = Number(roundHalfEven(unitValue, places)) === Number(unitValue);
    return `each worth ${isExact ? money(unitValue) : `${unitValue} ${currency}`}`;
  }
}

function unknown(why: string): CandidateValue {
  return { kind: "not-known", why };
}
