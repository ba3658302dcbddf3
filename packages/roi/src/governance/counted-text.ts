/**
 * How many of some things are so, as people say it: "The one baseline is not frozen.", "1 of 2 baselines is frozen.", "2 of 2
 * baselines are frozen.".
 */
export function countedText(count: number, of: number, noun: string, so: string): string {
  if (of === 1) return `The one ${noun} is ${count === 1 ? "" : "not "}${so}.`;
  return `${count} of ${of} ${noun}s ${count === 1 ? "is" : "are"} ${so}.`;
}
