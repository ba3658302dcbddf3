/** A piece of a sentence; where it is a number, the id of the figure that explains it. */
export interface SentencePart {
  text: string;
  figureId: string | null;
}

type Filling = string | number | SentencePart | readonly SentencePart[];

/**
 * A sentence in pieces, so that a number in it can be opened: filled with words, with numbers of figures, and with
 * sentences within it.
 *
 * @example
 * told`It returned ${numberOf("74%", { figureId: "portfolio/net-roi" })} on its cost`
 * // [{ text: "It returned ", figureId: null }, { text: "74%", figureId: "portfolio/net-roi" }, …]
 */
export function told(pattern: TemplateStringsArray, ...fillings: readonly Filling[]): SentencePart[] {
  const parts: SentencePart[] = [];
  const say = (part: SentencePart) => {
    const last = parts.at(-1);
    if (last !== undefined && last.figureId === null && part.figureId === null)
      parts[parts.length - 1] = plain(last.text + part.text);
    else if (part.text !== "") parts.push(part);
  };
  pattern.forEach((words, place) => {
    say(plain(words));
    for (const part of partsOf(fillings[place] ?? "")) say(part);
  });
  return parts;
}

/** A number in a sentence, and the figure that it is; words where there is no such figure. */
export function numberOf(text: string, figure: { figureId: string } | null | undefined): SentencePart {
  return { text, figureId: figure?.figureId ?? null };
}

/** The sentence as one reads it. */
export function sentenceText(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join("");
}

function partsOf(filling: Filling): readonly SentencePart[] {
  if (typeof filling === "string" || typeof filling === "number") return [plain(String(filling))];
  return "text" in filling ? [filling] : filling;
}

const plain = (text: string): SentencePart => ({ text, figureId: null });
