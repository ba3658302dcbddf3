import type { Kpi } from "@liftledger/contracts/kpi";
import { pluralOf } from "@liftledger/kpis/unit";
import {
  fewestForForecast,
  type OutcomeForecast,
  type OutcomeQuestion,
} from "@liftledger/roi/outcome-forecast";
import { countPeriods } from "../../components/period-words.ts";
import { formatCount, formatMoney, formatPercent } from "../../components/format-number.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

interface ForecastContext {
  kpi: Kpi;
  currency: string;
  question: OutcomeQuestion;
  scope: string;
  /** The organisation's own benchmarks, by name, where they ask for the return. */
  askedBy?: string | undefined;
  locale: string;
}

/** The forecast as sentences, each saying what it stands on; what is missing where there is none. */
export function forecastWords(forecast: OutcomeForecast | null, context: ForecastContext): string[] {
  const { kpi, currency, question, scope, askedBy, locale } = context;
  const { periodType, percent, floor, numerators } = question;
  if (forecast === null)
    return [
      t`${scope} has ${countPeriods(numerators.length, periodType)} logged; from ${fewestForForecast} on this says what the sentence could bring.`,
    ];
  const money = (amount: string) => formatMoney(Number(amount), currency, { locale });
  const isMoney = kpi.numerator.unit === "money";
  const units = (amount: string) =>
    isMoney
      ? t`${money(amount)} of ${kpi.numerator.counts}`
      : `${formatCount(Number(amount), { locale, digits: 0 })} ${pluralOf(kpi.numerator.unit)}`;
  const last = countPeriods(numerators.length, periodType);
  const [now, change] = [units(forecast.yearBefore), units(forecast.unitsAYear)];
  const share = `${showDecimal(percent, locale)}%`;
  const lines = [
    kpi.direction === "higher"
      ? t`At ${now} a year, as the last ${last} of ${scope} went, ${share} is ${change} more.`
      : t`At ${now} a year, as the last ${last} of ${scope} went, ${share} is ${change} less.`,
  ];
  if (forecast.valueAYear === null)
    return [...lines, t`Say what one is worth, and this says what that could bring and cost.`];
  lines.push(
    t`That is worth ${money(forecast.valueAYear)} in a full year, if all of it is this initiative’s doing and turns into money.`,
  );
  if (forecast.mostCost !== null && floor !== null) {
    const [asked, cost] = [formatPercent(floor, { locale }), money(forecast.mostCost)];
    lines.push(
      askedBy === undefined
        ? t`To return the ${asked} that its phase asks for, it may cost ${cost} in that year at the most.`
        : t`To return the ${asked} that “${askedBy}” asks for in its phase, it may cost ${cost} in that year at the most.`,
    );
  }
  return lines;
}
