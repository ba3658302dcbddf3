const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "a", "a and b", "a, b and c"; nothing for none. */
export function listInWords(parts: readonly string[]): string {
  return list.format(parts);
}
