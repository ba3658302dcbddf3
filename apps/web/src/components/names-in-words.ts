import { readerLocale } from "./reader-locale.ts";

/** Names as people list them, in the reader's language: "Ada and Grace", "Ada, Grace or Ines". */
export function namesInWords(names: readonly string[], type: "and" | "or" = "and"): string {
  const style = type === "and" ? "conjunction" : "disjunction";
  return new Intl.ListFormat(readerLocale, { type: style }).format(names);
}
