import { formatMoney } from "../../components/format-number.ts";

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
  const digits = isWhole ? 0 : Math.max(...known.map((amount) => amount.split(".")[1]?.length ?? 0));
  return (amount) => formatMoney(Number(amount), currency, { digits });
}
