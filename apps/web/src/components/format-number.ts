import { readerLocale } from "./reader-locale.ts";
import { t } from "../words.ts";

/** How a number is written: in the reader's locale unless a test names one. */
export interface NumberStyle {
  locale?: string | undefined;
  /**
   * Three digits and a letter: €885K, and beside it €6.00K. For cards and tables; Explain shows every digit. An axis has
   * round numbers and no zeros after them: "axis".
   */
  compact?: boolean | "axis";
  /** Digits after the decimal mark. */
  digits?: number;
}

const cache = new Map<string, Intl.NumberFormat>();

function formatter(given: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = given ?? readerLocale;
  const key = JSON.stringify([locale, options]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { signDisplay: "negative", ...options });
  cache.set(key, made);
  return made;
}

/** A hyphen is too short beside digits, so a minus sign proper; and −0 is 0. */
const write = (format: Intl.NumberFormat, value: number): string => format.format(value).replace("-", "−");

/**
 * A ratio as a percentage: 0.825 is "83%" or, with one digit, "82.5%".
 * @example formatPercent(-0.22, { locale: "en" }) // "−22%"
 */
export function formatPercent(value: number, { locale, digits = 0 }: NumberStyle = {}): string {
  return write(
    formatter(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }),
    value,
  );
}

/**
 * A part with the two digits that matter, however small: "2.3%", "0.045%".
 * @example formatPart(0.0234, "en") // "2.3%"
 */
export function formatPart(value: number, locale?: string): string {
  return write(formatter(locale, { style: "percent", maximumSignificantDigits: 2 }), value);
}

/**
 * Money in its major unit.
 * @example formatMoney(885_000, "EUR", { locale: "en", compact: true }) // "€885K"
 */
export function formatMoney(
  value: number,
  currency: string,
  { locale, compact = false, digits }: NumberStyle = {},
) {
  const large = Math.abs(value) >= 1000;
  if (compact !== false && large) {
    const format = formatter(locale, {
      style: "currency",
      currency,
      ...threeDigits(compact),
    });
    return write(format, value);
  }
  const places = digits ?? (compact !== false || large || value === 0 ? 0 : 2);
  return write(
    formatter(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    }),
    value,
  );
}

const threeDigits = (compact: true | "axis"): Intl.NumberFormatOptions => ({
  notation: "compact",
  maximumSignificantDigits: 3,
  ...(compact === true && { minimumSignificantDigits: 3 }),
});

/** A plain number; four digits that matter unless told otherwise. */
export function formatCount(value: number, { locale, compact = false, digits }: NumberStyle = {}): string {
  if (compact !== false && Math.abs(value) >= 10_000) {
    return write(formatter(locale, threeDigits(compact)), value);
  }
  const places = digits ?? (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4);
  return write(formatter(locale, { maximumFractionDigits: places }), value);
}

/** A value in one of the wire's units: "ratio", "count" or an ISO 4217 code. */
export function formatInUnit(value: number, unit: string, style: NumberStyle = {}): string {
  if (unit === "ratio") return formatPercent(value, style);
  if (unit === "count") return formatCount(value, style);
  return formatMoney(value, unit, style);
}

/** Both ends of a range in one unit: "38% to 129%". */
export function formatRange(low: number, high: number, unit: string, style: NumberStyle = {}): string {
  return t`${formatInUnit(low, unit, style)} to ${formatInUnit(high, unit, style)}`;
}
