/** Places whose way of writing differs in signs or in the order of a day; the formatter knows many more. */
export const places = [
  "cs-CZ",
  "da-DK",
  "de-AT",
  "de-CH",
  "de-DE",
  "en-GB",
  "es-ES",
  "fi-FI",
  "fr-CH",
  "fr-FR",
  "hi-IN",
  "it-IT",
  "ja-JP",
  "nb-NO",
  "nl-NL",
  "pl-PL",
  "pt-BR",
  "pt-PT",
  "sv-SE",
];

/** A language, or a language somewhere, as those say who speak it: "Deutsch (Schweiz)". */
export function ownName(tag: string): string {
  return new Intl.DisplayNames([tag, "en"], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
}
