/** The words of a heading or a name, in lower case and the singular. */
export function wordsOf(text: string): string[] {
  const words = text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length > 1).map((word) => word.replace(/(?<=..)s$/, ""));
}

/** How many words of a heading are among others. */
export function overlap(heading: readonly string[], words: readonly string[]): number {
  return heading.filter((word) => words.includes(word)).length;
}
