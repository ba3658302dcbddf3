import { formatKpiValue } from "@liftledger/kpis/unit";
import { formatCount, formatMoney, formatPercent, type NumberStyle } from "./format-number.ts";
import { readerLocale } from "./reader-locale.ts";

/** How a KPI wants to be shown. */
export type KpiDisplay = "percent" | "money" | "number" | "days" | "hours" | "multiple";

/**
 * A KPI's ratio as its catalogue entry wants it, with as many digits as tell it from the one beside it: a cost of 37.82 and
 * one of 38.86 are not both 39. Durations are said as the engine says them, below an hour in minutes.
 *
 * @example formatKpi(0.0312, "percent", null, { locale: "en" }) // "3.12%"
 */
export function formatKpi(
  value: number,
  display: KpiDisplay,
  currency: string | null,
  style: NumberStyle = {},
): string {
  if (display === "percent") return formatPercent(value, { digits: Math.abs(value) < 0.1 ? 2 : 1, ...style });
  if (display === "money" && currency !== null) return formatAmount(value, currency, style);
  if (display === "multiple") return `${formatCount(value, { digits: 2, ...style })}×`;
  if (display === "days" || display === "hours") return inWords(value, display, null, style);
  const places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3;
  return formatCount(value, { digits: places, compact: true, ...style });
}

/** An amount for one unit: cents below a thousand, three digits and a letter above, two digits that matter below a cent. */
function formatAmount(value: number, currency: string, style: NumberStyle): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.01) return inWords(value, "money", currency, style);
  return formatMoney(value, currency, { compact: size >= 999.995, ...style });
}

const inWords = (value: number, display: KpiDisplay, currency: string | null, { locale }: NumberStyle) =>
  formatKpiValue(value, display, { locale: locale ?? readerLocale, currency }).replace("-", "−");

/**
 * A mark of a KPI's axis: an amount without cents where no mark of the axis has any.
 *
 * @example formatKpiMark(36, "money", "EUR", true) // "€36", beside 36.5 "€36.00"
 */
export function formatKpiMark(
  value: number,
  display: KpiDisplay,
  currency: string | null,
  areWhole: boolean,
): string {
  return formatKpi(value, display, currency, display === "money" && areWhole ? { digits: 0 } : {});
}
