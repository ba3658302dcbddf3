const texts = new WeakMap<object, string>();

/**
 * An answer as JSON. One that is given again, such as a portfolio that was kept, is written once: it has some
 * megabytes. An answer is not changed after it was given.
 */
export function jsonText(answer: object): string {
  const text = texts.get(answer) ?? JSON.stringify(answer);
  texts.set(answer, text);
  return text;
}
