/**
 * What somebody wrote, as it stands among sentences: with a full stop where it ends in none, and no second one.
 *
 * @example asSentence("Nothing leaves the house") // "Nothing leaves the house."
 */
export function asSentence(text: string): string {
  const written = text.trim();
  return /[.!?…]["”’)\]]?$/u.test(written) ? written : `${written.replace(/[,;:]+$/u, "")}.`;
}

/** What somebody wrote, to be gone on with in the same sentence: without the full stop, comma or colon at its end. */
export function withinSentence(text: string): string {
  return text.trim().replace(/(?<!\.)[.,;:]+$/u, "");
}
