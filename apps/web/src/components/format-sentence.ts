import type { SentenceParts } from "@liftledger/contracts/evaluation";
import { sayDays } from "@liftledger/kpis/say-days";
import { formatPeriod } from "./format-date.ts";
import { readerLocale } from "./reader-locale.ts";

/** A sentence of the engine or the server as it is shown: its days, weeks and months in the reader's manner. */
export function formatSentence(sentence: string, locale: string = readerLocale): string {
  return sayDays(sentence, locale, (week) => formatPeriod(week, locale));
}

/** The same of a sentence in pieces; its numbers stay as they are. */
export function formatParts(parts: SentenceParts): SentenceParts {
  return parts.map(({ text, figureId }) => ({
    text: figureId === null ? formatSentence(text) : text,
    figureId,
  }));
}
