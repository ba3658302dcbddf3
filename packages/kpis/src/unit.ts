import type { Kpi, KpiDisplay } from "./kpi.ts";

type FormatOptions = {
  readonly locale: string;
  /** ISO 4217 code of the series; money without one is written as a plain number. */
  readonly currency?: string | null;
};

/**
 * A KPI's value as people read it in a locale. Percentages take a share (0.0234 is 2.34%); durations in
 * hours fall back to minutes below one hour, since a call of 0.07 hours tells nobody anything.
 *
 *     formatKpiValue(0.0234, "percent", { locale: "en-GB" })                  // "2.34%"
 *     formatKpiValue(54.4, "money", { locale: "en-GB", currency: "EUR" })     // "€54.40"
 *     formatKpiValue(3.456, "multiple", { locale: "en-GB" })                  // "3.46×"
 *     formatKpiValue(0.07, "hours", { locale: "en-GB" })                      // "4.2 mins"
 */
export function formatKpiValue(value: number, display: KpiDisplay, options: FormatOptions): string {
  return formatQuantity(value, display, options, "auto");
}

/**
 * A difference between two values of a KPI, always with its sign. Shares differ in percentage points,
 * everything else in its own unit. Which way is better is not said here.
 *
 *     formatKpiDifference(0.0208, "percent", { locale: "en-GB" }) // "+2.08 points"
 *     formatKpiDifference(-1.5, "days", { locale: "en-GB" })      // "-1.5 days"
 */
export function formatKpiDifference(difference: number, display: KpiDisplay, options: FormatOptions): string {
  if (display !== "percent") return formatQuantity(difference, display, options, "exceptZero");
  const points = difference * 100;
  const text = numberFormat(options.locale, { ...digitsFor(points), signDisplay: "exceptZero" }).format(
    points,
  );
  return `${text} ${Math.abs(points) === 1 ? "point" : "points"}`;
}

/**
 * A number of units in words: `countOf(8000, "lead", "en-GB")` is "8,000 leads", one is "1 lead". Units
 * are English words, as KPI definitions are.
 */
export function countOf(count: number, unit: string, locale: string): string {
  const number = numberFormat(locale, { maximumFractionDigits: 2 }).format(count);
  return `${number} ${count === 1 ? unit : pluralOf(unit)}`;
}

/**
 * The plural of a unit: "lead" gives "leads", "inquiry" gives "inquiries". Money has none. A company's
 * own unit with an irregular plural is written as it is logged, only with an s.
 */
export function pluralOf(unit: Kpi["numerator"]["unit"]): string {
  if (unit === "money") return unit;
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
}

type SignDisplay = "auto" | "exceptZero";

function formatQuantity(
  value: number,
  display: KpiDisplay,
  options: FormatOptions,
  signDisplay: SignDisplay,
): string {
  const { locale, currency } = options;
  switch (display) {
    case "percent":
      return numberFormat(locale, { style: "percent", ...digitsFor(value * 100), signDisplay }).format(value);
    case "money":
      if (!currency) return numberFormat(locale, { ...digitsFor(value), signDisplay }).format(value);
      return numberFormat(locale, { style: "currency", currency, ...moneyDigits(value), signDisplay }).format(
        value,
      );
    case "number":
      return numberFormat(locale, { ...digitsFor(value), signDisplay }).format(value);
    case "multiple":
      return `${numberFormat(locale, { ...digitsFor(value), signDisplay }).format(value)}×`;
    case "days":
      return formatDuration(value, "day", locale, signDisplay);
    case "hours":
      if (value !== 0 && Math.abs(value) < 1)
        return formatDuration(value * 60, "minute", locale, signDisplay);
      return formatDuration(value, "hour", locale, signDisplay);
  }
}

function formatDuration(
  value: number,
  unit: "day" | "hour" | "minute",
  locale: string,
  signDisplay: SignDisplay,
): string {
  const unitDisplay = unit === "day" ? "long" : "short";
  return numberFormat(locale, { style: "unit", unit, unitDisplay, ...digitsFor(value), signDisplay }).format(
    value,
  );
}

/** Three or so telling digits: 0.234, 2.34, 23.4, 234, 2,340. */
function digitsFor(value: number): { maximumFractionDigits: number } {
  const size = Math.abs(value);
  if (size >= 100) return { maximumFractionDigits: 0 };
  if (size >= 10) return { maximumFractionDigits: 1 };
  return { maximumFractionDigits: size >= 1 || size === 0 ? 2 : 3 };
}

/** Cents tell something below a thousand; above it they only crowd the column. */
function moneyDigits(value: number): Intl.NumberFormatOptions {
  return Math.abs(value) < 1000 ? {} : { maximumFractionDigits: 0 };
}

// Making a formatter costs far more than using it, and a table makes the same few again and again.
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}
