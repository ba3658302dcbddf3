import { readerLocale } from "../../components/reader-locale.ts";

/** "EUR, Euro" in the reader's language. */
export function currencyWords(code: string, locale: string = readerLocale): string {
  const name = new Intl.DisplayNames(locale, { type: "currency" }).of(code);
  return name === undefined || name === code ? code : `${code}, ${name}`;
}
