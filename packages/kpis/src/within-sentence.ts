/**
 * A name or a sentence as it stands within another sentence: its first letter small, unless it begins with an
 * abbreviation.
 *
 * @example withinSentence("Conversion rate") // "conversion rate"
 * @example withinSentence("ROAS") // "ROAS"
 */
export function withinSentence(text: string): string {
  return /^\p{Lu}(?![\p{Lu}\d])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A text as a sentence begins: its first letter a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
