import { outsideQuotes } from "./outside-quotes.ts";

/** How the sentences are written. */
const written = "en-GB";

/** Everything that follows a decimal of a sentence: no version ("Model 4.1") is taken for one. */
const units = String.raw`[%×]|(?:k|m|bn|trn)\b|[ \u00a0](?:points?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times)\b`;
const currency = String.raw`(?<=(?:\p{Sc}|\b[A-Z]{3})[ \u00a0]?)`;
const numbers = new RegExp(
  String.raw`(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w.,]*\d)|(?<![\w.,])\d+\.\d+(?=${units})|${currency}\d+\.\d+`,
  "gu",
);

/**
 * A sentence with its numbers as people write them in the given locale: the engine groups by commas and parts the
 * fraction by a point, which elsewhere say the opposite ("1,234" is little more than one in German). What stands in
 * quotation marks is somebody's own words and stays.
 *
 *     sayNumbers("It cost €1,234.50, 2.5% less.", "de-DE") // "It cost €1.234,50, 2,5% less."
 */
export function sayNumbers(sentence: string, locale: string): string {
  if (locale === written) return sentence;
  return outsideQuotes(sentence, (piece) => piece.replaceAll(numbers, (found) => sayNumber(found, locale)));
}

/**
 * A number that stands alone, in the given locale; what is around it (a currency, a unit) stays.
 *
 *     sayNumber("€1,234.50", "de-DE") // "€1.234,50"
 */
export function sayNumber(text: string, locale: string): string {
  if (locale === written) return text;
  return text.replaceAll(/\d[\d,]*(?:\.\d+)?/g, (found) => {
    const digits = found.split(".")[1]?.length ?? 0;
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: found.includes(",") ? "auto" : false,
    });
    // Text, not a number: an amount beyond 2^53 keeps its cents.
    return format.format(found.replaceAll(",", "") as Intl.StringNumericLiteral);
  });
}
