import type { Figure } from "@liftledger/contracts/evaluation";
import { formatInUnit, formatRange, type NumberStyle } from "../../components/format-number.ts";

/** A conversion of 2.78% and a chance of 99.6% get digits that a return on cost does not need. */
export function digitsOf({ value, unit }: Pick<Figure, "value" | "unit">): NumberStyle {
  const size = Math.abs(Number(value));
  const needsThem = unit === "ratio" && size !== 0 && (size < 0.1 || (size > 0.98 && size < 1));
  return needsThem ? { digits: 2 } : {};
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
