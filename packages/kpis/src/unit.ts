import type { ChangeOrNone } from "./change.ts";
import type { Kpi, KpiDisplay } from "./kpi.ts";
import type { PeriodType } from "./period.ts";

type FormatOptions = {
  readonly locale: string;
  /** ISO 4217 code of the series; money without one is written as a plain number. */
  readonly currency?: string | null;
  /** Zeros stand at the end as well, for a value beside others of its KPI: 3.00% beside 2.82%. */
  readonly isAligned?: boolean;
};

/**
 * A KPI's value as people read it in a locale. Percentages take a share (0.0234 is 2.34%); durations in
 * hours fall back to minutes below one hour, since a call of 0.07 hours tells nobody anything. Three or so
 * digits are shown, two where the value is tiny, never "-0"; what is no finite number is a dash.
 *
 *     formatKpiValue(0.0234, "percent", { locale: "en-GB" })                  // "2.34%"
 *     formatKpiValue(54.4, "money", { locale: "en-GB", currency: "EUR" })     // "€54.40"
 *     formatKpiValue(3.456, "multiple", { locale: "en-GB" })                  // "3.46×"
 *     formatKpiValue(0.07, "hours", { locale: "en-GB" })                      // "4.2 mins"
 */
export function formatKpiValue(value: number, display: KpiDisplay, options: FormatOptions): string {
  return formatQuantity(value, display, options, "negative");
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
  if (!Number.isFinite(points)) return nothing;
  const text = (value: number, signDisplay: SignDisplay) =>
    numberFormat(options.locale, { ...digitsFor(points), signDisplay }).format(value);
  // Judged as it is written: 0.07 − 0.06 is a hair more than one point and still "1 point".
  const one = text(Math.abs(points), "negative") === text(1, "negative");
  return `${text(points, "exceptZero")} ${one ? "point" : "points"}`;
}

/**
 * A change as people read it: shares in points, everything else in percent of the value before, or in its
 * own unit where no percentage leads away from that value. Without a change, the reason.
 *
 *     formatChange(changeBetween(0.02, 0.03), "percent", { locale: "en-GB" }) // "+1 point"
 *     formatChange(changeBetween(12, 9), "days", { locale: "en-GB" })         // "-25%"
 *     formatChange(changeBetween(0, 9), "days", { locale: "en-GB" })          // "+9 days"
 */
export function formatChange(change: ChangeOrNone, display: KpiDisplay, options: FormatOptions): string {
  if (change.kind === "no-value") return change.reason;
  if (display === "percent" || change.relative.kind === "no-value") {
    return formatKpiDifference(change.absolute, display, options);
  }
  return formatQuantity(change.relative.value, "percent", options, "exceptZero");
}

/**
 * A KPI's value with what it is for one of: a cost for one customer, hours for one call. Shares and
 * multiples have no such unit and are written alone; a total is for one period of its series.
 *
 *     formatPerUnit(54.4, acquisitionCost, { locale: "en-GB", currency: "EUR" }) // "€54.40 per customer"
 *     formatPerUnit(1234, outputTotal, { locale: "en-GB", periodType: "week" })  // "1,234 assets per week"
 */
export function formatPerUnit(
  value: number,
  kpi: Pick<Kpi, "display" | "numerator" | "denominator">,
  options: FormatOptions & { readonly periodType?: PeriodType },
): string {
  const text = formatKpiValue(value, kpi.display, options);
  if (kpi.display === "percent" || kpi.display === "multiple") return text;
  const { kind, unit } = kpi.denominator;
  const per = kind === "period" ? (options.periodType ?? unit) : unit;
  const isPlain = kpi.display === "number" && kpi.numerator.unit !== "money";
  const counted = isPlain
    ? ` ${isOne(value, text, options) ? kpi.numerator.unit : pluralOf(kpi.numerator.unit)}`
    : "";
  return `${text}${counted} per ${per}`;
}

/**
 * A number of units in words: `countOf(8000, "lead", "en-GB")` is "8,000 leads", one is "1 lead". Units
 * are English words, as KPI definitions are.
 */
export function countOf(count: number, unit: string, locale: string): string {
  if (!Number.isFinite(count)) return `${nothing} ${pluralOf(unit)}`;
  const number = numberFormat(locale, { maximumFractionDigits: 2, signDisplay: "negative" }).format(count);
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

type SignDisplay = "negative" | "exceptZero";

const nothing = "–";

function isOne(value: number, text: string, options: FormatOptions): boolean {
  return value > 0 && text === formatKpiValue(1, "number", options);
}

function formatQuantity(
  value: number,
  display: KpiDisplay,
  options: FormatOptions,
  signDisplay: SignDisplay,
): string {
  const { locale, currency } = options;
  if (!Number.isFinite(value)) return nothing;
  const digits = options.isAligned === true ? alignedDigitsFor : digitsFor;
  switch (display) {
    case "percent":
      return numberFormat(locale, { style: "percent", ...digits(value * 100), signDisplay }).format(value);
    case "money":
      if (!currency) return numberFormat(locale, { ...digits(value), signDisplay }).format(value);
      return numberFormat(locale, { style: "currency", currency, ...moneyDigits(value), signDisplay }).format(
        value,
      );
    case "number":
      return numberFormat(locale, { ...digits(value), signDisplay }).format(value);
    case "multiple":
      return `${numberFormat(locale, { ...digits(value), signDisplay }).format(value)}×`;
    case "days":
      return formatDuration(value, "day", options, signDisplay);
    case "hours":
      if (value !== 0 && Math.abs(value) < 1)
        return formatDuration(value * 60, "minute", options, signDisplay);
      return formatDuration(value, "hour", options, signDisplay);
  }
}

function formatDuration(
  value: number,
  unit: "day" | "hour" | "minute",
  { locale, isAligned }: FormatOptions,
  signDisplay: SignDisplay,
): string {
  const unitDisplay = unit === "day" ? "long" : "short";
  const digits = isAligned === true ? alignedDigitsFor(value) : digitsFor(value);
  return numberFormat(locale, { style: "unit", unit, unitDisplay, ...digits, signDisplay }).format(value);
}

/** Three or so telling digits: 0.0023, 0.234, 2.34, 23.4, 234, 2,340. Below a millionth it is noise: 0. */
function digitsFor(value: number): { maximumFractionDigits: number } {
  const size = Math.abs(value);
  if (size >= 100) return { maximumFractionDigits: 0 };
  if (size >= 10) return { maximumFractionDigits: 1 };
  if (size >= 1 || size === 0) return { maximumFractionDigits: 2 };
  return { maximumFractionDigits: size >= 0.01 ? 3 : Math.min(6, 1 - Math.floor(Math.log10(size))) };
}

/** The same digits with every place written. */
function alignedDigitsFor(value: number): Intl.NumberFormatOptions {
  const { maximumFractionDigits } = digitsFor(value);
  return { maximumFractionDigits, minimumFractionDigits: maximumFractionDigits };
}

/**
 * Cents tell something below a thousand; above it they only crowd the column. Far below a cent (a cost per
 * view) two digits that matter are shown instead of a rounded nothing.
 */
function moneyDigits(value: number): Intl.NumberFormatOptions {
  const size = Math.abs(value);
  if (size >= 999.995) return { maximumFractionDigits: 0 };
  return size > 0 && size < 0.01 ? digitsFor(size) : {};
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
