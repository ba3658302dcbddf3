/**
 * A sentence said otherwise where it is not in quotation marks: what stands in them is somebody's own words and stays.
 * `say` gets each piece, and whether the sentence begins with it.
 *
 *     outsideQuotes("a “a” a", (piece) => piece.toUpperCase()) // "A “a” A"
 */
export function outsideQuotes(sentence: string, say: (piece: string, isStart: boolean) => string): string {
  return sentence
    .split(/(“[^”]*”|"[^"]*")/)
    .map((piece, place) => (place % 2 === 1 ? piece : say(piece, place === 0)))
    .join("");
}
