import type { Figure } from "@liftledger/contracts/evaluation";
import { formatInUnit, formatRange, type NumberStyle } from "../../components/format-number.ts";

/** A figure's value in the reader's locale, or null where it has none. */
export function figureText(figure: Figure, style: NumberStyle = {}): string | null {
  return figure.value === null ? null : formatInUnit(Number(figure.value), figure.unit, style);
}

/** A figure's likely range, or null where it has none. */
export function figureRange(figure: Figure, style: NumberStyle = {}): string | null {
  if (figure.interval === null) return null;
  return formatRange(Number(figure.interval.low), Number(figure.interval.high), figure.unit, style);
}
