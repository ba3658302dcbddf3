import type { SentenceParts } from "@liftledger/contracts/evaluation";
import { sayDays } from "@liftledger/kpis/say-days";
import { sayNumber, sayNumbers } from "@liftledger/kpis/say-numbers";
import { weekInWords } from "./format-date.ts";
import { readerLocale } from "./reader-locale.ts";

/** A sentence of the engine or the server as it is shown: its days and numbers in the reader's manner. */
export function formatSentence(sentence: string, locale: string = readerLocale): string {
  return sayDays(sayNumbers(sentence, locale), locale, weekInWords);
}

/** The same of a sentence in pieces. */
export function formatParts(parts: SentenceParts): SentenceParts {
  return parts.map(({ text, figureId }) => ({
    text: figureId === null ? formatSentence(text) : sayNumber(text, readerLocale),
    figureId,
  }));
}
