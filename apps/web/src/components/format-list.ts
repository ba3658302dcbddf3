import { readerLocale } from "./reader-locale.ts";

/** Names, months or phases as people list them, in the reader's language: "Ada and Grace", "Ada, Grace or Ines". */
export function formatList(
  items: readonly string[],
  type: "and" | "or" = "and",
  locale = readerLocale,
): string {
  const style = type === "and" ? "conjunction" : "disjunction";
  return new Intl.ListFormat(locale, { type: style }).format(items);
}
