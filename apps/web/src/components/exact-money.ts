import { formatMoney } from "./format-number.ts";

/**
 * How amounts that are read together are written: to the minor unit, so that they add up on the page; without it where
 * all of them are whole.
 *
 * @example exactMoney(["1500.00", "0.50"], "EUR")("1500.00") // "€1,500.00"
 */
export function exactMoney(
  amounts: readonly (string | null)[],
  currency: string,
): (amount: string | number) => string {
  const known = amounts.filter((amount) => amount !== null);
  const isWhole = known.every((amount) => Number.isInteger(Number(amount)));
  const digits = isWhole ? 0 : Math.max(minorDigits(currency), ...known.map(digitsOf));
  return (amount) => formatMoney(Number(amount), currency, { digits });
}

/** "0.5" of a euro is shown as 0.50. */
function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 0;
}

function digitsOf(amount: string): number {
  return amount.split(".")[1]?.length ?? 0;
}
