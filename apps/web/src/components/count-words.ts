/**
 * A number of things, with the word for one of them or for many.
 *
 * @example
 * countWords(1, "period") // "1 period"
 * countWords(2, "series", "series") // "2 series"
 */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
