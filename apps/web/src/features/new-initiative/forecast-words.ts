import type { Kpi } from "@liftledger/contracts/kpi";
import { pluralOf } from "@liftledger/kpis/unit";
import {
  fewestForForecast,
  type OutcomeForecast,
  type OutcomeQuestion,
} from "@liftledger/roi/outcome-forecast";
import { formatMoney } from "../../components/format-number.ts";
import { showDecimal } from "../../components/typed-number.ts";

interface ForecastContext {
  kpi: Kpi;
  currency: string;
  question: OutcomeQuestion;
  scope: string;
  locale: string;
}

/** The forecast as sentences, each saying what it stands on; what is missing where there is none. */
export function forecastWords(forecast: OutcomeForecast | null, context: ForecastContext): string[] {
  const { kpi, currency, question, scope, locale } = context;
  const { periodType, percent, floor, numerators } = question;
  if (forecast === null)
    return [
      `${scope} has ${numerators.length} ${periodType}${numerators.length === 1 ? "" : "s"} logged; from ${fewestForForecast} on this says what the sentence could bring.`,
    ];
  const money = (amount: string) => formatMoney(Number(amount), currency, { locale });
  const isMoney = kpi.numerator.unit === "money";
  const units = (amount: string) =>
    isMoney
      ? `${money(amount)} of ${kpi.numerator.counts}`
      : `${showDecimal(amount, locale, 0)} ${pluralOf(kpi.numerator.unit)}`;
  const more = kpi.direction === "higher" ? "more" : "less";
  const went = `as the last ${numerators.length} ${periodType}s of ${scope} went`;
  const lines = [
    `At ${units(forecast.yearBefore)} a year, ${went}, ${showDecimal(percent, locale)}% is ${units(forecast.unitsAYear)} ${more}.`,
  ];
  if (forecast.valueAYear === null)
    return [...lines, "Say what one is worth, and this says what that could bring and cost."];
  lines.push(
    `That is worth ${money(forecast.valueAYear)} in a full year, if all of it is this initiative’s doing and turns into money.`,
  );
  if (forecast.mostCost !== null && floor !== null) {
    const asked = new Intl.NumberFormat(locale, { style: "percent" }).format(floor);
    lines.push(
      `To return the ${asked} that its phase asks for, it may cost ${money(forecast.mostCost)} in that year at the most.`,
    );
  }
  return lines;
}
