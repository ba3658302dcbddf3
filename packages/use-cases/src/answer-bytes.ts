/**
 * What belongs to an answer stands in the answer, out of sight of JSON and of whoever copies it. A WeakMap would do, but
 * what it leads to outlives the answer until all of the memory is collected: megabytes of every portfolio.
 */
const bytesOf = Symbol("bytes");
const writerOf = Symbol("writer");

interface Written {
  [bytesOf]?: Uint8Array<ArrayBuffer>;
  [writerOf]?: () => Uint8Array<ArrayBuffer>;
}

/**
 * An answer as JSON in UTF-8, as it crosses the wire. One that is given again, such as a portfolio that was kept, is
 * written once: it has some megabytes. An answer is not changed after it was given.
 */
export function answerBytes(answer: object & Written): Uint8Array<ArrayBuffer> {
  const known = answer[bytesOf];
  if (known !== undefined) return known;
  const bytes = answer[writerOf]?.() ?? Buffer.from(JSON.stringify(answer));
  // What is frozen is written every time.
  Reflect.defineProperty(answer, bytesOf, { value: bytes });
  return bytes;
}

/** Has an answer written in another way, which must give what `JSON.stringify` gives of it. */
export function writeAnswerBy(answer: object & Written, write: () => Uint8Array<ArrayBuffer>): void {
  Object.defineProperty(answer, writerOf, { value: write });
}
