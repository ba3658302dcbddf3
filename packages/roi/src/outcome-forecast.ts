import {
  addDecimals,
  divideDecimals,
  multiplyDecimals,
  roundHalfEven,
  sumDecimals,
} from "@liftledger/numerics/decimal";
import type { PeriodType } from "@liftledger/kpis/period";

/** What a sentence and the numbers logged so far say of the first year. All amounts are decimal text. */
export interface OutcomeQuestion {
  /** The change that is aimed at: "5" for five percent, the better way. */
  percent: string;
  /** The numerators of the latest periods. */
  numerators: readonly string[];
  periodType: PeriodType;
  /** What one unit of the numerator is worth; null where nobody has said. */
  unitValue: string | null;
  /** The return that the phase asks for: 0.3 gives back 1.3 of every 1. Null where it asks for none. */
  floor: number | null;
  /** Digits after the point of the currency's minor unit. */
  places: number;
}

export interface OutcomeForecast {
  /** The numerator in a year, as the latest periods go on. */
  yearBefore: string;
  /** Units of the numerator gained in a year once the target is reached: more, or fewer where lower is better. */
  unitsAYear: string;
  /** Their worth; null without a unit value. */
  valueAYear: string | null;
  /** What the first year may cost for its value to give back what the phase asks for; null without either. */
  mostCost: string | null;
}

/** Fewer periods than these are no year to go by. */
export const fewestForForecast = 4;

const periodsInYear = { week: "52", month: "12" } as const;

/**
 * A forecast of the first year at full effect: U = p · N, since a ratio that is p better at the same denominator moves
 * the numerator by p of what it was (s·(N − cD) of design.md with N = (1 ± p)·c·D). A year is reckoned from the periods
 * that are there. Before our share, confidence and realisation: a bound to plan by, not a planned value. Null with fewer
 * than four periods.
 *
 * @example outcomeForecast({ percent: "5", numerators: ["100", "100", "100", "100"], periodType: "week",
 *   unitValue: "40", floor: 0.3, places: 2 }) // 260 units, 10400.00 a year, at most 8000.00 of cost
 */
export function outcomeForecast(question: OutcomeQuestion): OutcomeForecast | null {
  const { percent, numerators, periodType, unitValue, floor, places } = question;
  if (numerators.length < fewestForForecast) return null;
  const share = divideDecimals(percent, "100");
  const inYear = multiplyDecimals(sumDecimals(numerators), periodsInYear[periodType]);
  const yearBefore = roundHalfEven(divideDecimals(inYear, String(numerators.length)), 6);
  const unitsAYear = multiplyDecimals(yearBefore, share);
  const value = unitValue === null ? null : multiplyDecimals(unitsAYear, unitValue);
  return {
    yearBefore,
    unitsAYear,
    valueAYear: value === null ? null : roundHalfEven(value, places),
    mostCost:
      value === null || floor === null
        ? null
        : roundHalfEven(divideDecimals(value, addDecimals("1", String(floor))), places),
  };
}
