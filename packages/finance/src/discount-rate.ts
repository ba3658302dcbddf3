import type { Decimal } from "decimal.js";
import { Precise, readAmount, writeAmount, type Amount } from "./amount.ts";
import type { PeriodType, PriceBasis } from "./cash-flow.ts";

/** An effective annual rate, with the prices it belongs to and who says so. */
export type DiscountRate = {
  readonly annualRate: Amount;
  readonly prices: PriceBasis;
  readonly source: string;
};

/** Rates to choose from where an organisation has none of its own. */
export const DISCOUNT_RATE_PRESETS = {
  tei: {
    annualRate: "0.1",
    prices: "nominal",
    source: "Forrester, Total Economic Impact: 10 %, the rate its published cases use",
  },
  greenBook: {
    annualRate: "0.035",
    prices: "real",
    source: "HM Treasury, The Green Book: social time preference rate of 3.5 % real, years 0 to 30",
  },
} as const satisfies Record<string, DiscountRate>;

/** Reads a rate. Throws a RangeError at −100 % and below, where (1 + r) can no longer be divided by. */
export function readRate(rate: Amount): Decimal {
  const read = readAmount(rate);
  if (read.lessThanOrEqualTo(-1)) {
    throw new RangeError(`A rate of ${rate} is -100 percent or below: nothing can be discounted at it`);
  }
  return read;
}

/**
 * The monthly rate that compounds to an annual one, (1 + r)^(1/12) − 1, never r / 12.
 *
 *     monthlyRate("0.1") // "0.007974140428903741066…"
 */
export function monthlyRate(annualRate: Amount): string {
  return writeAmount(rootRate(annualRate, 12));
}

/** The daily rate that compounds to an annual one over 365 days, (1 + r)^(1/365) − 1. */
export function dailyRate(annualRate: Amount): string {
  return writeAmount(rootRate(annualRate, 365));
}

/** The annual rate a monthly one compounds to, (1 + i)^12 − 1. */
export function annualRateOfMonthly(monthly: Amount): string {
  return writeAmount(readRate(monthly).plus(1).pow(12).minus(1));
}

/**
 * The monthly rate of a rate *quoted* as nominal and payable monthly, as loans are: r / 12. Not for
 * discounting: a discount rate is an effective annual rate and takes `monthlyRate`.
 */
export function monthlyRateOfQuotedRate(quotedRate: Amount): string {
  return writeAmount(readRate(quotedRate).dividedBy(12));
}

/** The rate of one period of that length, for an effective annual rate. */
export function periodRate(annualRate: Amount, period: PeriodType): Decimal {
  return period === "year" ? readRate(annualRate) : rootRate(annualRate, 12);
}

/**
 * The same as text.
 *
 *     ratePerPeriod("0.1", "month") // "0.007974140428903741066…"
 */
export function ratePerPeriod(annualRate: Amount, period: PeriodType): string {
  return writeAmount(periodRate(annualRate, period));
}

/**
 * The real rate behind a nominal one, (1 + nominal) / (1 + inflation) − 1 (Fisher).
 *
 *     realRate("0.1", "0.03") // "0.0679611650…"
 */
export function realRate(nominalRate: Amount, inflation: Amount): string {
  return writeAmount(readRate(nominalRate).plus(1).dividedBy(readRate(inflation).plus(1)).minus(1));
}

/** The nominal rate of a real one, (1 + real) · (1 + inflation) − 1. */
export function nominalRate(real: Amount, inflation: Amount): string {
  return writeAmount(readRate(real).plus(1).times(readRate(inflation).plus(1)).minus(1));
}

/**
 * Throws a RangeError unless flows and rate are in the same prices: a nominal flow at a real rate, or the
 * other way round, counts inflation twice or not at all.
 */
export function requireSamePrices(flows: PriceBasis, rate: PriceBasis): void {
  if (flows !== rate) {
    throw new RangeError(
      `The flows are ${flows} and the discount rate is ${rate}: discount nominal with nominal, real with real`,
    );
  }
}

function rootRate(annualRate: Amount, parts: number): Decimal {
  const growth = readRate(annualRate).plus(1);
  return growth.pow(new Precise(1).dividedBy(parts)).minus(1);
}
