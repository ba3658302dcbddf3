import { changeBetween } from "@liftledger/kpis/change";
import { percentText } from "../percent-text.ts";

/**
 * The change from one value to another as a person reads it: relative to the value before, with its sign. From zero or
 * a negative value there is no percentage, and of a value that is missing no change: then null.
 *
 * @example percentChangeText(10, 7) // "−30%"
 */
export function percentChangeText(before: number | null, after: number | null): string | null {
  const change = changeBetween(before, after);
  if (change.kind === "no-value" || change.relative.kind === "no-value") return null;
  const { value } = change.relative;
  return value > 0 ? `+${percentText(value, [0])}` : percentText(value, [0]);
}
