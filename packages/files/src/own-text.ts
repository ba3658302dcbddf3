/** Shorter texts are always copied by the engine when they are cut out of a longer one. */
const shortestSlice = 13;

/**
 * The same text with memory of its own. A cell is cut out of the text of its whole chunk and keeps that
 * chunk alive; what is remembered beyond the row must not, or a thousand kept cells hold a whole file.
 */
export function ownText(text: string): string {
  return text.length < shortestSlice ? text : Buffer.from(text).toString();
}
