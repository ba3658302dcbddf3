/**
 * An amount as a sentence says it, written as the cards of the pages write the same: from a thousand on to the whole unit,
 * below that to the minor one. The figure that the sentence is about tells the rest.
 *
 * @example roundedMoney("76762.06", "EUR") // "€76,762"
 */
export function roundedMoney(amount: string, currency: string): string {
  const isLarge = Math.abs(Number(amount)) >= 1000;
  const format = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    ...(isLarge && { maximumFractionDigits: 0, minimumFractionDigits: 0 }),
  });
  return format.format(Number(amount));
}
