import type { Figure } from "@liftledger/contracts/evaluation";
import { formatInUnit, formatRange, type NumberStyle } from "../../components/format-number.ts";

/** A conversion of 2.78% and a chance of 99.6% get digits that a return on cost does not need. */
export function digitsOf({ value, unit }: Pick<Figure, "value" | "unit">): NumberStyle {
  const size = Math.abs(Number(value));
  const needsThem = unit === "ratio" && size !== 0 && (size < 0.1 || (size > 0.98 && size < 1));
  return needsThem ? { digits: 2 } : {};
}

/**
 * How a number is written where it is explained: money to its minor unit unless it is whole, so that what is added up is
 * seen to add up.
 */
export function explainedStyle(number: { value: string | null; unit: string }): NumberStyle {
  const { value, unit } = number;
  if (value === null || unit === "ratio" || unit === "count") return digitsOf(number);
  return Number.isInteger(Number(value)) ? { digits: 0 } : { digits: minorDigits(unit) };
}

function minorDigits(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return maximumFractionDigits;
}

/** A figure's value in the reader's locale, or null where it has none. */
export function figureText(figure: Figure, style: NumberStyle = {}): string | null {
  return figure.value === null ? null : formatInUnit(Number(figure.value), figure.unit, style);
}

/** A figure's likely range, or null where it has none. */
export function figureRange(figure: Figure, style: NumberStyle = {}): string | null {
  if (figure.interval === null) return null;
  return formatRange(Number(figure.interval.low), Number(figure.interval.high), figure.unit, style);
}
