const known = new WeakMap<object, Uint8Array<ArrayBuffer>>();
const writers = new WeakMap<object, () => Uint8Array<ArrayBuffer>>();

/**
 * An answer as JSON in UTF-8, as it crosses the wire. One that is given again, such as a portfolio that was kept, is
 * written once: it has some megabytes. An answer is not changed after it was given.
 */
export function answerBytes(answer: object): Uint8Array<ArrayBuffer> {
  const bytes = known.get(answer) ?? writers.get(answer)?.() ?? Buffer.from(JSON.stringify(answer));
  known.set(answer, bytes);
  return bytes;
}

/** Has an answer written in another way, which must give what `JSON.stringify` gives of it. */
export function writeAnswerBy(answer: object, write: () => Uint8Array<ArrayBuffer>): void {
  writers.set(answer, write);
}
