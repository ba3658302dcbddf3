const totalWords = [
  "total",
  "totals",
  "grand total",
  "subtotal",
  "sub-total",
  "sum",
  "summe",
  "gesamt",
  "gesamtsumme",
  "gesamtergebnis",
  "insgesamt",
  "zwischensumme",
  "total général",
  "total general",
  "totale",
  "totaal",
  "suma",
  "somme",
  "soma",
  "итого",
  "合計",
  "合计",
] as const;
const totals: ReadonlySet<string> = new Set(totalWords);

/**
 * Whether a date or segment cell says that its row is a total. The whole cell must be such a word
 * ("Grand total", "Summe") or begin with one and a colon ("Total: Account"): "Total Wine" is a customer.
 */
export function isTotalLabel(text: string): boolean {
  const label = text.trim().toLowerCase();
  const colon = label.indexOf(":");
  return totals.has(colon > 0 ? label.slice(0, colon).trim() : label);
}
