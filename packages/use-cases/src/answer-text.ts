const texts = new WeakMap<object, string>();
const writers = new WeakMap<object, () => string>();

/**
 * An answer as JSON. One that is given again, such as a portfolio that was kept, is written once: it has some
 * megabytes. An answer is not changed after it was given.
 */
export function answerText(answer: object): string {
  const text = texts.get(answer) ?? writers.get(answer)?.() ?? JSON.stringify(answer);
  texts.set(answer, text);
  return text;
}

/** Has an answer written in another way, which must give what `JSON.stringify` gives of it. */
export function writeAnswerBy(answer: object, write: () => string): void {
  writers.set(answer, write);
}
