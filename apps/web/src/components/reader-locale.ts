/**
 * The locale numbers and days are written and read in: the one that was chosen on the account page, or
 * else the first language of the browser that the formatter knows. Some browsers name one that is no language tag at all ("en-US@posix"). Every English becomes British, as
 * the sentences of the engine are: one page does not write "€534k" and "€534K", or a day in two orders.
 */
export const readerLocale: string = localeOf([
  ...chosenIn(globalThis.document?.cookie ?? ""),
  ...navigator.languages,
  navigator.language,
]);

/** @example chosenIn("a=1; liftledger-locale=de-CH") // ["de-CH"] */
export function chosenIn(cookies: string): string[] {
  return /(?:^|; )liftledger-locale=([\w-]+)/.exec(cookies)?.slice(1) ?? [];
}

/** @example localeOf(["en-US", "de"]) // "en-GB" */
export function localeOf(languages: readonly string[]): string {
  const first = languages.find((language) => isUsable(language)) ?? "en-GB";
  return /^en(-|$)/i.test(first) ? "en-GB" : first;
}

function isUsable(language: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
